#include "analysis/slopes.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "analysis/edge_cost.hpp"
#include "analysis/route.hpp"
#include "tests/districts/ascii_world.hpp"
#include "tests/districts/people.hpp"

using namespace nahraum;

namespace {

/// Heights h(x, y) around the ASCII worlds' corner, 5-m cells, as from a 1-m model.
template <class Height>
model::Terrain ground(Height h, double cell_m = 5, int side = 120) {
  model::Terrain terrain;
  terrain.resolution_m = 1;
  terrain.south_west = {500000 - 100.0, 5600000 - 100.0};
  terrain.cell_m = cell_m;
  terrain.columns = terrain.rows = side;
  for (int r = 0; r < side; ++r) {
    for (int c = 0; c < side; ++c)
      terrain.height_m.push_back(static_cast<float>(h(c * cell_m - 100, r * cell_m - 100)));
  }
  return terrain;
}

/// Rising to the east with this gradient.
model::Terrain rising(double gradient) {
  return ground([=](double x, double) { return 200 + gradient * x; });
}

std::shared_ptr<const analysis::District> on_ground(model::Project project, model::Terrain terrain,
                                                    const model::Profile& profile) {
  project.terrain = std::move(terrain);
  jobs::Context context;
  auto graph =
      std::make_shared<const analysis::StreetGraph>(analysis::street_graph_of(project, context));
  return analysis::prepare_district(std::make_shared<const model::Project>(std::move(project)),
                                    graph, districts::surfaces_only(), profile, context);
}

model::Profile old_walker() {
  auto profile = districts::walker();
  profile.slope.tobler = true;
  return profile;
}

double seconds(const analysis::District& district, bool forward) {
  return (forward ? district.network.forward[0] : district.network.backward[0]).value / 1000.0;
}

// A street of 100 m from west (tail) to east (head).
constexpr auto street = R"(
    h         S
    +---------+
  )";

}  // namespace

TEST_CASE("the slope factors are those of the domain notes") {
  model::SlopeRule adult;
  adult.tobler = adult.faster_downhill = true;
  // domain notes §2.2, derived from Tobler 1993
  CHECK(adult.speed_factor(0.03) == Approx(0.90).margin(0.005));
  CHECK(adult.speed_factor(0.06) == Approx(0.81).margin(0.005));
  CHECK(adult.speed_factor(0.08) == Approx(0.76).margin(0.005));
  CHECK(adult.speed_factor(0.10) == Approx(0.71).margin(0.006));
  CHECK(adult.speed_factor(-0.03) == Approx(1.11).margin(0.005));
  model::SlopeRule old = adult;
  old.faster_downhill = false;
  CHECK(old.speed_factor(-0.03) == 1);
  CHECK(old.speed_factor(-0.15) == Approx(adult.speed_factor(-0.15)));
  model::SlopeRule wheels = old;
  wheels.steep_from = 0.06;
  wheels.steep_factor = 0.5;
  CHECK(wheels.speed_factor(0.05) == old.speed_factor(0.05));
  CHECK(wheels.speed_factor(-0.07) == old.speed_factor(-0.07) / 2);
}

TEST_CASE("uphill takes longer than downhill, and reach looks the right way") {
  const auto world = districts::draw(street);
  const auto up = on_ground(world.project, rising(0.08), old_walker());
  CHECK(seconds(*up, true) == Approx(100 / old_walker().slope.speed_factor(0.08)).epsilon(0.001));
  CHECK(seconds(*up, false) == Approx(100).epsilon(0.001));
  jobs::Context context;
  const auto to_shop = analysis::reach(*up, "G04", context);
  const auto down = on_ground(world.project, rising(-0.08), old_walker());
  const auto to_lower_shop = analysis::reach(*down, "G04", context);
  CHECK(to_shop[0].cost.value > to_lower_shop[0].cost.value + 25000);
  CHECK(to_shop[0].metres == to_lower_shop[0].metres);
}

TEST_CASE("a numeric incline wins over the model, along the way's own direction") {
  auto world = districts::draw(street);
  world.project.streets.ways[0].tags = {{"highway", "residential"}, {"incline", "-8 %"}};
  const auto district = on_ground(world.project, rising(0.03), old_walker());
  CHECK(seconds(*district, true) == Approx(100));
  CHECK(seconds(*district, false) == Approx(100 / old_walker().slope.speed_factor(0.08)));
  CHECK(analysis::incline_of({{"incline", "5%"}}) == Approx(0.05));
  CHECK(analysis::incline_of({{"incline", "-2,5 %"}}) == Approx(-0.025));
  CHECK(*analysis::incline_of({{"incline", "3°"}}) == Approx(0.0524).epsilon(0.001));
  for (const auto* none : {"up", "down", "yes", "5", "", "%", "900%", "steep"}) {
    CAPTURE(none);
    CHECK_FALSE(analysis::incline_of({{"incline", none}}));
  }
}

TEST_CASE("bridges, tunnels and steps do not follow the ground") {
  for (const auto& [key, value] :
       {std::pair{"bridge", "yes"}, {"tunnel", "building_passage"}, {"highway", "steps"}}) {
    CAPTURE(key);
    auto world = districts::draw(street);
    auto tags = std::map<std::string, std::string>{{"highway", "footway"}, {key, value}};
    if (std::string(key) == "highway") tags["highway"] = value;
    model::Tags list;
    for (const auto& [k, v] : tags)
      list.set(k, v);
    world.project.streets.ways[0].tags = list;
    const auto district = on_ground(world.project, rising(0.09), old_walker());
    CHECK_FALSE(district->network.graph->slopes.any(0));
    CHECK(district->network.forward[0] == district->network.backward[0]);
  }
}

