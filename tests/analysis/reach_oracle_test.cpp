#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "analysis/edge_cost.hpp"
#include "tests/districts/ascii_world.hpp"
#include "tests/districts/certificate.hpp"
#include "tests/districts/people.hpp"
#include "tests/districts/random_world.hpp"

using namespace nahraum;
using analysis::EdgeIndex;

namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                                    boost::property<boost::edge_weight_t, double>>;

/// A network in which every place is a node: edges are cut where somebody snapped, and door and
/// street are joined by an edge of their own. Costs in ms, unrounded snaps.
class Twin {
 public:
  explicit Twin(const analysis::District& district) : district_(district) {
    const auto& graph = *district.network.graph;
    next_ = graph.node_count();
    for (const auto& home : district.homes)
      home_.push_back(add(home));
    for (const auto& gates : district.gates) {
      auto& doors = service_.emplace_back();
      for (const auto& gate : gates)
        doors.push_back(add(gate.snap));
    }
    for (EdgeIndex e = 0; e < graph.edge_count(); ++e)
      cut(e);
  }

  /// Cheapest way from each home to any of the services, by Boost.Graph on the reversed graph.
  std::vector<double> costs(const std::vector<bool>& wanted) const {
    Graph graph(next_ + 1);
    for (const auto& arc : arcs_)
      boost::add_edge(arc.to, arc.from, arc.ms, graph);
    for (std::size_t i = 0; i < service_.size(); ++i) {
      for (const auto door : service_[i])
        if (wanted[i]) boost::add_edge(next_, door, 0.0, graph);
    }
    std::vector<double> all(next_ + 1);
    boost::dijkstra_shortest_paths(graph, next_, boost::distance_map(all.data()));
    std::vector<double> of_homes;
    for (const auto node : home_)
      of_homes.push_back(node == 0 ? never : all[node]);
    return of_homes;
  }
  static constexpr double never = std::numeric_limits<double>::max();

 private:
  struct Arc {
    std::size_t from, to;
    double ms;
  };
  /// The door's node, 0 when it is on no street.
  std::size_t add(const analysis::Snap& snap) {
    if (!snap.found()) return 0;
    const std::size_t door = next_++;
    const std::size_t foot = next_++;
    const double ms = snap.walk_m / district_.network.profile.speed_m_s * 1000;
    arcs_.push_back({door, foot, ms});
    arcs_.push_back({foot, door, ms});
    on_edge_.push_back({snap.edge, {snap.along_m, foot}});
    return door;
  }
  void cut(EdgeIndex e) {
    const auto& network = district_.network;
    const double length_m = network.graph->length_m[e];
    std::vector<std::pair<double, std::size_t>> stops{{0.0, network.graph->tail[e]}};
    for (const auto& [edge, stop] : on_edge_) {
      if (edge == e) stops.push_back(stop);
    }
    std::stable_sort(stops.begin(), stops.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    stops.push_back({length_m, network.graph->head[e]});
    for (std::size_t i = 1; i < stops.size(); ++i) {
      join(e, stops[i - 1], stops[i]);
      join(e, stops[i], stops[i - 1]);
    }
  }
  void join(EdgeIndex e, std::pair<double, std::size_t> a, std::pair<double, std::size_t> b) {
    const auto cost = analysis::partial_cost(district_.network, e, a.first, b.first);
    if (cost != base::unreachable) arcs_.push_back({a.second, b.second, double(cost.value)});
  }

  const analysis::District& district_;
  std::size_t next_ = 0;
  std::vector<Arc> arcs_;
  std::vector<std::pair<EdgeIndex, std::pair<double, std::size_t>>> on_edge_;
  std::vector<std::size_t> home_;
  std::vector<std::vector<std::size_t>> service_;  ///< doors
};

model::Profile some_profile(unsigned seed) {
  return seed % 2 == 0 ? districts::walker() : districts::rolling();
}

}  // namespace

TEST_CASE("reach agrees with Boost.Graph on a network where every place is a node") {
  CHECK(rc::check("every home", [](unsigned seed) {
    const auto district = districts::district_of(districts::random_town(seed), some_profile(seed));
    jobs::Context context;
    const auto reach = analysis::reach(*district, "G04", context);
    std::vector<bool> wanted;
    for (const auto& service : district->project->services)
      wanted.push_back(service.type == "G04");
    const auto expected = Twin(*district).costs(wanted);
    for (std::size_t i = 0; i < reach.size(); ++i) {
      const bool found = reach[i].cost != base::unreachable;
      RC_ASSERT(found == (expected[i] < Twin::never));
      // Each piece of the twin is rounded to whole milliseconds of its own.
      if (found) RC_ASSERT(std::fabs(reach[i].cost.value - expected[i]) <= 20);
    }
  }));
}

