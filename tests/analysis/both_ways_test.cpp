#include "analysis/both_ways.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "analysis/pairs.hpp"
#include "tests/districts/ascii_world.hpp"
#include "tests/districts/people.hpp"
#include "tests/districts/random_world.hpp"

using namespace nahraum;
using analysis::Way;

namespace {

constexpr analysis::Limit far{analysis::Limit::Kind::seconds, 4e6};

/// Every service by itself, in both directions: the plainest possible answer.
struct Twin {
  std::vector<std::uint32_t> cost;
  std::vector<std::int32_t> service;
};

Twin by_pairs(const analysis::District& district, Way way) {
  jobs::Context context;
  const auto places = analysis::places_of(district, "G04");
  const auto there = analysis::homes_within(district, places.gates, far, true, context);
  const auto back = analysis::homes_within(district, places.gates, far, false, context);
  const auto never = base::unreachable.value;
  const auto costs = [&](const analysis::Pairs& pairs, std::size_t place) {
    std::vector<std::uint32_t> all(district.homes.size(), never);
    for (const auto& pair : pairs.of(place))
      all[pair.home] = pair.cost.value;
    return all;
  };
  Twin twin{std::vector<std::uint32_t>(district.homes.size(), never),
            std::vector<std::int32_t>(district.homes.size(), 0)};
  for (std::size_t p = 0; p < places.service.size(); ++p) {
    const auto to = costs(there, p);
    const auto from = costs(back, p);
    for (std::size_t i = 0; i < twin.cost.size(); ++i) {
      const auto cost = way == Way::to     ? to[i]
                        : way == Way::from ? from[i]
                                           : std::max(to[i], from[i]);
      if (cost >= twin.cost[i]) continue;
      twin.cost[i] = cost;
      twin.service[i] = district.project->services[places.service[p]].id;
    }
  }
  return twin;
}

}  // namespace

TEST_CASE("there, back and both agree with every service asked by itself") {
  CHECK(rc::check("every home", [](unsigned seed) {
    const auto district = districts::district_of(
        districts::random_town(seed), seed % 2 ? districts::walker() : districts::rolling());
    jobs::Context context;
    jobs::Context two_threads({}, 2);
    const auto targets = analysis::targets_of(*district, "G04");
    for (const Way way : {Way::to, Way::from, Way::both}) {
      const auto twin = by_pairs(*district, way);
      const auto reach = analysis::reach_by(*district, targets, way, context);
      const auto again = analysis::reach_by(*district, targets, way, two_threads);
      for (std::size_t i = 0; i < reach.size(); ++i) {
        RC_ASSERT(reach[i].cost.value == twin.cost[i]);
        RC_ASSERT(reach[i].service == twin.service[i]);
        RC_ASSERT(again[i].cost == reach[i].cost);
        RC_ASSERT(again[i].service == reach[i].service);
      }
    }
  }));
}

TEST_CASE("both ways lead to the shop that one also gets home from") {
  //  the near bakery lies behind moving stairs that only go there; the far one on a plain street
  const auto world = districts::draw(R"(
    S    h                   S
    +<<<<+-------------------+
  )");
  const auto district = districts::district_of(world.project, districts::walker());
  jobs::Context context;
  const auto targets = analysis::targets_of(*district, "G04");
  const auto there = analysis::reach_by(*district, targets, Way::to, context);
  const auto both = analysis::reach_by(*district, targets, Way::both, context);
  CHECK(there[0].service == 1);
  CHECK(both[0].service == 2);
  CHECK(both[0].metres == Approx(there[0].metres + 150).margin(1));
}

TEST_CASE("home again is judged by the way from the edge of the data") {
  //  from the edge one comes down the moving stairs, but nobody gets up there
  const auto world = districts::draw(R"(
    h              S
    +--------------+
    ^
    X
  )");
  const auto district = districts::district_of(world.project, districts::walker());
  jobs::Context context;
  const auto targets = analysis::targets_of(*district, "G04");
  CHECK(analysis::reach_by(*district, targets, Way::to, context)[0].status == analysis::Status::ok);
  CHECK(analysis::reach_by(*district, targets, Way::from, context)[0].status ==
        analysis::Status::beyond_data);
  CHECK(analysis::reach_by(*district, targets, Way::both, context)[0].status ==
        analysis::Status::beyond_data);
}

TEST_CASE("a direction is to, from or both") {
  CHECK(*analysis::parse_way("both") == Way::both);
  CHECK_FALSE(analysis::parse_way("back"));
}
