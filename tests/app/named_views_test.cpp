#include "app/named_views.hpp"

#include <catch2/catch.hpp>

#include "base/translate.hpp"
#include "tests/ui/small_project.hpp"

using namespace nahraum;

TEST_CASE("a view brings back what was asked and what was shown") {
  base::set_language(base::Language::english);
  const auto catalogue = testing::small_catalogue();
  app::State state = testing::small_state();
  app::apply(state, app::ShowLayer{app::MapLayer::names, false});
  const auto view = app::named_view(state, catalogue, {500100, 5600200}, 2500);
  CHECK(view.name == "Pharmacy, with a rollator");
  CHECK(view.hidden == std::vector<std::string>{"names"});
  CHECK(app::actions_to(state, catalogue, view).empty());

  app::apply(state, app::ChooseType{"N03"});
  app::apply(state, app::ChooseProfile{"adult"});
  app::apply(state, app::ChooseLimit{{analysis::Limit::Kind::metres, 300}});
  app::apply(state, app::ShowLayer{app::MapLayer::names, true});
  app::apply(state, app::ShowLayer{app::MapLayer::gaps, false});
  const auto asked = state.question;
  for (const auto& action : app::actions_to(state, catalogue, view))
    app::apply(state, action);
  CHECK(state.question == testing::small_state().question);
  CHECK_FALSE(state.question == asked);
  CHECK_FALSE(state.layers(app::MapLayer::names));
  CHECK(state.layers(app::MapLayer::gaps));
}

TEST_CASE("what a view names and nobody knows any more is left as it is") {
  const auto catalogue = testing::small_catalogue();
  const app::State state = testing::small_state();
  auto view = app::named_view(state, catalogue, {0, 0}, 2500);
  view.type = "Z99";
  view.profile = "walrus";
  view.limit = "soon";
  view.scenario = "never heard of";
  view.hidden = {"dragons"};
  CHECK(app::actions_to(state, catalogue, view).empty());
}
