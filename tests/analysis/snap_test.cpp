#include <random>

#include <catch2/catch.hpp>

#include "tests/districts/ascii_world.hpp"
#include "tests/districts/people.hpp"
#include "tests/districts/random_world.hpp"

using namespace nahraum;

TEST_CASE("snapping finds what looking at every edge finds") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const auto project = districts::random_town(seed, 0, 0, 9);
    const auto graph = districts::graph_of(project.streets);
    const auto network = analysis::walk_network(graph, project.streets, districts::surfaces_only(),
                                                districts::rolling());
    const analysis::Snapper snapper(network);
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> around(-200, 530);
    for (int i = 0; i < 60; ++i) {
      const geo::Point place{500000 + around(random), 5600000 + around(random)};
      double best_m = analysis::max_snap_m;
      for (analysis::EdgeIndex e = 0; e < graph->edge_count(); ++e) {
        const bool open =
            network.forward[e] != base::unreachable || network.backward[e] != base::unreachable;
        if (!open) continue;
        best_m =
            std::min(best_m, geo::nearest_on_line(analysis::line_of(*graph, e), place).distance);
      }
      const auto snap = snapper.snap(place);
      REQUIRE(snap.found() == (best_m < analysis::max_snap_m));
      if (!snap.found()) continue;
      CHECK(snap.walk_m == Approx(best_m).margin(1e-4));
      const auto on_edge = geo::point_along(analysis::line_of(*graph, snap.edge), snap.along_m);
      CHECK(geo::distance(on_edge, snap.at) < 0.01);
      CHECK(snap.along_m <= graph->length_m[snap.edge]);
    }
  }
}

TEST_CASE("entrances come first, however near the street is elsewhere") {
  const auto world = districts::draw(R"(
    A----------C

    D--------------------E
  )");
  const auto district = districts::district_of(world.project, districts::walker());
  const geo::Point house{world.named.at('A').x + 30, world.named.at('A').y - 5};
  CHECK(district->snapper.snap(house, {}).walk_m == Approx(5));
  const auto by_door = district->snapper.snap(house, {{house.x, house.y - 8}});
  CHECK(by_door.walk_m == Approx(7));
  CHECK(by_door.at.y == Approx(world.named.at('D').y));
}

TEST_CASE("150 m is near, a little more is not") {
  const auto world = districts::draw("A----C");
  const auto district = districts::district_of(world.project, districts::walker());
  const geo::Point end = world.named.at('C');
  CHECK(district->snapper.snap({end.x + 149.99, end.y}).found());
  CHECK_FALSE(district->snapper.snap({end.x + 150.01, end.y}).found());
  CHECK_FALSE(district->snapper.snap({std::nan(""), end.y}).found());
}
