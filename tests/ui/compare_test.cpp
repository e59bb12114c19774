#include "ui/compare.hpp"

#include <catch2/catch.hpp>

#include "tests/ui/small_project.hpp"
#include "tests/ui/windowless.hpp"
#include "ui/map_view.hpp"

using namespace nahraum;
using testing::Windowless;
using By = app::Comparison::By;

namespace {

render::gl::Look a_look() {
  render::gl::Look look;
  look.centre = {5000, 7000};
  look.metres_per_px = 0.7;
  look.px_per_mm = 4;
  look.denominator = 2800;
  look.width = 901;
  look.height = 603;
  return look;
}

}  // namespace

TEST_CASE("swiping, both halves show the ground where the whole map has it") {
  const auto whole = a_look();
  for (const double at : {0.02, 0.31, 0.5, 0.98}) {
    const auto halves = ui::compare_halves(whole, ui::CompareMode::swipe, at);
    REQUIRE(halves.size() == 2);
    CHECK(halves[0].width + halves[1].width == whole.width);
    CHECK(halves[1].x == halves[0].width);
    for (const auto& half : halves) {
      for (const geo::Point place : {geo::Point{5100, 6900}, geo::Point{4000, 7300}}) {
        const auto in_whole = whole.to_px(place), in_half = half.look.to_px(place);
        CHECK(in_half.x + half.x == Approx(in_whole.x).margin(1e-6));
        CHECK(in_half.y == Approx(in_whole.y).margin(1e-6));
      }
    }
  }
}

TEST_CASE("side by side, both halves look at the same place") {
  const auto halves = ui::compare_halves(a_look(), ui::CompareMode::side_by_side, 0.5);
  CHECK(halves[0].look.centre == halves[1].look.centre);
  CHECK(std::abs(halves[0].width - halves[1].width) <= 1);
}

TEST_CASE_METHOD(Windowless, "what can be compared with leaves out what is asked already") {
  auto state = testing::small_state();
  auto project = std::make_shared<model::Project>(*state.project);
  project->scenarios = {{"Ramp", "", "2026-11-27", {}}};
  state.project = project;
  const auto catalogue = testing::small_catalogue();
  const auto names = [&] {
    std::vector<std::string> all;
    for (const auto& choice : ui::compare_choices(state, catalogue))
      all.push_back(choice.name);
    return all;
  };
  CHECK(names() == std::vector<std::string>{"Scenario “Ramp”", "Adults", "5 min", "20 min"});
  state.question.scenario = "Ramp";
  state.question.profile = "adult";
  CHECK(names() ==
        std::vector<std::string>{"The project as it is", "With a rollator", "5 min", "20 min"});
}

TEST_CASE_METHOD(Windowless, "two standards can be compared, each by its limit for the type") {
  auto catalogue = testing::small_catalogue();
  const auto standard = [](const char* id, const char* name, double metres) {
    model::Standard made;
    made.id = id;
    made.label = {name, name};
    made.everywhere = model::StandardLimit{metres, {}, {}};
    return made;
  };
  catalogue.standards = {standard("far", "Far", 1000), standard("near", "Near", 500),
                         standard("too", "Near too", 500)};
  auto state = testing::small_state();
  const analysis::Limit near{analysis::Limit::Kind::metres, 500};
  const analysis::Limit far{analysis::Limit::Kind::metres, 1000};
  state.question.limit = near;
  std::vector<std::string> names;
  for (const auto& choice : ui::compare_choices(state, catalogue)) {
    if (choice.with.by == By::limit) names.push_back(choice.name);
  }
  // Half of 500 m, and twice it, which is the other standard's; no limit twice, none that is asked.
  CHECK(names == std::vector<std::string>{"250 m", "1.0 km – Far"});
  state.comparison = app::Comparison{By::limit, "", far};
  const auto view = ui::make_compare_view(state, catalogue);
  CHECK(view.left.name == "500 m – Near, Near too");
  CHECK(view.right.name == "1.0 km – Far");
  REQUIRE(view.left.options.size() == 1);
  CHECK(view.left.options[0].name == "250 m");
  const auto* left = std::get_if<app::ChooseLimit>(&view.left.options[0].action);
  REQUIRE(left);
  CHECK(left->limit.value == 250);
  const auto* right = std::get_if<app::Compare>(&view.right.options[0].action);
  REQUIRE(right);
  CHECK(right->with->limit.value == 250);
}

