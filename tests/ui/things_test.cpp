#include "ui/things.hpp"

#include <catch2/catch.hpp>

#include "base/translate.hpp"
#include "tests/ui/small_project.hpp"
#include "ui/chosen_layer.hpp"
#include "ui/hover.hpp"
#include "ui/inspector_view.hpp"

using namespace nahraum;
using Kind = app::Selection::Kind;
using Hit = render::Hit;

namespace {

struct InAPlace {
  InAPlace() {
    base::set_language(base::Language::english);
    auto project = testing::small_project();
    project->areas = {
        {model::AreaKind::residential, {}, "", {{geo::ring_of({0, 0, 900, 700}), {}}}},
        {model::AreaKind::park, {}, "Stadtgarten", {{geo::ring_of({0, 0, 250, 120}), {}}}},
        {model::AreaKind::grass, {}, "", {{geo::ring_of({0, 0, 30, 20}), {}}}}};
    project->elements = {{model::PointKind::bench, {12, 5}, {}, {{"backrest", "yes"}}},
                         {model::PointKind::barrier, {40, 5}, {}, {{"barrier", "bollard"}}}};
    project->streets.ways.push_back(
        {78, {1, 0}, {{"highway", "steps"}, {"step_count", "14"}, {"handrail", "yes"}}});
    state = testing::small_state();
    state.project = project;
  }
  ui::Thing thing(Kind kind, std::int32_t id) const {
    return ui::describe(state, testing::small_catalogue(), {kind, id}).value();
  }
  std::string fact(const ui::Thing& thing, const std::string& name) const {
    for (const auto& [known, value] : thing.facts) {
      if (known == name) return value;
    }
    return "–";
  }
  app::State state;
};

}  // namespace

TEST_CASE_METHOD(InAPlace, "everything has a name or says what it is") {
  CHECK(thing(Kind::service, 1).title == "Löwen-Apotheke");
  CHECK(thing(Kind::service, 1).kind == "Pharmacy");
  CHECK(thing(Kind::service, 2).title == "Pharmacy");
  CHECK(thing(Kind::service, 2).kind.empty());
  CHECK(thing(Kind::street, 0).title == "Lindenstraße");
  CHECK(thing(Kind::street, 0).kind == "Residential street");
  CHECK(thing(Kind::street, 1).title == "Steps");
  CHECK(thing(Kind::area, 1).title == "Stadtgarten");
  CHECK(fact(thing(Kind::area, 1), "Size") == "3.0 ha");
  CHECK(thing(Kind::area, 2).title == "Grass");
  CHECK(fact(thing(Kind::area, 2), "Size") == "600 m²");
  CHECK(thing(Kind::building, 2).title == "Building");
  CHECK(thing(Kind::element, 0).title == "Bench");
  CHECK(fact(thing(Kind::element, 1), "Kind") == "bollards");
}

TEST_CASE_METHOD(InAPlace,
                 "a home names the minutes to what is asked for, and never its residents") {
  const auto home = thing(Kind::home, 11);
  CHECK(home.title == "Lindenstraße 3");
  CHECK(fact(home, "Pharmacy") == "4 min");
  CHECK(home.facts.size() == 1);
}

TEST_CASE_METHOD(InAPlace, "what is not mapped is said to be unknown") {
  CHECK(fact(thing(Kind::street, 0), "Surface") == "not mapped");
  CHECK(fact(thing(Kind::street, 1), "Number of steps") == "14");
  CHECK(fact(thing(Kind::street, 1), "Handrail") == "yes");
}

TEST_CASE_METHOD(InAPlace, "what the project does not have is no thing") {
  const auto catalogue = testing::small_catalogue();
  for (const auto kind : {Kind::none, Kind::home, Kind::service, Kind::note, Kind::street,
                          Kind::building, Kind::area, Kind::line, Kind::element}) {
    CHECK_FALSE(ui::describe(state, catalogue, {kind, 4711}));
    CHECK_FALSE(ui::describe(state, catalogue, {kind, -1}));
    state.selection = {kind, 4711};
    CHECK_FALSE(ui::chosen_layer(state, scene::light_style()));
  }
  CHECK_FALSE(ui::describe({}, catalogue, {Kind::street, 0}));
}

