#include "analysis/closures.hpp"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "tests/districts/ascii_world.hpp"
#include "tests/districts/cut_twin.hpp"
#include "tests/districts/people.hpp"
#include "tests/districts/random_world.hpp"

using namespace nahraum;
using analysis::Closure;
using analysis::ClosureKind;
using analysis::Limit;
using analysis::TypeLimit;
using analysis::Within;
using Homes = std::vector<std::uint32_t>;

namespace {

analysis::Loss loss_of(const analysis::District& district, const Closure& closure,
                       const TypeLimit& question) {
  jobs::Context context;
  return analysis::lost_homes(district, {closure}, {question}, context)[0];
}

TypeLimit seconds(double value) {
  return {"G04", {Limit::Kind::seconds, value}};
}

model::Profile some_profile(unsigned seed) {
  return seed % 2 == 0 ? districts::walker() : districts::rolling();
}

/// Every edge in its middle, some elsewhere, lifts whole.
std::vector<Closure> all_closures(const analysis::District& district, const TypeLimit& question,
                                  unsigned seed) {
  jobs::Context context;
  auto closures = analysis::closures_of(district, {question}, context);
  const auto& graph = *district.network.graph;
  for (analysis::EdgeIndex e = seed % 3; e < graph.edge_count(); e += 3) {
    const float at_m = graph.length_m[e] * static_cast<float>(seed % 97) / 97;
    closures.push_back({ClosureKind::street, {}, "", {}, {{e, at_m, at_m}}});
  }
  return closures;
}

}  // namespace

TEST_CASE("a closed street cuts off whoever lives beyond it, and the neighbour goes round") {
  // Homes at 20 m, 40 m (east of the site), 80 m; the way round is 200 m longer.
  const auto world = districts::draw(R"(
      h h   h
    +--------+-----+S
  )");
  const auto district = districts::district_of(world.project, districts::walker());
  const auto& home = world.project.homes[1];
  const auto site = analysis::closure_at(*district, {home.at.x + 10, home.at.y - 10});
  REQUIRE(site);
  const auto loss = loss_of(*district, *site, seconds(500));
  CHECK(loss.lost[0] == Homes{0, 1});
  CHECK(loss.open[0].empty());
}

TEST_CASE("a way round within the limit saves everybody") {
  const auto world = districts::draw(R"(
      h
    +------+-----+S
    |      |
    +------+
  )");
  const auto district = districts::district_of(world.project, districts::walker());
  const auto& home = world.project.homes[0];
  const auto site = analysis::closure_at(*district, {home.at.x + 20, home.at.y - 10}).value();
  CHECK(loss_of(*district, site, seconds(300)).lost[0].empty());
  CHECK(loss_of(*district, site, seconds(150)).lost[0] == Homes{0});
}

TEST_CASE("several closures at once: one leaves the other as the way round") {
  const auto world = districts::draw(R"(
     h
    +A-------+-----+S
     |       |
     +-------+
  )");
  const auto district = districts::district_of(world.project, districts::walker());
  const geo::Point a = world.named.at('A');
  const auto upper = analysis::closure_at(*district, {a.x + 40, a.y}).value();
  const auto lower = analysis::closure_at(*district, {a.x + 40, a.y - 20}).value();
  CHECK(loss_of(*district, upper, seconds(900)).lost[0].empty());
  CHECK(loss_of(*district, lower, seconds(900)).lost[0].empty());
  CHECK(loss_of(*district, analysis::together({upper, lower}), seconds(900)).lost[0] == Homes{0});
}

TEST_CASE("a lift out of order is closed on all its sides") {
  auto world = districts::draw(R"(
     h
    +----A-----+S
  )");
  world.project.streets.nodes[world.node_at(world.named.at('A'))].tags = {{"highway", "elevator"}};
  const auto district = districts::district_of(world.project, districts::rolling());
  jobs::Context context;
  const auto closures = analysis::closures_of(*district, {seconds(900)}, context);
  REQUIRE(closures.front().kind == ClosureKind::lift);
  CHECK(closures.front().cuts.size() == 2);
  CHECK(loss_of(*district, closures.front(), seconds(900)).lost[0] == Homes{0});
}

TEST_CASE("what lies behind the edge of the data may replace what is lost: not to be assessed") {
  const auto world = districts::draw(R"(
           h
    X-------+-----+S
  )");
  const auto district = districts::district_of(world.project, districts::walker());
  const auto& home = world.project.homes[0];
  const auto site = analysis::closure_at(*district, {home.at.x + 30, home.at.y - 10}).value();
  const auto loss = loss_of(*district, site, seconds(300));
  CHECK(loss.lost[0].empty());
  CHECK(loss.open[0] == Homes{0});
}

