// The panel of further analyses: any result is drawn, pressed and followed on the map.

#include <algorithm>

#include <catch2/catch.hpp>

#include "scene/charts/bars.hpp"
#include "tests/ui/small_project.hpp"
#include "tests/ui/windowless.hpp"
#include "ui/panels.hpp"

using namespace nahraum;
using testing::small_catalogue;
using testing::small_state;
using testing::Windowless;

namespace {

std::shared_ptr<app::StudyResult> barriers_of(const app::State& state) {
  auto result = std::make_shared<app::StudyResult>();
  result->of = app::study_question(state, app::Study::barriers);
  result->sentence = "Without the steps, 129 more people reach a pharmacy.";
  result->remarks = {"54 obstacles alone keep nobody from it."};
  app::StudyTable table{"Who would gain", {"Obstacle", "gain", "80+"}, {}, ""};
  table.rows.push_back(
      {{"steps, Bahnhofsunterführung", "129", "–"}, geo::Point{500300, 5600200}, "1", {}, false});
  table.rows.push_back(
      {{"raised kerb, Lindenstraße", "54", "12"}, geo::Point{500410, 5600310}, "2", {}, false});
  result->tables = {table};
  result->method = {{"method", "Method", "Each obstacle alone.", "assumption"}};
  return result;
}

app::State state_with_barriers() {
  auto state = small_state();
  state.study = app::Study::barriers;
  state.studies[0] = barriers_of(state);
  return state;
}

struct Panel : Windowless {
  app::State state = state_with_barriers();
  ui::PanelMemory memory;
  ui::Wish wish = ui::Wish::none;
  std::function<void(const ui::Kit&)> show = [this](const ui::Kit& kit) {
    const auto view = ui::make_study_view(state, small_catalogue());
    wish = std::max(wish, state.module == 1 ? ui::need_panel(kit, view, memory)
                                            : ui::study_panel(kit, view, memory));
  };
};

}  // namespace

TEST_CASE_METHOD(Panel, "a further analysis is asked with one click") {
  state.study.reset();
  click("Seats", show);
  const auto* asked = find_action<app::AskStudy>();
  REQUIRE(asked);
  CHECK(asked->study == app::Study::rests);
  CHECK_FALSE(registry.middle("study sentence"));
}

TEST_CASE_METHOD(Panel,
                 "who comes home is asked with one click, and of which service with another") {
  state.study.reset();
  click("Services at home", show);
  REQUIRE(find_action<app::AskStudy>());
  CHECK(find_action<app::AskStudy>()->study == app::Study::mobile);
  state.study = app::Study::mobile;
  auto result = barriers_of(state);
  result->of = app::study_question(state, app::Study::mobile, "P01");
  CHECK(result->of.question.type.empty());  // nobody walks
  result->tables[0].rows = {{{"Home care", "1", "1"}, {}, "", "P01", true},
                            {{"Meals", "2", "2"}, {}, "", "P09", false}};
  state.studies[static_cast<std::size_t>(app::Study::mobile)] = result;
  apply(state, app::ChooseProfile{"adult"});
  CHECK_FALSE(ui::make_study_view(state, small_catalogue()).stale);
  actions.clear();
  click("study row 1.2", show);
  REQUIRE(find_action<app::AskStudy>());
  CHECK(find_action<app::AskStudy>()->unit == "P09");
}

TEST_CASE_METHOD(Panel, "a row leads to its place, which is numbered and ringed on the map") {
  click("study row 1.2", show);
  const auto* spot = find_action<app::ShowSpot>();
  REQUIRE(spot);
  CHECK(spot->at == geo::Point{500410, 5600310});
  apply(state, *spot);
  const auto marks = ui::place_marks(state);
  REQUIRE(marks.size() == 2);
  CHECK(marks[0].text == "1");
  CHECK_FALSE(marks[0].chosen);
  CHECK(marks[1].chosen);
  apply(state, app::ChooseModule{3});
  CHECK(ui::place_marks(state).empty());
}

TEST_CASE_METHOD(Panel, "an outdated result says so, leads nowhere, and is computed anew") {
  apply(state, app::ChooseProfile{"adult"});
  frame(show);
  CHECK_FALSE(registry.middle("study row 1.1"));
  CHECK(ui::place_marks(state).empty());
  click("Compute again", show);
  REQUIRE(find_action<app::AskStudy>());
  const auto effects = apply(state, *find_action<app::AskStudy>());
  CHECK(std::any_of(effects.begin(), effects.end(), [](const app::Effect& effect) {
    return std::holds_alternative<app::ComputeStudy>(effect);
  }));
  CHECK(ui::make_study_view(state, small_catalogue()).computing);
}

TEST_CASE_METHOD(Panel, "a dash is explained, and the method card one click away") {
  const auto view = ui::make_study_view(state, small_catalogue());
  CHECK(view.kept_back.find("fewer than 5 people") != std::string::npos);
  REQUIRE(view.method.size() == 1);
  CHECK(view.method[0] == "Method: Each obstacle alone. (assumption)");
  click("Method##study", show);
  CHECK(wish == ui::Wish::show_study_method);
}

