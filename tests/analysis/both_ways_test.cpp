#include "analysis/both_ways.hpp"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "analysis/catchment.hpp"
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

/// Of an edge's end; none elsewhere.
analysis::NodeIndex node_at(const analysis::StreetGraph& graph, analysis::EdgeIndex edge,
                            float along_m) {
  if (along_m <= 0) return graph.tail[edge];
  return along_m >= graph.length_m[edge] ? graph.head[edge] : analysis::none;
}

/// Who lives at a street corner lives on all its streets: a kerb may keep one of them out of reach.
bool lies_in(const analysis::District& district, const analysis::Catchment& catchment,
             const analysis::Snap& place) {
  const auto& graph = *district.network.graph;
  const auto corner = node_at(graph, place.edge, place.along_m);
  return std::any_of(catchment.parts.begin(), catchment.parts.end(), [&](const auto& part) {
    if (part.edge == place.edge && place.along_m >= part.from_m - 0.05f &&
        place.along_m <= part.to_m + 0.05f)
      return true;
    return corner != analysis::none && (node_at(graph, part.edge, part.from_m) == corner ||
                                        node_at(graph, part.edge, part.to_m) == corner);
  });
}

bool walked_both_ways(const analysis::District& district, const analysis::Snap& place) {
  return place.found() && district.network.forward[place.edge] != base::unreachable &&
         district.network.backward[place.edge] != base::unreachable;
}

/// From door to door without a step on the street: a kerb at that very point may keep all of the
/// street out of reach (seed 780, 73 seconds).
bool shares_a_point(const analysis::Targets& targets, const analysis::Snap& place) {
  return std::any_of(targets.snaps.begin(), targets.snaps.end(), [&](const auto& target) {
    return target.edge == place.edge && std::abs(target.along_m - place.along_m) < 0.01f;
  });
}

double length_of(const analysis::District& district, const analysis::Targets& targets,
                 const analysis::Limit& limit, Way way) {
  jobs::Context context;
  return (*analysis::catchments_by(district, targets, {limit}, way, context))[0].length_m;
}

}  // namespace

TEST_CASE("who keeps the limit there and back lives in the catchment of both ways") {
  CHECK(rc::check("every home", [](unsigned seed) {
    const auto district = districts::district_of(
        districts::random_town(seed), seed % 2 ? districts::walker() : districts::rolling());
    jobs::Context context;
    const auto targets = analysis::targets_of(*district, "G04");
    RC_PRE(!targets.snaps.empty());
    const analysis::Limit limit{analysis::Limit::Kind::seconds, double(*rc::gen::inRange(20, 400))};
    const auto both = analysis::catchments_by(*district, targets, {limit}, Way::both, context);
    const auto reach = analysis::reach_by(*district, targets, Way::both, context);
    for (std::size_t i = 0; i < reach.size(); ++i) {
      // On moving stairs there and back have no more than the service's own point in common.
      if (!walked_both_ways(*district, district->homes[i])) continue;
      const bool within = base::to_seconds(reach[i].cost).value <= limit.value;
      if (within && !shares_a_point(targets, district->homes[i]))
        RC_ASSERT(lies_in(*district, (*both)[0], district->homes[i]));
      // On the street's very edge the other way round holds as well.
      const bool doorstep = district->homes[i].found() && district->homes[i].walk_m < 0.01f;
      if (doorstep && !within && reach[i].cost.value > limit.value * 1000 + 200)
        RC_ASSERT(!lies_in(*district, (*both)[0], district->homes[i]));
    }
    const double length_m = (*both)[0].length_m;
    RC_ASSERT(length_m <= length_of(*district, targets, limit, Way::to) + 0.1);
    RC_ASSERT(length_m <= length_of(*district, targets, limit, Way::from) + 0.1);
  }));
}

TEST_CASE("what is bought is carried home") {
  model::ServiceType type;
  type.group = model::Group::supply;
  CHECK(analysis::default_way(type) == Way::both);
  CHECK(*analysis::way_for("", type) == Way::both);
  CHECK(*analysis::way_for("to", type) == Way::to);
  type.group = model::Group::health;
  CHECK(analysis::default_way(type) == Way::to);
  CHECK_FALSE(analysis::way_for("sideways", type));
}

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