TEST_CASE_METHOD(InAPlace, "the ground that everything stands on is no thing of its own") {
  const auto things = ui::things_at(*state.project, {{Hit::Kind::home, 11, 0},
                                                     {Hit::Kind::street, 0, 1},
                                                     {Hit::Kind::street, 0, 2},
                                                     {Hit::Kind::street, 1, 3},
                                                     {Hit::Kind::area, 0, 0},
                                                     {Hit::Kind::area, 1, 0}});
  CHECK(things == std::vector<app::Selection>{
                      {Kind::home, 11}, {Kind::street, 0}, {Kind::street, 1}, {Kind::area, 1}});
}

TEST_CASE_METHOD(InAPlace, "the statistical area lies below everything else") {
  auto project = std::make_shared<model::Project>(*state.project);
  for (const double side : {1000.0, 100.0}) {
    auto& area = project->population.emplace_back();
    area.outline = {{geo::ring_of({0, 0, side, side}), {}}};
  }
  const std::vector<app::Selection> home{{Kind::home, 11}};
  const app::Selection small{Kind::statistics, 1}, large{Kind::statistics, 0};
  CHECK(ui::with_area(home, *project, {40, 90}, false) == std::vector{home[0], small});
  CHECK(ui::with_area(home, *project, {140, 90}, false) == std::vector{home[0], large});
  CHECK(ui::with_area({}, *project, {40, 90}, true) == std::vector{small});
  CHECK(ui::with_area({}, *project, {40, 90}, false).empty());
  CHECK(ui::with_area(home, *project, {4000, 90}, true) == home);
  state.project = project;
  state.selection = large;
  const auto layer = ui::chosen_layer(state, scene::style_for(scene::Theme::light));
  REQUIRE(layer);
  CHECK(layer->items.size() == 1);
}

TEST_CASE_METHOD(InAPlace, "the inspector lists what else lies there, the chosen one marked") {
  state.under = {{Kind::home, 11}, {Kind::street, 0}, {Kind::area, 1}};
  state.selection = {Kind::street, 0};
  const auto view = ui::make_inspector_view(state, testing::small_catalogue());
  CHECK(view.kind == ui::InspectorView::Kind::thing);
  CHECK(view.title == "Lindenstraße");
  REQUIRE(view.under.size() == 3);
  CHECK(view.under[0].first == "Lindenstraße 3");
  CHECK(view.under[2].first == "Stadtgarten");
  CHECK(view.under_chosen == 1);
  state.under = {{Kind::street, 0}};
  CHECK(ui::make_inspector_view(state, testing::small_catalogue()).under.empty());
}

TEST_CASE_METHOD(InAPlace, "the chosen street is drawn with all its pieces") {
  state.selection = {Kind::street, 0};
  const auto one = ui::chosen_layer(state, scene::light_style());
  REQUIRE(one);
  CHECK(one->items.size() == 1);
  auto project = std::make_shared<model::Project>(*state.project);
  project->streets.ways.push_back({79, {0, 1}, {{"name", "Lindenstraße"}}});
  state.project = project;
  CHECK(ui::chosen_layer(state, scene::light_style())->items.size() == 2);
}

TEST_CASE(
    "a thing is named once the mouse rests, the next one at once, and nothing keeps it awake") {
  ui::Hover hover;
  const app::Selection home{Kind::home, 11}, street{Kind::street, 0};
  hover.rest_on(home, {10, 10}, 0);
  CHECK(hover.waits(0.1));
  CHECK_FALSE(hover.named(0.1));
  hover.rest_on(home, {14, 10}, 0.3);  // it still moves
  CHECK_FALSE(hover.named(0.4));
  hover.rest_on(home, {14, 10}, 0.7);
  CHECK(hover.named(0.7) == home);
  CHECK_FALSE(hover.waits(0.7));
  hover.rest_on(street, {20, 10}, 0.8);
  CHECK(hover.named(0.8) == street);
  CHECK_FALSE(hover.waits(0.8));
  hover.rest_on(std::nullopt, {30, 10}, 0.9);
  CHECK_FALSE(hover.named(0.9));
  CHECK_FALSE(hover.waits(5));
  hover.rest_on(home, {40, 10}, 1);
  CHECK_FALSE(hover.named(1));
}
