#include "scene/furniture_layers.hpp"

#include <catch2/catch.hpp>

#include "tests/scene/small_town.hpp"

using namespace nahraum;
using namespace nahraum::scene;

namespace {

const Layer& named(const std::vector<LayerPtr>& layers, const std::string& name) {
  for (const auto& layer : layers) {
    if (layer->name == name) return *layer;
  }
  FAIL("no layer " << name);
  return *layers.front();
}

/// A street from south-west to north-east with a node in its middle.
model::Project street_with(const model::Tags& crossing) {
  model::Project town;
  const auto a = tests::node(town, 0, 0), b = tests::node(town, 30, 40),
             c = tests::node(town, 60, 80);
  town.streets.nodes[b].tags = crossing;
  tests::street(town, {a, b, c}, {{"highway", "residential"}});
  return town;
}

}  // namespace

TEST_CASE("a zebra mapped as a point lies across its street, as wide as the street") {
  const auto style = light_style();
  const auto town = street_with({{"highway", "crossing"}, {"crossing_ref", "zebra"}});
  const auto layers = furniture_layers(town, style);
  const auto& items = named(layers, "crossings").items;
  REQUIRE(items.size() == 1);
  const auto& stripes = std::get<Polyline>(items.front());
  const auto a = stripes.line.front(), b = stripes.line.back();
  CHECK(geo::distance(a, b) == Approx(style.street(StreetClass::residential).width));
  CHECK((b.x - a.x) * 30 + (b.y - a.y) * 40 == Approx(0).margin(1e-6));
  CHECK(geo::distance({(a.x + b.x) / 2, (a.y + b.y) / 2}, tests::at(30, 40)) < 1e-6);
  CHECK_FALSE(stripes.stroke.dash_mm.empty());
}

TEST_CASE("a crossing that is mapped as a way is drawn along it, and not again at its point") {
  auto town = street_with({{"highway", "crossing"}, {"crossing", "marked"}});
  const auto south = tests::node(town, 34, 37), north = tests::node(town, 26, 43);
  tests::street(town, {south, 1, north},
                {{"highway", "footway"}, {"footway", "crossing"}, {"crossing", "marked"}});
  const auto layers = furniture_layers(town, light_style());
  const auto& items = named(layers, "crossings").items;
  REQUIRE(items.size() == 1);
  CHECK(std::get<Polyline>(items.front()).line.size() == 3);
}

TEST_CASE("signals are two broken lines; an unmarked crossing is nothing") {
  const auto signals = furniture_layers(
      street_with({{"highway", "crossing"}, {"crossing", "traffic_signals"}}), light_style());
  CHECK(named(signals, "crossings").items.size() == 2);
  const auto unmarked = furniture_layers(
      street_with({{"highway", "crossing"}, {"crossing", "unmarked"}}), light_style());
  CHECK(named(unmarked, "crossings").items.empty());
}

TEST_CASE("benches are pictures without a plate, near only") {
  model::Project town;
  town.elements.push_back({model::PointKind::bench, tests::at(7, 3), {}, {}});
  town.elements.push_back({model::PointKind::lift, tests::at(9, 4), {}, {}});
  const auto layers = furniture_layers(town, light_style());
  const auto& benches = named(layers, "benches");
  REQUIRE(benches.items.size() == 1);
  CHECK(std::get<Symbol>(benches.items.front()).plate == Plate::none);
  CHECK(benches.max_denominator < 5000);
}
