#include <catch2/catch.hpp>

#include "analysis/edge_cost.hpp"
#include "tests/districts/people.hpp"

using namespace nahraum;
using model::Tags;

namespace {

/// One way of 100 m eastwards, with a node in its middle; the seconds it takes there and back.
struct OneWay {
  analysis::WalkNetwork network;
  double there_s() const { return seconds(network.forward[0]); }
  double back_s() const { return seconds(network.backward[0]); }
  bool blocked() const { return network.forward[0] == base::unreachable; }
  static double seconds(base::Millis cost) {
    return cost == base::unreachable ? -1 : cost.value / 1000.0;
  }
};

OneWay one_way(const Tags& way, const Tags& middle = {},
               const model::Profile& profile = districts::walker()) {
  model::Streets streets;
  streets.nodes = {{1, {0, 0}, {}, false}, {2, {40, 0}, middle, false}, {3, {100, 0}, {}, false}};
  streets.ways = {{7, {0, 1, 2}, way}};
  return {analysis::walk_network(districts::graph_of(streets), streets, districts::surfaces_only(),
                                 profile)};
}

const Tags footway{{"highway", "footway"}};
Tags with(Tags tags, const std::string& key, const std::string& value) {
  tags.set(key, value);
  return tags;
}

}  // namespace

TEST_CASE("surfaces slow down, and some stop wheels") {
  const auto wheels = districts::rolling();
  CHECK(one_way(footway).there_s() == Approx(100));
  CHECK(one_way(with(footway, "surface", "asphalt")).there_s() == Approx(100));
  CHECK(one_way(with(footway, "surface", "sett")).there_s() == Approx(100 / 0.9).margin(0.001));
  CHECK(one_way(with(footway, "surface", "asphalt;gravel")).there_s() == Approx(111.111));
  CHECK(one_way(with(footway, "surface", "cobblestone:flattened")).there_s() == Approx(111.111));
  CHECK(one_way(with(footway, "surface", "sett"), {}, wheels).there_s() ==
        Approx(100 / 0.5 / 0.6).margin(0.001));
  CHECK(one_way(with(footway, "surface", "grass"), {}, wheels).blocked());
  CHECK(one_way(with(footway, "smoothness", "horrible"), {}, wheels).blocked());
  CHECK(one_way(with(footway, "smoothness", "intermediate"), {}, wheels).there_s() ==
        Approx(100 / 0.5 / 0.8));
  CHECK(one_way(with(footway, "width", "80 cm"), {}, wheels).blocked());
  CHECK_FALSE(one_way(with(footway, "width", "0,9"), {}, wheels).blocked());
}

TEST_CASE("steps: with a ramp wheels get over them, unless it is for bicycles") {
  const Tags steps{{"highway", "steps"}};
  const auto wheels = districts::rolling();
  CHECK(one_way(steps).there_s() == Approx(100 / 0.5 + 5));
  CHECK(one_way(steps, {}, wheels).blocked());
  CHECK(one_way(with(steps, "ramp", "yes"), {}, wheels).there_s() == Approx(100 / 0.5 / 0.5));
  CHECK(one_way(with(with(steps, "ramp", "yes"), "ramp:bicycle", "yes"), {}, wheels).blocked());
  CHECK(one_way(with(steps, "ramp:wheelchair", "yes"), {}, wheels).there_s() == Approx(400));
}

TEST_CASE("ramps: made for what is pushed, not for bicycles alone") {
  const auto wheels = districts::rolling();
  const auto blocked = [&](const Tags& ramp) {
    Tags tags{{"highway", "steps"}};
    for (const auto& [key, value] : ramp.pairs())
      tags.set(key, value);
    return one_way(tags, {}, wheels).blocked();
  };
  CHECK(blocked({{"ramp", "yes"}, {"ramp:bicycle", "yes"}}));
  CHECK_FALSE(blocked({{"ramp", "yes"}, {"ramp:bicycle", "no"}}));
  CHECK_FALSE(blocked({{"ramp", "yes"}, {"ramp:bicycle", "yes"}, {"ramp:stroller", "yes"}}));
  CHECK(blocked({{"ramp", "yes"}, {"ramp:wheelchair", "no"}}));
}