TEST_CASE("a door halfway round a ring is reached by the half that stays open") {
  auto world = districts::draw(R"(
             S
         D--A
    h    |  |
    F----C--E
  )");
  const auto node = [&](char name) { return world.node_at(world.named.at(name)); };
  const model::Tags street{{"highway", "residential"}};
  world.project.streets.ways = {
      {1, {node('F'), node('C')}, street},
      {2, {node('C'), node('D'), node('A'), node('E'), node('C')}, street}};
  const auto district = districts::district_of(world.project, districts::walker());
  const geo::Point d = world.named.at('D');
  const auto site = analysis::closure_at(*district, {d.x + 10, d.y}).value();
  REQUIRE(district->network.graph->tail[site.cuts[0].edge] ==
          district->network.graph->head[site.cuts[0].edge]);
  const auto loss = loss_of(*district, site, seconds(900));
  CHECK(loss.lost[0].empty());
  CHECK(loss.open[0].empty());
}

TEST_CASE("no street near, no closure") {
  const auto district =
      districts::district_of(districts::draw("h\n+--+S").project, districts::walker());
  CHECK_FALSE(analysis::closure_at(*district, {600000, 5600000}));
}

TEST_CASE("losses agree with walking a network whose street is cut") {
  long lost = 0;
  CHECK(rc::check("every closure, every home", [&](unsigned seed) {
    const auto district =
        districts::district_of(districts::random_town(seed, 30, 5, 6), some_profile(seed));
    const auto question = seconds(70.0 + seed % 9 * 31);
    const auto targets = analysis::targets_of(*district, question.type);
    jobs::Context context;
    const auto now = analysis::reach(*district, question.type, context);
    const auto closures = all_closures(*district, question, seed);
    const auto losses = analysis::lost_homes(*district, closures, {question}, context);
    for (std::size_t c = 0; c < closures.size(); ++c) {
      const districts::CutTwin cut(*district, targets, closures[c].cuts);
      if (cut.ambiguous()) continue;
      const auto twin = cut.costs();
      Homes out = losses[c].lost[0];
      out.insert(out.end(), losses[c].open[0].begin(), losses[c].open[0].end());
      std::sort(out.begin(), out.end());
      lost += static_cast<long>(out.size());
      for (std::uint32_t i = 0; i < twin.size(); ++i) {
        const double limit_ms = question.limit.value * 1000;
        if (std::fabs(twin[i] - limit_ms) < 30) continue;
        const bool loses =
            analysis::within(now[i], question.limit) == Within::yes && twin[i] > limit_ms;
        if (std::fabs(now[i].cost.value - limit_ms) < 30) continue;
        RC_ASSERT(std::binary_search(out.begin(), out.end(), i) == loses);
      }
    }
  }));
  CHECK(lost > 0);
}

TEST_CASE("nobody loses anything by an edge that is no closure of the list") {
  CHECK(rc::check("all other edges", [](unsigned seed) {
    const auto district =
        districts::district_of(districts::random_town(seed, 30, 5, 6), some_profile(seed));
    const auto question = seconds(70.0 + seed % 9 * 31);
    jobs::Context context;
    std::vector<bool> listed(district->network.graph->edge_count(), false);
    for (const auto& closure : analysis::closures_of(*district, {question}, context))
      for (const auto& cut : closure.cuts)
        listed[cut.edge] = true;
    std::vector<Closure> others;
    for (analysis::EdgeIndex e = 0; e < listed.size(); ++e) {
      const float middle_m = district->network.graph->length_m[e] / 2;
      if (!listed[e])
        others.push_back({ClosureKind::street, {}, "", {}, {{e, middle_m, middle_m}}});
    }
    for (const auto& loss : analysis::lost_homes(*district, others, {question}, context)) {
      RC_ASSERT(loss.lost[0].empty());
      RC_ASSERT(loss.open[0].empty());
    }
  }));
}

TEST_CASE("losses are the same on any number of threads") {
  CHECK(rc::check("two types, three threads", [](unsigned seed) {
    const auto district =
        districts::district_of(districts::random_town(seed, 60, 9, 9), some_profile(seed));
    const std::vector<TypeLimit> types{seconds(150), {"N03", {Limit::Kind::metres, 120}}};
    jobs::Context one, three({}, 3);
    const auto closures = analysis::closures_of(*district, types, one);
    const auto a = analysis::lost_homes(*district, closures, types, one);
    const auto b = analysis::lost_homes(*district, closures, types, three);
    for (std::size_t i = 0; i < a.size(); ++i) {
      RC_ASSERT(a[i].lost == b[i].lost);
      RC_ASSERT(a[i].open == b[i].open);
    }
  }));
}
