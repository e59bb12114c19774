#include <queue>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "analysis/catchment.hpp"
#include "tests/districts/ascii_world.hpp"
#include "tests/districts/people.hpp"
#include "tests/districts/random_world.hpp"

using namespace nahraum;
using analysis::EdgeIndex;
using analysis::Limit;

namespace {

/// The network chopped into pieces of 0.1 m, each an arc of a plain search with real numbers.
class ChoppedTwin {
 public:
  static constexpr double piece_m = 0.1;

  explicit ChoppedTwin(const analysis::WalkNetwork& network) : network_(network) {
    const auto& graph = *network.graph;
    for (std::size_t n = 0; n < graph.node_count(); ++n)
      points_.push_back({});
    for (EdgeIndex e = 0; e < graph.edge_count(); ++e)
      chop(e);
  }

  struct Ways {
    std::vector<double> cost_s, metres;  // per point
  };
  /// `shift`: from as many pieces farther along the edge.
  Ways search(const analysis::Snap& origin, bool towards, int shift = 0) const {
    Ways ways{std::vector<double>(points_.size(), never),
              std::vector<double>(points_.size(), never)};
    using Entry = std::pair<double, std::size_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    const double walk_s = origin.walk_m / network_.profile.speed_m_s;
    const auto start = point(origin.edge, origin.along_m, shift);
    ways.cost_s[start] = walk_s;
    ways.metres[start] = origin.walk_m;
    open.push({walk_s, start});
    while (!open.empty()) {
      const auto [cost, at] = open.top();
      open.pop();
      if (cost > ways.cost_s[at]) continue;
      for (const auto& arc : points_[at]) {
        const double sum = cost + (towards ? arc.back_s : arc.there_s);
        if (sum >= ways.cost_s[arc.to]) continue;
        ways.cost_s[arc.to] = sum;
        ways.metres[arc.to] = ways.metres[at] + arc.length_m;
        open.push({sum, arc.to});
      }
    }
    return ways;
  }

  /// Points within an edge (its ends belong to others too) with their position, seconds and metres.
  struct Sample {
    double along_m, seconds, metres;
  };
  std::vector<Sample> samples(const Ways& ways, EdgeIndex e) const {
    std::vector<Sample> samples;
    for (std::size_t i = 1; i + 1 < on_edge_[e].size(); ++i) {
      const auto p = on_edge_[e][i];
      samples.push_back({step(e) * static_cast<double>(i), ways.cost_s[p], ways.metres[p]});
    }
    return samples;
  }
  static constexpr double never = 1e18;

 private:
  struct Arc {
    std::size_t to;
    double there_s, back_s, length_m;
  };
  double step(EdgeIndex e) const {
    return network_.graph->length_m[e] / static_cast<double>(on_edge_[e].size() - 1);
  }
  std::size_t point(EdgeIndex e, double along_m, int shift) const {
    const long last = static_cast<long>(on_edge_[e].size()) - 1;
    const long piece = std::clamp(std::lround(along_m / step(e)) + shift, 0L, last);
    return on_edge_[e][static_cast<std::size_t>(piece)];
  }

  void chop(EdgeIndex e) {
    const auto& graph = *network_.graph;
    const double length_m = graph.length_m[e];
    const auto count = std::max<std::size_t>(1, static_cast<std::size_t>(length_m / piece_m));
    std::vector<std::size_t> chain{graph.tail[e]};
    for (std::size_t i = 1; i < count; ++i) {
      chain.push_back(points_.size());
      points_.push_back({});
    }
    chain.push_back(graph.head[e]);
    on_edge_.push_back(chain);
    double elements_s = 0;
    std::vector<double> extra_s(count, 0);
    for (auto k = graph.element_begin[e]; k < graph.element_begin[e + 1]; ++k) {
      const double s = network_.element_cost[k].value / 1000.0;
      elements_s += s;
      const double at = graph.elements[k].along_m / length_m * static_cast<double>(count);
      extra_s[std::min(count - 1, static_cast<std::size_t>(at))] += s;
    }
    const auto seconds = [&](base::Millis whole, std::size_t i) {
      if (whole == base::unreachable) return never;
      return (whole.value / 1000.0 - elements_s) / static_cast<double>(count) + extra_s[i];
    };
    for (std::size_t i = 0; i < count; ++i) {
      const double forward_s = seconds(network_.forward[e], i);
      const double backward_s = seconds(network_.backward[e], i);
      const double m = length_m / static_cast<double>(count);
      points_[chain[i]].push_back({chain[i + 1], forward_s, backward_s, m});
      points_[chain[i + 1]].push_back({chain[i], backward_s, forward_s, m});
    }
  }

