// Homes graded by a standard: the handles are dragged, figures, legend and map follow at once, and
// the way back is one click.

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/districts/people.hpp"
#include "tests/ui/small_project.hpp"
#include "tests/ui/windowless.hpp"
#include "ui/map_layers.hpp"
#include "ui/map_marks.hpp"
#include "ui/panels.hpp"

using namespace nahraum;
using testing::Windowless;

namespace {

model::Catalogue with_standards() {
  auto catalogue = testing::small_catalogue();
  catalogue.types[0].target_m = 200;
  catalogue.types[0].limit_m = 1000;
  model::Standard max, minutes;
  max.id = "max", max.label = {"Höchstwert des Katalogs", "Catalogue's limit"};
  max.from_catalogue = model::Standard::Catalogue::limit;
  minutes.id = "minutes_10", minutes.label = {"10 Gehminuten", "10 minutes on foot"};
  minutes.everywhere = {std::nullopt, 10, {}};
  catalogue.standards = {max, minutes};
  return catalogue;
}

/// Enough people in each home that all may be told.
app::State crowded_state() {
  auto state = testing::small_state();
  auto project = testing::small_project();
  project->homes[1].residents = {60, 30, 10};
  state.project = project;
  auto answer = testing::small_answer();
  answer.district = districts::district_of(*project, districts::walker());
  state.answer = std::make_shared<const app::Answer>(answer);
  return state;
}

struct Panel : Windowless {
  Panel() { dispatch(app::AskStudy{app::Study::standards, ""}); }
  /// As the session does: grades are computed at once.
  void dispatch(const app::Action& action) {
    app::apply(state, action);
    const bool open = state.study == app::Study::standards;
    state.graded =
        open ? app::grade(state.answer, state.grading, catalogue, state.graded.get()) : nullptr;
  }
  void take_actions() {
    for (const auto& action : std::exchange(actions, {}))
      dispatch(action);
  }
  void step() {
    frame(show);
    take_actions();
  }
  /// Presses the handle's bar at a share of its width and moves to another, released or not.
  void drag(const std::string& label, float from, float to) {
    step();
    const auto [low, high] = registry.all().at(label);
    const auto at = [&, low = low, high = high](float share) {
      return ImVec2{low.x + (high.x - low.x) * share, (low.y + high.y) / 2};
    };
    ImGui::GetIO().MousePos = at(from);
    step();
    ImGui::GetIO().MouseDown[0] = true;
    step();
    for (int i = 1; i <= 5; ++i) {
      ImGui::GetIO().MousePos = at(from + (to - from) * static_cast<float>(i) / 5);
      step();
    }
    ImGui::GetIO().MouseDown[0] = false;
    step();
  }
  ui::StudyView view() const { return ui::make_study_view(state, catalogue); }

  model::Catalogue catalogue = with_standards();
  app::State state = crowded_state();
  ui::PanelMemory memory;
  std::function<void(const ui::Kit&)> show = [this](const ui::Kit& kit) {
    ui::study_panel(kit, ui::make_study_view(state, catalogue), memory);
  };
};

std::vector<std::string> texts(const std::vector<ui::LegendEntry>& legend) {
  std::vector<std::string> found;
  for (const auto& entry : legend)
    found.push_back(entry.text);
  return found;
}

long count(const std::vector<scene::LayerPtr>& layers, const std::string& name) {
  return std::count_if(layers.begin(), layers.end(),
                       [&](const scene::LayerPtr& each) { return each->name == name; });
}

}  // namespace

TEST_CASE_METHOD(Panel, "the study of standards grades at once, by the values of the catalogue") {
  const auto grades = view().grades;
  REQUIRE(grades);
  CHECK(grades->standard == "Catalogue's limit");
  CHECK(grades->target == 200);
  CHECK(grades->limit == 1000);
  CHECK_FALSE(grades->own);
  CHECK(grades->sentence.find("7 (41 %)") != std::string::npos);  // of seventeen, 80 and over
  CHECK(grades->tables.at(0).rows.at(1).cells.at(1) == "60 (60 %)");
  REQUIRE(view().method.size() >= 2);
}