TEST_CASE_METHOD(Windowless, "either side of the line can be changed where it is named") {
  ui::CompareBar bar;
  const analysis::Limit near{analysis::Limit::Kind::metres, 250};
  const ui::CompareView view{
      {"500 m", "404 of 588.", {{"250 m", app::ChooseLimit{near}}}},
      {"1,000 m", "12 of 588.", {{"250 m", app::Compare{app::Comparison{By::limit, "", near}}}}}};
  const auto show = [&](const ui::Kit& kit) { bar.show(kit, view, {0, 0, 1000, 700}); };
  frame(show);
  click("Change …##compare left", show);
  click("250 m##side", show);
  REQUIRE(find_action<app::ChooseLimit>());
  actions.clear();
  click("Change …##compare right", show);
  click("250 m##side", show);
  REQUIRE(find_action<app::Compare>());
  CHECK(find_action<app::Compare>()->with->limit == near);
}

TEST_CASE("the other question is the same but for one part") {
  const app::Question question{"G04", "rollator", {analysis::Limit::Kind::seconds, 600}};
  auto other = app::other_question(question, {By::profile, "adult", {}});
  CHECK(other.profile == "adult");
  other.profile = "rollator";
  CHECK(other == question);
  CHECK(app::other_question(question, {By::scenario, "Ramp", {}}).scenario == "Ramp");
  const analysis::Limit far{analysis::Limit::Kind::metres, 900};
  CHECK(app::other_question(question, {By::limit, "", far}).limit == far);
}

TEST_CASE_METHOD(Windowless, "choosing from the list compares, and ends it") {
  const auto state = testing::small_state();
  const auto choices = ui::compare_choices(state, testing::small_catalogue());
  const auto show = [&](const ui::Kit& kit) { ui::compare_list(kit, choices, true); };
  click("Adults##compare", show);
  const auto* compared = find_action<app::Compare>();
  REQUIRE(compared);
  REQUIRE(compared->with);
  CHECK(compared->with->id == "adult");
  actions.clear();
  click("End comparing", show);
  REQUIRE(find_action<app::Compare>());
  CHECK_FALSE(find_action<app::Compare>()->with);
}

TEST_CASE_METHOD(Windowless, "the line can be drawn aside, and the views be linked side by side") {
  ui::CompareBar bar;
  const ui::CompareView view{{"Rollator", "404 of 588.", {}}, {"Adults", "12 of 588.", {}}};
  const auto show = [&](const ui::Kit& kit) { bar.show(kit, view, {0, 0, 1000, 700}); };
  frame(show);
  frame(show);
  const auto handle = registry.middle("compare handle");
  REQUIRE(handle);
  ImGui::GetIO().MousePos = *handle;
  frame(show);
  ImGui::GetIO().MouseDown[0] = true;
  frame(show);
  ImGui::GetIO().MousePos.x = 300;
  frame(show);
  CHECK(bar.at() == Approx(0.3));
  ImGui::GetIO().MouseDown[0] = false;
  frame(show);
  click("Side by side", show);
  CHECK(bar.mode() == ui::CompareMode::side_by_side);
  CHECK(bar.at() == 0.5);
  CHECK(registry.middle("compare left"));
  CHECK(registry.middle("compare right"));
}

TEST_CASE("comparing asks for the other answer whenever the answer is asked anew") {
  auto state = testing::small_state();
  const auto asks = [](const std::vector<app::Effect>& effects) {
    return std::any_of(effects.begin(), effects.end(), [](const app::Effect& effect) {
      return std::holds_alternative<app::ComputeOther>(effect);
    });
  };
  CHECK(asks(app::apply(state, app::Compare{app::Comparison{By::profile, "adult", {}}})));
  REQUIRE(state.comparison);
  CHECK(asks(app::apply(state, app::ChooseType{"N03"})));
  // The same on both sides is no comparison.
  CHECK_FALSE(asks(app::apply(state, app::ChooseProfile{"adult"})));
  CHECK_FALSE(state.comparison);
  CHECK(app::apply(state, app::Compare{}).empty());
}