TEST_CASE("a service is reached at whichever of its gates is nearest") {
  //  the park's two gates lie at the ends of the street, its middle far from both homes
  auto world = districts::draw(R"(
    h                            h
    +----------------------------+
    S
  )");
  auto& park = world.project.services[0];
  const auto& nodes = world.project.streets.nodes;
  park.entrances = {nodes[0].at, nodes[1].at, {nodes[1].at.x + 500, nodes[1].at.y}};
  const auto district = districts::district_of(world.project, districts::walker());
  REQUIRE(district->gates[0].size() == 2);  // the third is on no street
  jobs::Context context;
  for (const auto& home : analysis::reach(*district, "G04", context)) {
    CHECK(home.cost == base::Millis(10'000));
    CHECK(home.service == park.id);
  }
}

TEST_CASE("every field of costs is certified arc by arc") {
  CHECK(rc::check("towards the services", [](unsigned seed) {
    const auto district = districts::district_of(districts::random_town(seed), some_profile(seed));
    jobs::Context context;
    const auto gates = districts::all_gates(*district).snaps;
    const auto field =
        analysis::cost_field(district->network, gates, true, base::unreachable, context);
    RC_ASSERT(districts::refuted(district->network, gates, field) == "");
  }));
}

TEST_CASE("the certificate notices a search in the wrong direction") {
  int noticed = 0;
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const auto district = districts::district_of(districts::random_town(seed), districts::walker());
    jobs::Context context;
    const auto gates = districts::all_gates(*district).snaps;
    const auto field =
        analysis::cost_field(district->network, gates, false, base::unreachable, context);
    noticed += districts::refuted(district->network, gates, field).empty() ? 0 : 1;
  }
  CHECK(noticed >= 15);  // the others happen to have no one-way stretch that matters
}

TEST_CASE("a bounded search finds the same costs as far as it goes") {
  CHECK(rc::check("up to the limit", [](unsigned seed) {
    const auto district = districts::district_of(districts::random_town(seed), some_profile(seed));
    jobs::Context context;
    const base::Millis limit(90'000);
    const auto gates = districts::all_gates(*district).snaps;
    const auto all =
        analysis::cost_field(district->network, gates, true, base::unreachable, context);
    const auto some = analysis::cost_field(district->network, gates, true, limit, context);
    for (std::size_t n = 0; n < all.cost.size(); ++n) {
      if (all.cost[n] <= limit) {
        RC_ASSERT(some.cost[n] == all.cost[n]);
        RC_ASSERT(some.metres[n] == all.metres[n]);
        RC_ASSERT(some.target[n] == all.target[n]);
      } else {
        RC_ASSERT(some.cost[n] == base::unreachable);
      }
    }
  }));
}

TEST_CASE("one thread and two give the same bytes") {
  const auto project = districts::random_town(7, 12000, 40, 30);
  const auto one = districts::district_of(project, districts::walker(), 1);
  const auto two = districts::district_of(project, districts::walker(), 2);
  jobs::Context alone({}, 1);
  jobs::Context together({}, 2);
  const auto a = analysis::reach(*one, "G04", alone);
  const auto b = analysis::reach(*two, "G04", together);
  REQUIRE(a.size() == b.size());
  bool same = true;
  for (std::size_t i = 0; i < a.size(); ++i) {
    same &= a[i].cost == b[i].cost && a[i].metres == b[i].metres && a[i].service == b[i].service &&
            a[i].frontier == b[i].frontier && a[i].status == b[i].status;
  }
  CHECK(same);
}

TEST_CASE("all types at once are what each is alone") {
  const auto district =
      districts::district_of(districts::random_town(5, 60, 9), districts::walker());
  jobs::Context alone({}, 1);
  jobs::Context together({}, 2);
  const std::vector<std::string> types{"N03", "G04", "none of these", "G04"};
  const auto all = analysis::reach(*district, types, together);
  REQUIRE(all.size() == 4);
  for (std::size_t t = 0; t < types.size(); ++t) {
    const auto one = analysis::reach(*district, types[t], alone);
    for (std::size_t i = 0; i < one.size(); ++i) {
      CHECK(all[t][i].cost == one[i].cost);
      CHECK(all[t][i].service == one[i].service);
    }
  }
}

TEST_CASE("a search object may be used again and again") {
  const auto district = districts::district_of(districts::random_town(3), districts::walker());
  const auto& network = district->network;
  jobs::Context context;
  analysis::Search reused;
  for (const auto& gate : districts::all_gates(*district).snaps) {
    const std::vector<analysis::Snap> target{gate};
    const auto seeds = analysis::seeds_at(network, target, true);
    analysis::Bounds bounds;
    bounds.cost = base::Millis(60'000);
    analysis::Search fresh;
    fresh.run(network, seeds, true, bounds, context);
    reused.run(network, seeds, true, bounds, context);
    for (analysis::NodeIndex n = 0; n < network.graph->node_count(); ++n) {
      CHECK(fresh.label(n).cost == reused.label(n).cost);
    }
  }
}