TEST_CASE_METHOD(Panel, "a scenario is chosen from those of the project, or none") {
  state.study = app::Study::scenario;
  CHECK(ui::make_study_view(state, small_catalogue()).hint.find("scenario") != std::string::npos);
  auto project = std::make_shared<model::Project>(*state.project);
  project->scenarios = {{"Rampe", "", "2026-11-26", {model::AddBench{{500100, 5600100}}}}};
  state.project = project;
  click("scenario Rampe", show);
  const auto* chosen = find_action<app::ChooseScenario>();
  REQUIRE(chosen);
  CHECK(chosen->name == "Rampe");
  const auto effects = apply(state, *chosen);
  CHECK(effects.size() == 2);  // the question, and what is different
  CHECK(state.project == project);
  const auto view = ui::make_study_view(state, small_catalogue());
  REQUIRE(view.scenarios.size() == 2);
  CHECK(view.scenarios[1].chosen);
}

TEST_CASE_METHOD(Panel, "module 1 asks for the need once, and an area with a click") {
  const auto effects = apply(state, app::ChooseModule{1});
  REQUIRE(effects.size() == 1);
  auto result = barriers_of(state);
  result->of = app::study_question(state, app::Study::need);
  result->tables[0].rows = {{{"The whole", "9", "1"}, {}, "", "", true},
                            {{"Lindenstraße", "4", "1"}, {}, "", "0503", false}};
  state.studies[static_cast<std::size_t>(app::Study::need)] = result;
  CHECK(apply(state, app::ChooseModule{1}).empty());
  click("study row 1.2", show);
  REQUIRE(find_action<app::AskStudy>());
  CHECK(find_action<app::AskStudy>()->study == app::Study::need);
  CHECK(find_action<app::AskStudy>()->unit == "0503");
}

TEST_CASE_METHOD(Panel, "nothing of a wide table is cut in a narrow panel") {
  auto result = barriers_of(state);
  result->tables[0].columns = {"Obstacle", "people in reach", "80+ 2035"};
  result->tables[0].rows[0].cells = {"steps", "1,836 (1,738 to 1,939)", "583 (510 to 660)"};
  state.studies[0] = result;
  for (const float each : {260.f, 372.f}) {
    width = each;
    frame(show);
    frame(show);
    for (const auto& [label, rect] : registry.all())
      CHECK(rect.second.x <= each + 1);
  }
}

TEST_CASE_METHOD(Panel, "of new sites one may first suggest a place oneself") {
  state.study = app::Study::sites;
  frame(show);
  click("Suggest a place yourself", show);
  const auto* tool = find_action<app::ChooseTool>();
  REQUIRE(tool);
  apply(state, *tool);
  CHECK(state.tool == app::Tool::guess);
  apply(state, app::ChooseModule{3});
  CHECK(state.tool == app::Tool::select);  // what is left is not clicked at any more
  apply(state, app::ChooseModule{2});
  apply(state, *tool);
  const auto effects = apply(state, app::GuessSite{{500400, 5600300}});
  CHECK(state.tool == app::Tool::select);
  REQUIRE(effects.size() == 1);
  REQUIRE(std::holds_alternative<app::ComputeStudy>(effects[0]));
  CHECK(app::study_question(state, app::Study::sites).guess == geo::Point{500400, 5600300});
  CHECK_FALSE(app::study_question(state, app::Study::rests).guess);
}

TEST_CASE_METHOD(Panel, "what lies below the panel's edge is one click away") {
  state.study.reset();
  const auto below = [this](const ui::Kit& kit) {
    ImGui::Dummy({10, 900});
    show(kit);
    ImGui::Dummy({10, 400});
  };
  const std::string way = "Look further …##way down";
  frame(below);
  frame(below);
  REQUIRE(registry.middle("Seats"));
  CHECK(registry.middle("Seats")->y > 800);
  click(way, below);
  frame(below);
  frame(below);
  CHECK(registry.middle("Seats")->y < 800);
  CHECK_FALSE(registry.middle(way));
}

TEST_CASE_METHOD(Panel, "housing is asked with one click and has a chart with its figures") {
  state.study.reset();
  click("Housing", show);
  REQUIRE(find_action<app::AskStudy>());
  CHECK(find_action<app::AskStudy>()->study == app::Study::housing);
  state.study = app::Study::housing;
  auto result = barriers_of(state);
  result->of = app::study_question(state, app::Study::housing);
  scene::BarsSpec bars;
  bars.series = {"within", "gap"}, bars.first = "Dwellings";
  bars.rows = {{"with a lift", {3, 4}, "", ""}};
  result->bars = std::make_shared<const scene::BarsSpec>(std::move(bars));
  state.studies[static_cast<std::size_t>(app::Study::housing)] = result;
  frame(show);
  CHECK(registry.middle("study bars"));
  CHECK_FALSE(registry.middle("study bars table"));
  click("Show the figures##study bars", show);
  frame(show);
  CHECK(memory.housing_table);
  click("study row 1.1", show);
  CHECK(find_action<app::ShowSpot>());
}