  const analysis::WalkNetwork& network_;
  std::vector<std::vector<Arc>> points_;
  std::vector<std::vector<std::size_t>> on_edge_;
};

bool covered(const analysis::Catchment& catchment, EdgeIndex e, double along_m, double grace_m) {
  for (const auto& part : catchment.parts) {
    if (part.edge == e && along_m >= part.from_m - grace_m && along_m <= part.to_m + grace_m) {
      return true;
    }
  }
  return false;
}

/// There the twin's pieces are too coarse to say on which side one stands.
bool beside_element(const analysis::StreetGraph& graph, const analysis::Snap& snap) {
  for (auto i = graph.element_begin[snap.edge]; i < graph.element_begin[snap.edge + 1]; ++i) {
    if (std::fabs(graph.elements[i].along_m - snap.along_m) < 0.2) return true;
  }
  return false;
}

bool is_inside(const ChoppedTwin::Sample& sample, const Limit& limit) {
  return (limit.kind == Limit::Kind::seconds ? sample.seconds : sample.metres) <= limit.value;
}

/// Metres of edges where twin and catchment differ although the rim is farther than `grace_m`. The
/// twin's ways begin a piece earlier, on the spot, and a piece later: where these do not agree, its
/// pieces are too coarse. That is so where a way round takes the same time and another length.
double disagreement(const ChoppedTwin& twin, const std::vector<ChoppedTwin::Ways>& ways,
                    const analysis::WalkNetwork& network, const analysis::Catchment& catchment) {
  const double grace_m = 0.3;
  double wrong_m = 0;
  for (EdgeIndex e = 0; e < network.graph->edge_count(); ++e) {
    std::vector<std::vector<ChoppedTwin::Sample>> samples;
    for (const auto& each : ways)
      samples.push_back(twin.samples(each, e));
    for (std::size_t i = 0; i < samples[0].size(); ++i) {
      const auto is_in = [&](const auto& some) { return is_inside(some[i], catchment.limit); };
      const bool inside = is_in(samples[0]);
      if (std::count_if(samples.begin(), samples.end(), is_in) !=
          static_cast<long>(inside ? samples.size() : 0))
        continue;
      const double at_m = samples[0][i].along_m;
      const bool agrees =
          inside ? covered(catchment, e, at_m, grace_m) : !covered(catchment, e, at_m, -grace_m);
      if (!agrees) wrong_m += ChoppedTwin::piece_m;
    }
  }
  return wrong_m;
}

}  // namespace

TEST_CASE("catchments end where the time ends, also in the middle of an edge") {
  const auto world = districts::draw(R"(
         S
    +---------+####+------+
    |
    +
  )");
  const auto district = districts::district_of(world.project, districts::walker());
  jobs::Context context;
  // 60 s: 10 m to the door, 50 m left; eastwards the stairs begin after 50 m.
  const auto bands = analysis::catchments(
      *district, {districts::first_gate(*district)},
      {{Limit::Kind::seconds, 40}, {Limit::Kind::seconds, 60}, {Limit::Kind::seconds, 80}},
      analysis::Direction::towards, context);
  REQUIRE(bands);
  CHECK((*bands)[0].length_m == Approx(30 + 30));
  CHECK((*bands)[1].length_m == Approx(50 + 50));
  // West: 50 m and 20 m around the corner. East: 20 s on stairs of 100 s + 5 s for 50 m.
  CHECK((*bands)[2].length_m == Approx(50 + 20 + 50 + 50 * 20.0 / 105).margin(0.02));
}

TEST_CASE("the limit in metres counts the way that is quickest") {
  // Over the stairs it is 50 m but 105 s, around them 90 m and 90 s.
  const auto world = districts::draw(R"(
    S
    +####+
    |    |
    +----+
  )");
  const auto district = districts::district_of(world.project, districts::walker());
  jobs::Context context;
  const auto within = [&](double metres) {
    return analysis::catchments(*district, {districts::first_gate(*district)},
                                {{Limit::Kind::metres, metres}}, analysis::Direction::towards,
                                context)
        .value()[0];
  };
  // At 100 m the way around has just come to the stairs' far end; of the stairs themselves it
  // counts what is quicker from this side: 46.43 m, where 2.1 s/m up cost as much as 90 s and 2.1
  // s/m down.
  CHECK(within(100).length_m == Approx(90 + (90 + 2.1 * 50) / 4.2).margin(0.02));
  CHECK(within(20).length_m == Approx(10 + 10));
}

