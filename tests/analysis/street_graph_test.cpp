#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "analysis/foot_access.hpp"
#include "tests/districts/ascii_world.hpp"
#include "tests/districts/people.hpp"
#include "tests/districts/random_world.hpp"

using namespace nahraum;
using analysis::StreetGraph;
using analysis::walkable;
using model::Tags;

namespace {

/// Street nodes at the given places, ids 10, 11 …
model::Streets streets_at(const std::vector<geo::Point>& places) {
  model::Streets streets;
  for (const auto p : places) {
    streets.nodes.push_back({10 + static_cast<std::int64_t>(streets.nodes.size()), p, {}, false});
  }
  return streets;
}

void add_way(model::Streets& streets, std::vector<std::uint32_t> nodes,
             Tags tags = {{"highway", "residential"}}) {
  streets.ways.push_back(
      {static_cast<std::int64_t>(streets.ways.size() + 1), std::move(nodes), tags});
}

double total_length(const StreetGraph& graph) {
  double sum = 0;
  for (const auto m : graph.length_m)
    sum += m;
  return sum;
}

double shortest(const model::Streets& streets, geo::Point from, geo::Point to) {
  model::Project project;
  project.streets = streets;
  model::Home home;
  home.id = 1;
  home.at = from;
  model::Service service;
  service.id = 1;
  service.type = "G04";
  service.at = to;
  project.homes = {home};
  project.services = {service};
  jobs::Context context;
  return analysis::reach(*districts::district_of(project, districts::walker()), "G04", context)[0]
      .metres;
}

}  // namespace

TEST_CASE("who may walk where") {
  CHECK(walkable({{"highway", "residential"}}));
  CHECK(walkable({{"highway", "service"}, {"service", "driveway"}}));
  CHECK_FALSE(walkable({{"highway", "service"}, {"access", "private"}}));
  CHECK(walkable({{"highway", "service"}, {"access", "private"}, {"foot", "yes"}}));
  CHECK(walkable({{"highway", "service"}, {"access", "customers"}}));
  CHECK_FALSE(walkable({{"highway", "motorway"}}));
  CHECK_FALSE(walkable({{"highway", "trunk"}}));
  CHECK(walkable({{"highway", "trunk"}, {"sidewalk", "right"}}));
  CHECK_FALSE(walkable({{"highway", "primary"}, {"motorroad", "yes"}}));
  CHECK_FALSE(walkable({{"highway", "cycleway"}}));
  CHECK(walkable({{"highway", "cycleway"}, {"foot", "designated"}}));
  CHECK(walkable({{"highway", "cycleway"}, {"segregated", "yes"}}));
  CHECK_FALSE(walkable({{"highway", "bridleway"}}));
  CHECK_FALSE(walkable({{"highway", "secondary"}, {"foot", "use_sidepath"}}));
  CHECK_FALSE(walkable({{"highway", "footway"}, {"foot", "no"}}));
  CHECK_FALSE(walkable({{"highway", "construction"}}));
  CHECK_FALSE(walkable({{"highway", "proposed"}}));
  CHECK(walkable({{"highway", "track"}, {"access", "forestry"}}));
  CHECK(walkable({{"highway", "steps"}}));
  CHECK(walkable({{"railway", "platform"}}));
  CHECK_FALSE(walkable({{"waterway", "river"}}));
}

TEST_CASE("gates and walls stop feet only where they are meant to") {
  using analysis::stops_feet;
  CHECK(stops_feet({{"barrier", "gate"}, {"access", "private"}}));
  CHECK_FALSE(stops_feet({{"barrier", "gate"}}));
  CHECK_FALSE(stops_feet({{"barrier", "gate"}, {"access", "no"}, {"foot", "yes"}}));
  CHECK(stops_feet({{"barrier", "fence"}}));
  CHECK_FALSE(stops_feet({{"barrier", "bollard"}}));
  CHECK_FALSE(stops_feet({{"barrier", "kerb"}}));
}

TEST_CASE("a bridge meets the street below only where they share a node") {
  auto streets = streets_at({{0, 0}, {100, 0}, {50, -40}, {50, 60}});
  add_way(streets, {0, 1});
  add_way(streets, {2, 3}, {{"highway", "residential"}, {"bridge", "yes"}, {"layer", "1"}});
  const auto graph = districts::graph_of(streets);
  CHECK(graph->node_count() == 4);
  CHECK(graph->edge_count() == 2);
}

TEST_CASE("bends are no junctions, but nothing of the way is lost") {
  auto streets = streets_at({{0, 0}, {30, 40}, {30, 100}, {90, 100}, {30, 170}});
  add_way(streets, {0, 1, 2, 3});
  add_way(streets, {2, 4});
  const auto graph = districts::graph_of(streets);
  CHECK(graph->node_count() == 4);
  CHECK(graph->edge_count() == 3);
  CHECK(total_length(*graph) == Approx(50 + 60 + 60 + 70));
}

