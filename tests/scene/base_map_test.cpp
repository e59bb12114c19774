#include "scene/base_map.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "geo/overlay.hpp"
#include "tests/golden/golden.hpp"
#include "tests/scene/small_town.hpp"

using namespace nahraum;
using namespace nahraum::scene;

namespace {

std::size_t first(const std::vector<LayerPtr>& layers, const std::string& name) {
  const auto at = std::find_if(layers.begin(), layers.end(),
                               [&](const LayerPtr& l) { return l->name == name; });
  REQUIRE(at != layers.end());
  return static_cast<std::size_t>(at - layers.begin());
}

}  // namespace

TEST_CASE("the base map of the small town says what it said") {
  std::string text;
  for (const auto& layer : base_map(tests::small_town(), light_style()))
    text += to_text(*layer);
  tests::check_golden("base_map.txt", text);
}

TEST_CASE("water lies under buildings, buildings under streets, the faded outside over all") {
  const auto layers = base_map(tests::small_town(), light_style());
  CHECK(first(layers, "ground") == 0);
  CHECK(first(layers, "areas") < first(layers, "streams"));
  CHECK(first(layers, "streams") < first(layers, "buildings"));
  CHECK(first(layers, "street_casings") < first(layers, "street_fills"));
  CHECK(first(layers, "street_fills") < first(layers, "street_bridges"));
  CHECK(first(layers, "homes") < first(layers, "street_casings"));
  CHECK(first(layers, "street_bridges") < first(layers, "outside"));
  CHECK(first(layers, "outside") < first(layers, "district"));
}

TEST_CASE("only the outside is faded") {
  const auto town = tests::small_town();
  const auto layers = base_map(town, light_style());
  const auto& fade = std::get<Fill>(layers[first(layers, "outside")]->items.front());
  CHECK_FALSE(geo::contains(fade.shape, tests::at(210, 150)));
  CHECK(geo::contains(fade.shape, tests::at(430, 150)));
  CHECK_FALSE(geo::invalid_reason(fade.shape));
}

TEST_CASE("homes are told from other buildings") {
  const auto layers = base_map(tests::small_town(), light_style());
  const auto& homes = std::get<Fill>(layers[first(layers, "homes")]->items.front());
  const auto& others = std::get<Fill>(layers[first(layers, "buildings")]->items.front());
  CHECK(homes.shape.size() == 4);
  CHECK(others.shape.size() == 1);
  CHECK(homes.color != others.color);
}

TEST_CASE("an empty project still has its ground") {
  const auto layers = base_map({}, light_style());
  REQUIRE(layers.size() == 1);
  CHECK(layers[0]->name == "ground");
}

TEST_CASE(
    "a pale ground is the same under a veil, an empty one keeps the district's outline alone") {
  const auto town = tests::small_town();
  const auto style = light_style();
  const auto layers = base_map(town, style);
  const auto pale = paled(layers, extent(town), style);
  REQUIRE(pale.size() == layers.size() + 1);
  CHECK(pale.back()->name == "veil");
  const auto& veil = std::get<Fill>(pale.back()->items.at(0));
  CHECK(veil.color->a < 255);
  CHECK(geo::bounds(veil.shape).contains({extent(town).min_x - 1000, extent(town).min_y - 1000}));
  const auto empty = outline_alone(layers);
  REQUIRE(empty.size() == 1);
  CHECK(empty[0]->name == "district");
}
