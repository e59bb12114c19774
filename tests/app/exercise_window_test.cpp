#include "app/exercise_window.hpp"

#include <catch2/catch.hpp>

#include "app/named_views.hpp"
#include "course/figure_reader.hpp"
#include "course/step_reader.hpp"
#include "io/project_words.hpp"
#include "tests/ui/small_project.hpp"

using namespace nahraum;

namespace {

app::State after(app::State state, const course::Stage& stage) {
  for (const auto& action : app::stage_actions(state, stage))
    app::apply(state, action);
  return state;
}

}  // namespace

TEST_CASE("a step's stage is set, and set once") {
  course::Stage stage;
  stage.ask.module = 1;
  stage.ask.service = "N03";
  stage.ask.profile = "adult";
  stage.ask.limit = analysis::Limit{analysis::Limit::Kind::metres, 300};
  stage.ask.scenario = "";
  stage.hide = {"names"};
  const auto state = after(testing::small_state(), stage);
  const auto now = app::asked_now(state);
  CHECK(now.module == 1);
  CHECK(now.question.type == "N03");
  CHECK(now.question.profile == "adult");
  CHECK(now.question.limit == analysis::Limit{analysis::Limit::Kind::metres, 300});
  CHECK_FALSE(state.layers(app::MapLayer::names));
  CHECK(app::stage_actions(state, stage).empty());
  stage.hide.clear();
  stage.show = {"names"};
  CHECK(after(state, stage).layers(app::MapLayer::names));
}

TEST_CASE("a scenario that the project does not have is not chosen") {
  course::Stage stage;
  stage.ask.scenario = "never heard of";
  CHECK(app::stage_actions(testing::small_state(), stage).empty());
}

TEST_CASE("every analysis and every layer has its word in exercise files") {
  CHECK(course::study_words().size() == app::study_count);
  CHECK(course::study_words()[static_cast<std::size_t>(app::Study::rests)] == "rests");
  CHECK(course::study_words()[static_cast<std::size_t>(app::Study::mobile)] == "mobile");
  CHECK(course::study_words()[static_cast<std::size_t>(app::Study::need)] == "need");
  REQUIRE(course::layer_words().size() == app::map_layer_count);
  for (int i = 0; i < app::map_layer_count; ++i)
    CHECK(course::layer_words()[static_cast<std::size_t>(i)] ==
          app::key_of(static_cast<app::MapLayer>(i)));
}

TEST_CASE("kinds of notes are called in exercises as in project files") {
  for (std::size_t i = 0; i < io::note_words.list.size(); ++i)
    CHECK(course::note_kinds().at(i) == io::note_words.list[i]);
  CHECK(course::note_kinds().size() == io::note_words.list.size());
}

TEST_CASE("an analysis that is open is what a step may wait for") {
  auto state = testing::small_state();
  CHECK(app::asked_now(state).study.empty());
  auto result = std::make_shared<app::StudyResult>();
  result->of = app::study_question(state, app::Study::barriers);
  state.study = app::Study::barriers;
  state.studies[static_cast<std::size_t>(app::Study::barriers)] = result;
  CHECK(app::asked_now(state).study == "barriers");
}