TEST_CASE("loops and parallel ways stay what they are") {
  auto streets = streets_at({{0, 0}, {40, 0}, {40, 30}, {0, 50}});
  add_way(streets, {0, 1, 2, 0});  // a loop, met by nothing else than itself
  add_way(streets, {0, 3});
  add_way(streets, {3, 0}, {{"highway", "steps"}});
  const auto graph = districts::graph_of(streets);
  CHECK(graph->node_count() == 2);
  REQUIRE(graph->edge_count() == 3);
  CHECK(std::count_if(graph->way.begin(), graph->way.end(), [&](auto w) { return w == 0; }) == 1);
  CHECK(total_length(*graph) == Approx(40 + 30 + 50 + 50 + 50));
}

TEST_CASE("a private gate makes two dead ends of one way") {
  auto streets = streets_at({{0, 0}, {60, 0}, {100, 0}});
  add_way(streets, {0, 1, 2});
  streets.nodes[1].tags = {{"barrier", "gate"}, {"access", "private"}};
  const auto graph = districts::graph_of(streets);
  CHECK(graph->node_count() == 4);
  CHECK(graph->edge_count() == 2);
  CHECK(shortest(streets, {10, 0}, {90, 0}) < 0);
}

TEST_CASE("squares are crossed along lines of sight") {
  // 100 × 60 m, entered in the west and in the east; with a fountain (40 × 30 m) in the middle.
  auto streets = streets_at({{-20, 20},
                             {0, 20},
                             {0, 0},
                             {100, 0},
                             {100, 20},
                             {100, 60},
                             {0, 60},
                             {150, 20},
                             {30, 10},
                             {30, 40},
                             {70, 40},
                             {70, 10}});
  add_way(streets, {0, 1});
  add_way(streets, {4, 7});
  model::WalkableArea square;
  square.tags = {{"highway", "pedestrian"}};
  square.rings = {{1, 2, 3, 4, 5, 6, 1}};
  SECTION("straight over an empty one") {
    streets.areas = {square};
    CHECK(shortest(streets, {-20, 20}, {150, 20}) == Approx(170));
  }
  SECTION("around what stands in the way, past its corners") {
    square.rings.push_back({8, 9, 10, 11, 8});
    streets.areas = {square};
    const double around = 20 + std::hypot(30, 10) + 40 + std::hypot(30, 10) + 50;
    CHECK(shortest(streets, {-20, 20}, {150, 20}) == Approx(around));
  }
  SECTION("not at all without an entrance on the other side") {
    streets.ways.pop_back();
    add_way(streets, {7, 3});
    streets.nodes[3].at = {101, 0};  // the way ends beside the square, not on it
    square.rings = {{1, 2, 4, 5, 6, 1}};
    streets.areas = {square};
    CHECK(shortest(streets, {-20, 20}, {150, 20}) < 0);
  }
}

TEST_CASE("around the inner corner of an L-shaped square") {
  //   6────5
  //   │    │
  //   │    4────3
  //   0 ─ ─ ─ ─ 2   entrances: 6 in the north, 2 in the east
  auto streets =
      streets_at({{0, 0}, {-50, 90}, {100, 0}, {100, 30}, {40, 30}, {40, 90}, {0, 90}, {150, 0}});
  add_way(streets, {1, 6});
  add_way(streets, {2, 7});
  model::WalkableArea square;
  square.tags = {{"highway", "pedestrian"}};
  square.rings = {{0, 2, 3, 4, 5, 6, 0}};
  streets.areas = {square};
  const double by_corner = std::hypot(40, 60) + std::hypot(60, 30);
  CHECK(shortest(streets, {-50, 90}, {150, 0}) == Approx(50 + by_corner + 50));
}

TEST_CASE("nodes are numbered along a curve: neighbours are near in memory") {
  const auto graph = districts::graph_of(districts::random_town(11, 0, 0, 40).streets);
  double along_curve = 0;
  for (std::size_t n = 1; n < graph->node_count(); ++n) {
    along_curve += geo::distance(graph->at[n - 1], graph->at[n]);
  }
  // Row by row it would be about as far; at random 20 times as far.
  CHECK(along_curve / static_cast<double>(graph->node_count()) < 3 * 37);
  CHECK(std::is_sorted(graph->tail.begin(), graph->tail.end()));
}

TEST_CASE("no street, no node") {
  const auto graph = districts::graph_of({});
  CHECK(graph->node_count() == 0);
  CHECK(graph->edge_count() == 0);
  CHECK(graph->shape_begin.size() == 1);
}