TEST_CASE_METHOD(Panel, "dragging the target re-grades in every frame, as own values") {
  drag("Target (Soll)", 0.06f, 0.4f);
  const auto grades = view().grades;
  REQUIRE(grades);
  CHECK(grades->own);
  CHECK(grades->target > 700);
  CHECK(std::fmod(grades->target, 50.f) == 0);
  CHECK(grades->tables.at(0).rows.at(0).cells.at(1) == "100 (100 %)");
  frame(show);
  CHECK(registry.middle("own values"));
  click("Back to the standard's", show);
  take_actions();
  CHECK_FALSE(view().grades->own);
  CHECK(view().grades->target == 200);
}

TEST_CASE_METHOD(Panel, "a limit dragged below the target takes it along") {
  drag("Limit (Max)", 0.5f, 0.01f);
  CHECK(state.graded->thresholds.single());
  CHECK(state.graded->thresholds.limit.value <= 150);
  CHECK(ui::grade_signs(*state.graded).size() == 2);  // met, and gap
}

TEST_CASE_METHOD(Panel, "a second standard tells who falls between, and marks them") {
  dispatch(app::CompareStandard{"minutes_10"});  // 14 minutes to the far home, 590 m
  const auto grades = view().grades;
  REQUIRE(grades->tables.size() == 2);
  CHECK(grades->tables[1].rows.at(0).cells.at(1) == "60");
  CHECK(grades->tables[1].rows.at(1).cells.at(1) == "0");
  CHECK(grades->tables[1].rows.at(0).cells.at(4) == "1");
  CHECK(texts(ui::make_legend(state)).back() == "between 1,000 m and 10 minutes");
}

TEST_CASE_METHOD(Panel, "standards in minutes move in minutes") {
  dispatch(app::ChooseStandard{"minutes_10"});
  CHECK_FALSE(view().grades->in_metres);
  CHECK(view().grades->high == 30);
  drag("Limit (Max)", 0.31f, 0.6f);
  CHECK(state.graded->thresholds.limit.kind == analysis::Limit::Kind::seconds);
  CHECK(std::fmod(state.graded->thresholds.limit.value, 60) == 0);
  CHECK(state.graded->thresholds.limit.value > 840);
  CHECK(view().grades->tables.at(0).rows.at(0).cells.at(1) == "40 (40 %)");
}

TEST_CASE_METHOD(Panel, "the legend states both values, and the catchment of the limit is away") {
  const auto legend = texts(ui::make_legend(state));
  CHECK(legend == std::vector<std::string>{"good (up to 200 m)", "sufficient (up to 1,000 m)",
                                           "gap (over 1,000 m)"});
  CHECK_FALSE(ui::overlay_key(state).layers(app::MapLayer::catchment));
  click("Close##study", show);
  take_actions();
  CHECK_FALSE(state.study);
  CHECK(ui::overlay_key(state).layers(app::MapLayer::catchment));
  CHECK(texts(ui::make_legend(state)).back() == "Homes in the gap");
}

TEST_CASE_METHOD(Panel, "a moved handle asks for no new picture: other layers of it are shown") {
  const auto key = ui::overlay_key(state);
  ui::OverlayInput input;
  input.key = key;
  input.catalogue = std::make_shared<const model::Catalogue>(catalogue);
  input.labels = scene::label_candidates(*state.project);
  input.steps = {2000};
  jobs::Context context;
  const auto parts = ui::overlay_parts(input, context);
  const auto picture = ui::overlay_picture(input, parts);
  REQUIRE(picture.homes);
  const auto before = ui::layers_of(picture, state.graded->thresholds);
  CHECK(count(before, "good") == 1);
  CHECK(count(before, "sufficient") == 1);
  CHECK(count(before, "gaps") == 0);
  dispatch(app::MoveThreshold{false, 400});
  CHECK(ui::overlay_key(state) == key);
  const auto after = ui::layers_of(picture, state.graded->thresholds);
  CHECK(count(after, "sufficient") == 0);
  CHECK(count(after, "gaps") == 1);
  dispatch(app::ResetThresholds{});
  CHECK(ui::layers_of(picture, state.graded->thresholds) == before);  // the very same
  dispatch(app::CompareStandard{"minutes_10"});
  CHECK_FALSE(ui::overlay_key(state) == key);
}

TEST_CASE_METHOD(Panel, "a type that no standard judges says so, and stays the question's map") {
  catalogue.standards.clear();
  dispatch(app::ResetThresholds{});
  CHECK_FALSE(view().grades);
  CHECK(view().hint.find("No standard") != std::string::npos);
  CHECK(ui::overlay_key(state).layers(app::MapLayer::catchment));
}