TEST_CASE("rims agree with a network chopped into pieces of 10 cm") {
  CHECK(rc::check("seconds and metres, towards and from", [](unsigned seed) {
    const auto profile = seed % 2 == 0 ? districts::walker() : districts::rolling();
    const auto district = districts::district_of(districts::random_town(seed, 0, 1, 5), profile);
    const analysis::Snap origin = districts::first_gate(*district);
    if (!origin.found() || beside_element(*district->network.graph, origin)) return;
    jobs::Context context;
    const ChoppedTwin twin(district->network);
    const bool towards = seed % 3 != 0;
    std::vector<ChoppedTwin::Ways> ways;
    for (const int shift : {-1, 0, 1})
      ways.push_back(twin.search(origin, towards, shift));
    const auto direction = towards ? analysis::Direction::towards : analysis::Direction::from;
    const auto bands = analysis::catchments(
        *district, {origin},
        {{Limit::Kind::seconds, 45}, {Limit::Kind::seconds, 130}, {Limit::Kind::seconds, 260}},
        direction, context);
    RC_ASSERT(bands.has_value());
    for (const auto& band : *bands) {
      RC_ASSERT(disagreement(twin, ways, district->network, band) < 0.5);
    }
    const auto by_length =
        analysis::catchments(*district, {origin}, {{Limit::Kind::metres, 110}}, direction, context);
    RC_ASSERT(disagreement(twin, ways, district->network, (*by_length)[0]) < 0.5);
  }));
}

TEST_CASE("a stretch is reached exactly where a home would be within the limit") {
  CHECK(rc::check("homes and catchment agree", [](unsigned seed) {
    const auto profile = seed % 2 == 0 ? districts::walker() : districts::rolling();
    const auto district = districts::district_of(districts::random_town(seed, 40, 3, 8), profile);
    const analysis::Targets targets = districts::all_gates(*district);
    if (targets.snaps.empty()) return;
    jobs::Context context;
    const auto reach = analysis::reach(*district, targets, context);
    const std::vector<Limit> limits{{Limit::Kind::seconds, 150}, {Limit::Kind::metres, 120}};
    for (const auto& limit : limits) {
      const auto catchment = analysis::catchments(*district, targets.snaps, {limit},
                                                  analysis::Direction::towards, context)
                                 .value()
                                 .front();
      for (std::size_t i = 0; i < reach.size(); ++i) {
        const auto& snap = district->homes[i];
        if (!snap.found()) continue;
        // An edge's ends belong to other edges too: this one may be closed.
        const float length_m = district->network.graph->length_m[snap.edge];
        if (snap.along_m < 0.05 || snap.along_m > length_m - 0.05) continue;
        const double walk_s = snap.walk_m / profile.speed_m_s;
        const double value = limit.kind == Limit::Kind::seconds
                                 ? reach[i].cost.value / 1000.0 - walk_s
                                 : reach[i].metres - snap.walk_m;
        const bool inside = reach[i].cost != base::unreachable && value <= limit.value;
        const bool agrees = inside ? covered(catchment, snap.edge, snap.along_m, 0.05)
                                   : !covered(catchment, snap.edge, snap.along_m, -0.05);
        RC_ASSERT(agrees);
      }
    }
  }));
}

TEST_CASE("a catchment that meets the edge of the data says so") {
  const auto world = districts::draw(R"(
       S
    X------+
  )");
  const auto district = districts::district_of(world.project, districts::walker());
  jobs::Context context;
  const auto bands = analysis::catchments(*district, {districts::first_gate(*district)},
                                          {{Limit::Kind::seconds, 39}, {Limit::Kind::seconds, 40}},
                                          analysis::Direction::towards, context);
  CHECK_FALSE((*bands)[0].cut_by_data);
  CHECK((*bands)[1].cut_by_data);
}

TEST_CASE("far from every street there is no catchment, but a reason") {
  auto world = districts::draw("S  +--+");
  world.project.services[0].at.y += 151;
  const auto district = districts::district_of(world.project, districts::walker());
  jobs::Context context;
  const auto bands = analysis::catchments(*district, {districts::first_gate(*district)}, {Limit{}},
                                          analysis::Direction::towards, context);
  REQUIRE_FALSE(bands);
  CHECK(bands.error().code == base::ErrorCode::no_street_nearby);
}