TEST_CASE("a lift is waited for once, on whichever side of its ring one goes") {
  model::Streets streets;
  streets.nodes = {{1, {0, 0}, {}, false}, {2, {4, 0}, {}, false},  {3, {4, 3}, {}, false},
                   {4, {0, 3}, {}, false}, {5, {-9, 0}, {}, false}, {6, {13, 3}, {}, false}};
  streets.ways = {
      {7, {0, 1, 2, 3, 0}, {{"highway", "elevator"}}}, {8, {4, 0}, footway}, {9, {2, 5}, footway}};
  const auto graph = districts::graph_of(streets);
  const auto network =
      analysis::walk_network(graph, streets, districts::surfaces_only(), districts::rolling());
  int halves = 0;
  for (analysis::EdgeIndex e = 0; e < graph->edge_count(); ++e) {
    if (graph->way[e] != 0) continue;
    ++halves;
    CHECK(network.forward[e].value == 40'000 + 7 * 2000);
  }
  CHECK(halves == 2);
}

TEST_CASE("how fast the traffic is that a crossing leads over, a road nobody walks on tells") {
  model::Streets streets;
  streets.nodes = {{1, {0, -8}, {}, false}, {2, {0, 0}, {}, false}, {3, {0, 8}, {}, false}};
  streets.ways = {{7, {0, 1, 2}, {{"highway", "footway"}, {"footway", "crossing"}}}};
  model::Road road{9, {{-50, 0}, {0, 0}, {50, 0}}, {{"highway", "trunk"}, {"maxspeed", "70"}}};
  const auto seconds = [&](const std::vector<model::Road>& roads) {
    jobs::Context context;
    const auto graph = std::make_shared<const analysis::StreetGraph>(
        analysis::build_street_graph(streets, context, roads));
    return analysis::walk_network(graph, streets, districts::surfaces_only(), districts::walker())
               .forward[0]
               .value /
           1000.0;
  };
  CHECK(seconds({}) == Approx(16 + 5));
  CHECK(seconds({road}) == Approx(16 + 15));
  // On the crossing's own node it is the same.
  streets.nodes[1].tags = {{"highway", "crossing"}, {"crossing", "unmarked"}};
  CHECK(seconds({road}) == Approx(16 + 15));
  streets.nodes[1].tags.set("crossing_ref", "zebra");
  CHECK(seconds({road}) == Approx(16 + 3));
  road.line[1] = {0, 0.5};  // passes over or under
  streets.nodes[1].tags = {};
  CHECK(seconds({road}) == Approx(16 + 5));
}

TEST_CASE("directions that differ") {
  const auto stairs = one_way({{"highway", "steps"}, {"conveying", "backward"}});
  CHECK(stairs.there_s() == -1);
  CHECK(stairs.back_s() == Approx(205));
  CHECK(one_way(with(footway, "oneway:foot", "yes")).back_s() == -1);
  CHECK(one_way(with(footway, "oneway", "yes")).back_s() == Approx(100));  // for bicycles
}

TEST_CASE("what stands on the way costs time where it stands") {
  const auto wheels = districts::rolling();
  const Tags signals{{"highway", "crossing"}, {"crossing", "traffic_signals"}};
  const auto crossing = one_way(footway, signals);
  CHECK(crossing.there_s() == Approx(120));
  const auto& network = crossing.network;
  CHECK(analysis::partial_cost(network, 0, 0, 39).value == 39'000);
  CHECK(analysis::partial_cost(network, 0, 0, 41).value == 61'000);
  CHECK(analysis::partial_cost(network, 0, 100, 41).value == 59'000);
  CHECK(analysis::partial_cost(network, 0, 100, 40).value == 80'000);
  CHECK(analysis::reach_along(network, 0, 0, 100, base::Millis(50'000), false) == Approx(40));
  CHECK(analysis::reach_along(network, 0, 0, 100, base::Millis(65'000), false) == Approx(45));
  CHECK(analysis::reach_along(network, 0, 100, 0, base::Millis(65'000), true) == Approx(40));

  CHECK(one_way(footway, {{"barrier", "kerb"}, {"kerb", "raised"}}, wheels).blocked());
  CHECK(one_way(footway, {{"barrier", "kerb"}, {"kerb", "lowered"}}, wheels).there_s() == 202);
  CHECK(one_way(footway, {{"kerb", "yes"}, {"kerb:height", "0.12"}, {"barrier", "kerb"}}, wheels)
            .blocked());
  CHECK(one_way(footway, {{"highway", "elevator"}}, wheels).there_s() == Approx(240));
  CHECK(one_way(footway, {{"barrier", "kissing_gate"}}, wheels).blocked());
  CHECK(one_way(footway, {{"barrier", "kissing_gate"}}).there_s() == Approx(100));
  CHECK(one_way(with(footway, "footway", "crossing")).there_s() == Approx(105));
}

TEST_CASE("who walks along a street does not wait at its crossings; who crosses it does") {
  //            3 south ── 1 crossing ── 4 north, over the street 0 ── 1 ── 2
  model::Streets streets;
  streets.nodes = {{10, {0, 0}, {}, false},
                   {11, {50, 0}, {{"highway", "crossing"}, {"crossing", "unmarked"}}, false},
                   {12, {90, 0}, {}, false},
                   {13, {50, -30}, {}, false},
                   {14, {50, 20}, {}, false}};
  streets.ways = {{1, {0, 1, 2}, {{"highway", "secondary"}, {"maxspeed", "50"}}},
                  {2, {3, 1, 4}, {{"highway", "footway"}}}};
  const auto graph = districts::graph_of(streets);
  const auto network =
      analysis::walk_network(graph, streets, districts::surfaces_only(), districts::walker());
  double along_s = 0;
  double across_s = 0;
  for (analysis::EdgeIndex e = 0; e < graph->edge_count(); ++e) {
    (graph->way[e] == 0 ? along_s : across_s) += network.forward[e].value / 1000.0;
  }
  CHECK(along_s == Approx(90));
  CHECK(across_s == Approx(50 + 15));
}

TEST_CASE("a kerb at the end of a crossing is not in the way of the pavement it ends on") {
  // Pavement 0 ── 1 ── 2; from 1 a crossing leads north to 3. At 1 lies a raised kerb.
  model::Streets streets;
  streets.nodes = {{10, {0, 0}, {}, false},
                   {11, {50, 0}, {{"barrier", "kerb"}, {"kerb", "raised"}}, false},
                   {12, {90, 0}, {}, false},
                   {13, {50, 30}, {}, false}};
  streets.ways = {{1, {0, 1, 2}, {{"highway", "footway"}, {"footway", "sidewalk"}}},
                  {2, {1, 3}, {{"highway", "footway"}, {"footway", "crossing"}}}};
  const auto graph = districts::graph_of(streets);
  const auto network =
      analysis::walk_network(graph, streets, districts::surfaces_only(), districts::rolling());
  for (analysis::EdgeIndex e = 0; e < graph->edge_count(); ++e) {
    CHECK((network.forward[e] == base::unreachable) == (graph->way[e] == 1));
  }
}

TEST_CASE("a flight of steps costs its five seconds once, however many junctions cut it") {
  model::Streets streets;
  streets.nodes = {{10, {0, 0}, {}, false},
                   {11, {30, 0}, {}, false},
                   {12, {100, 0}, {}, false},
                   {13, {30, 50}, {}, false}};
  streets.ways = {{1, {0, 1, 2}, {{"highway", "steps"}}}, {2, {1, 3}, footway}};
  const auto graph = districts::graph_of(streets);
  const auto network =
      analysis::walk_network(graph, streets, districts::surfaces_only(), districts::walker());
  double steps_s = 0;
  for (analysis::EdgeIndex e = 0; e < graph->edge_count(); ++e) {
    if (graph->way[e] == 0) steps_s += network.forward[e].value / 1000.0;
  }
  CHECK(steps_s == Approx(205));
}

TEST_CASE("what the data do not say is counted by length") {
  model::Streets streets;
  streets.nodes = {{1, {0, 0}, {}, false}, {2, {30, 0}, {}, false}, {3, {100, 0}, {}, false}};
  streets.ways = {{1, {0, 1}, {{"highway", "footway"}, {"surface", "asphalt"}, {"lit", "no"}}},
                  {2, {1, 2}, {{"highway", "footway"}, {"width", "2"}}}};
  const auto network = analysis::walk_network(districts::graph_of(streets), streets,
                                              districts::surfaces_only(), districts::walker());
  CHECK(network.missing.surface == Approx(0.7));
  CHECK(network.missing.lit == Approx(0.7));
  CHECK(network.missing.width == Approx(0.3));
  CHECK(network.missing.incline == Approx(1.0));
}