TEST_CASE("what is too steep for a profile is closed, unless the model is too coarse to tell") {
  const auto world = districts::draw(street);
  auto wheels = old_walker();
  wheels.max_slope = 0.06;
  const auto fine = on_ground(world.project, rising(0.07), wheels);
  CHECK(fine->network.forward[0] == base::unreachable);
  CHECK(fine->network.backward[0] == base::unreachable);
  CHECK(on_ground(world.project, rising(0.05), wheels)->network.forward[0] != base::unreachable);

  auto lumpy = rising(0.07);
  lumpy.resolution_m = 90;
  const auto coarse = on_ground(world.project, lumpy, wheels);
  REQUIRE(coarse->network.graph->slopes.coarse);
  // no wall, and never steeper than the profile can just walk
  CHECK(seconds(*coarse, true) == Approx(100 / wheels.slope.speed_factor(0.06)).epsilon(0.001));
}

TEST_CASE("time is lost where the street is steep, not spread over it") {
  //  the street runs from x = 40 to 140: level for the first half, then steep
  const auto hill = ground([](double x, double) { return x < 90 ? 100 : 100 + 0.1 * (x - 90); });
  const auto district = on_ground(districts::draw(street).project, hill, old_walker());
  const auto& network = district->network;
  const auto whole = network.forward[0];
  const auto first = analysis::partial_cost(network, 0, 0, 30);
  const auto last = analysis::partial_cost(network, 0, 70, 100);
  CHECK(first.value == Approx(30000).margin(100));
  CHECK(last.value == Approx(30000 / old_walker().slope.speed_factor(0.1)).margin(100));

  CHECK(rc::check("parts add up, and reach_along is their inverse", [&] {
    const double a = *rc::gen::inRange(0, 101);
    const double b = *rc::gen::inRange(0, 101);
    const double c = *rc::gen::inRange(0, 101);
    const double low = std::min({a, b, c}), high = std::max({a, b, c});
    const double middle = a + b + c - low - high;
    for (const bool up : {true, false}) {
      const auto cost = [&](double from, double to) {
        return up ? analysis::partial_cost(network, 0, from, to).value
                  : analysis::partial_cost(network, 0, to, from).value;
      };
      RC_ASSERT(std::abs(long(cost(low, middle)) + long(cost(middle, high)) -
                         long(cost(low, high))) <= 2);
    }
    const base::Millis budget(*rc::gen::inRange(0, int(whole.value)));
    for (const bool towards : {false, true}) {
      const double got = analysis::reach_along(network, 0, low, 100, budget, towards);
      RC_ASSERT(got >= low);
      const auto spent = towards ? analysis::partial_cost(network, 0, got, low)
                                 : analysis::partial_cost(network, 0, low, got);
      RC_ASSERT(spent.value <= budget.value + 2);
      if (got < 100) RC_ASSERT(spent.value + 2 >= budget.value);
    }
  }));
}

TEST_CASE("a route tells its climb, its descent and what the slope costs") {
  const auto district = on_ground(districts::draw(street).project, rising(0.08), old_walker());
  const auto& home = district->project->homes[0];
  jobs::Context context;
  const auto route = analysis::route_to_nearest(*district, home.at, {}, "G04", context);
  REQUIRE(route);
  CHECK(route->climb_m == Approx(8).margin(0.1));
  CHECK(route->descent_m == 0);
  CHECK(route->steepest == Approx(0.08).margin(0.001));
  REQUIRE(route->profile.size() >= 2);
  CHECK(route->profile.front().height_m == 0);
  CHECK(route->profile.back().height_m == Approx(8).margin(0.1));
  CHECK(route->profile.back().at_m == Approx(100).margin(0.1));
  REQUIRE(route->delays.size() == 1);
  CHECK(route->delays[0].cause == "slope");
  CHECK(route->delays[0].seconds ==
        Approx(100 / old_walker().slope.speed_factor(0.08) - 100).margin(0.1));
}

TEST_CASE("a plane stays a plane under smoothing, a hole stays a hole") {
  auto terrain = ground([](double x, double y) { return 300 + 0.04 * x - 0.02 * y; });
  const auto smooth = model::smoothed(terrain, 25);
  const geo::Point inside{500000 + 33, 5600000 + 71};
  CHECK(*model::height(smooth, inside) == Approx(300 + 0.04 * 33 - 0.02 * 71).margin(0.01));
  CHECK_FALSE(model::height(terrain, {500000 - 101, 5600000}));
  CHECK_FALSE(model::height(terrain, {500000, 5600000 + 1000}));
  terrain.height_m[static_cast<std::size_t>(34) * 120 + 26] = model::Terrain::unknown;
  CHECK_FALSE(model::height(model::smoothed(terrain, 25), inside));
}

TEST_CASE("a street over a hole of the model is walked as level and counted as unknown") {
  auto terrain = rising(0.08);
  for (int r = 0; r < terrain.rows; ++r)
    terrain.height_m[static_cast<std::size_t>(r) * 120 + 30] = model::Terrain::unknown;
  const auto district = on_ground(districts::draw(street).project, terrain, old_walker());
  CHECK(seconds(*district, true) == Approx(100));
  CHECK(district->network.missing.incline == Approx(1));
}
