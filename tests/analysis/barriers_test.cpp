#include "analysis/barriers.hpp"

#include <algorithm>
#include <map>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "analysis/access.hpp"
#include "tests/districts/ascii_world.hpp"
#include "tests/districts/people.hpp"
#include "tests/districts/random_world.hpp"

using namespace nahraum;
using analysis::Limit;
using analysis::Obstacle;
using analysis::ObstacleKind;
using analysis::TypeLimit;
using analysis::Within;

namespace {

model::Profile some_profile(unsigned seed) {
  auto profile = seed % 2 == 0 ? districts::walker() : districts::rolling();
  profile.crossing_unmarked_fast = {1, 15, false};
  if (seed % 3 == 0) profile.kerb_raised = {1, 20, false};
  return profile;
}

TypeLimit some_limit(unsigned seed, const char* type = "G04") {
  const double value = 60.0 + seed % 11 * 23;
  return {type, {seed % 5 < 3 ? Limit::Kind::seconds : Limit::Kind::metres, value}};
}

bool names(const Obstacle& obstacle, model::OsmId id) {
  return std::find(obstacle.osm.begin(), obstacle.osm.end(), id) != obstacle.osm.end();
}

/// As somebody would map it after the building works.
model::Project mended(model::Project project, const Obstacle& obstacle,
                      const model::Profile& profile) {
  for (auto& way : project.streets.ways) {
    if (names(obstacle, {'w', way.osm_way_id}))
      way.tags = analysis::mended_way(way.tags, obstacle.kind, profile).value();
  }
  for (auto& node : project.streets.nodes) {
    if (names(obstacle, {'n', node.osm_id}))
      node.tags = analysis::mended_node(node.tags, obstacle.kind, profile).value();
  }
  return project;
}

/// Everything from the beginning; only the doors stay where they were.
std::shared_ptr<const analysis::District> rebuilt(const analysis::District& before,
                                                  const Obstacle& obstacle) {
  const auto& profile = before.network.profile;
  const auto after = districts::district_of(mended(*before.project, obstacle, profile), profile);
  auto& held = const_cast<analysis::District&>(*after);
  held.homes = before.homes;
  held.gates = before.gates;
  for (std::size_t i = 0; i < held.homes.size(); ++i)
    held.home_access[i] = analysis::access_of(held.network, held.homes[i]);
  return after;
}

std::vector<std::uint32_t> gained_anew(const analysis::District& before,
                                       const std::vector<analysis::HomeReach>& now,
                                       const Obstacle& obstacle, const TypeLimit& question) {
  jobs::Context context;
  const auto then = analysis::reach(*rebuilt(before, obstacle), question.type, context);
  std::vector<std::uint32_t> homes;
  for (std::uint32_t i = 0; i < now.size(); ++i) {
    const bool gap = analysis::within(now[i], question.limit) == Within::no;
    if (gap && analysis::within(then[i], question.limit) == Within::yes) homes.push_back(i);
  }
  return homes;
}

analysis::HomesByType gains_without(const analysis::District& district, ObstacleKind kind,
                                    const TypeLimit& question) {
  jobs::Context context;
  const auto obstacles = analysis::obstacles_of(district).list;
  const auto gained = analysis::gained_homes(district, obstacles, {question}, context);
  for (std::size_t i = 0; i < obstacles.size(); ++i)
    if (obstacles[i].kind == kind) return gained[i];
  return {};
}

const TypeLimit within_15_min{"G04", {Limit::Kind::seconds, 900}};

}  // namespace

TEST_CASE("without the steps two homes reach the pharmacy, the third does already") {
  const auto world = districts::draw(R"(
     h   h
    +-----+####+-----+S
    |                |
    |                |
    |                |
    |                |
    +----------------+
                   h
  )");
  const auto district = districts::district_of(world.project, districts::rolling());
  const auto all =
      gains_without(*district, ObstacleKind::steps, {"G04", {Limit::Kind::seconds, 400}});
  REQUIRE(all.size() == 1);
  CHECK(all[0] == std::vector<std::uint32_t>{0, 1});
  // 500 m more at half a metre a second: the way round takes more than ten minutes.
  CHECK(gains_without(*district, ObstacleKind::steps, {"G04", {Limit::Kind::seconds, 1200}})[0]
            .empty());
}

TEST_CASE("flights at both ends of an underpass are one obstacle, named after it") {
  auto world = districts::draw(R"(
     h
    +----+##+::::::+###+-----+S
  )");
  for (auto& way : world.project.streets.ways)
    if (way.tags.is("highway", "footway")) way.tags.set("name", "Bahnhofsunterführung");
  const auto district = districts::district_of(world.project, districts::rolling());
  const auto obstacles = analysis::obstacles_of(*district).list;
  REQUIRE(obstacles.size() == 1);
  CHECK(obstacles[0].osm.size() == 2);
  CHECK(obstacles[0].name == "Bahnhofsunterführung");
  CHECK(gains_without(*district, ObstacleKind::steps, within_15_min)[0].size() == 1);
}

TEST_CASE("flights between which somebody lives are two: mending one already helps") {
  const auto world = districts::draw(R"(
     h         h
    +----+##+::::::+###+-----+S
  )");
  const auto district = districts::district_of(world.project, districts::rolling());
  const auto obstacles = analysis::obstacles_of(*district).list;
  REQUIRE(obstacles.size() == 2);
  jobs::Context context;
  const auto gained = analysis::gained_homes(*district, obstacles, {within_15_min}, context);
  CHECK(gained[0][0].empty());
  CHECK(gained[1][0] == std::vector<std::uint32_t>{1});
}

TEST_CASE("both kerbs of one crossing are lowered together") {
  auto world = districts::draw(R"(
     h
    +----+::+-----+S
  )");
  auto& streets = world.project.streets;
  for (auto& way : streets.ways)
    if (way.tags.is("highway", "footway")) way.tags.set("footway", "crossing");
  for (const std::uint32_t node : {1u, 2u})
    streets.nodes[node].tags = {{"barrier", "kerb"}, {"kerb", "raised"}};
  const auto district = districts::district_of(world.project, districts::rolling());
  const auto obstacles = analysis::obstacles_of(*district).list;
  REQUIRE(obstacles.size() == 1);
  CHECK(obstacles[0].kind == ObstacleKind::kerb);
  CHECK(obstacles[0].osm.size() == 2);
  CHECK(gains_without(*district, ObstacleKind::kerb, within_15_min)[0].size() == 1);
}

TEST_CASE("steps beside which a ramp leads up are no obstacle, and a lift is none") {
  auto world = districts::draw(R"(
     h
    +----+##+-----+S
  )");
  for (auto& way : world.project.streets.ways)
    if (way.tags.is("highway", "steps")) way.tags.set("ramp", "yes");
  world.project.streets.nodes[1].tags = {{"highway", "elevator"}};
  const auto district = districts::district_of(world.project, districts::rolling());
  CHECK(analysis::obstacles_of(*district).list.empty());
}

TEST_CASE("an obstacle on a way that is closed for another reason changes nothing alone") {
  auto world = districts::draw(R"(
     h
    +----+##+-----+S
  )");
  for (auto& way : world.project.streets.ways)
    if (way.tags.is("highway", "steps")) way.tags.set("width", "0.6");
  const auto district = districts::district_of(world.project, districts::rolling());
  const auto obstacles = analysis::obstacles_of(*district);
  CHECK(obstacles.list.empty());
  CHECK(obstacles.closed_otherwise == 2);
}

TEST_CASE("people in homes: unknown is not zero") {
  auto project = districts::draw("h h h").project;
  project.homes[0].residents = {3, std::nullopt, std::nullopt};
  project.homes[1].residents = {4, 2, std::nullopt};
  project.homes[2].residents = {};
  const std::vector<std::uint32_t> two{0, 1}, third{2};
  CHECK(analysis::people_in(project, two).all == 7);
  CHECK(analysis::people_in(project, two).age_65 == 2);
  CHECK(analysis::people_in(project, two).age_80 == -1);
  CHECK(analysis::people_in(project, third).all == -1);
  CHECK(analysis::people_in(project, third).homes == 1);
}

TEST_CASE("without an obstacle the answer is that of a project in which nobody built it") {
  std::map<ObstacleKind, int> tested;
  long gains = 0;
  CHECK(rc::check("every obstacle, every home", [&](unsigned seed) {
    const auto district =
        districts::district_of(districts::random_town(seed, 40), some_profile(seed));
    const auto question = some_limit(seed);
    jobs::Context context;
    const auto obstacles = analysis::obstacles_of(*district).list;
    const auto gained = analysis::gained_homes(*district, obstacles, {question}, context);
    const auto now = analysis::reach(*district, question.type, context);
    for (std::size_t i = 0; i < obstacles.size(); ++i) {
      ++tested[obstacles[i].kind];
      gains += static_cast<long>(gained[i][0].size());
      RC_ASSERT(gained[i][0] == gained_anew(*district, now, obstacles[i], question));
    }
  }));
  for (const auto kind : analysis::all_obstacle_kinds)
    CHECK(tested[kind] > 0);
  CHECK(gains > 0);
}

TEST_CASE("a mended network costs what a network of mended tags does") {
  CHECK(rc::check("every edge, element and part", [](unsigned seed) {
    const auto district =
        districts::district_of(districts::random_town(seed, 5), some_profile(seed));
    analysis::ChangedNetwork changed(district->network);
    for (const auto& obstacle : analysis::obstacles_of(*district).list) {
      const auto anew = rebuilt(*district, obstacle);
      changed.apply(obstacle.without);
      RC_ASSERT(changed.network().forward == anew->network.forward);
      RC_ASSERT(changed.network().backward == anew->network.backward);
      RC_ASSERT(changed.network().cost == anew->network.cost);
      RC_ASSERT(changed.network().back == anew->network.back);
      changed.undo();
    }
    RC_ASSERT(changed.network().cost == district->network.cost);
    RC_ASSERT(changed.network().element_cost == district->network.element_cost);
  }));
}

TEST_CASE("removing a barrier never lengthens anybody's way") {
  CHECK(rc::check("costs of every home", [](unsigned seed) {
    const auto district =
        districts::district_of(districts::random_town(seed, 40), some_profile(seed));
    jobs::Context context;
    const auto now = analysis::reach(*district, "G04", context);
    for (const auto& obstacle : analysis::obstacles_of(*district).list) {
      const auto then = analysis::reach(*rebuilt(*district, obstacle), "G04", context);
      for (std::size_t i = 0; i < now.size(); ++i)
        RC_ASSERT(then[i].cost <= now[i].cost);
    }
  }));
}

TEST_CASE("gains are the same on any number of threads, and one type does not change another") {
  CHECK(rc::check("two types, three threads", [](unsigned seed) {
    const auto district =
        districts::district_of(districts::random_town(seed, 60, 9, 9), some_profile(seed));
    const auto obstacles = analysis::obstacles_of(*district).list;
    const auto first = some_limit(seed), second = some_limit(seed / 3, "N03");
    jobs::Context one, three({}, 3);
    const auto both = analysis::gained_homes(*district, obstacles, {first, second}, one);
    RC_ASSERT(both == analysis::gained_homes(*district, obstacles, {first, second}, three));
    const auto alone = analysis::gained_homes(*district, obstacles, {second}, three);
    for (std::size_t i = 0; i < both.size(); ++i)
      RC_ASSERT(alone[i][0] == both[i][1]);
  }));
}

TEST_CASE("rows are ranked by persons and services, then homes; nobody is no row") {
  auto project = districts::draw("h h h").project;  // 5, 7, 9 persons
  const std::vector<analysis::HomesByType> rows{{{0}, {}}, {{}, {}}, {{1}, {1}}, {{2}, {}}};
  CHECK(analysis::services_for(project, rows[2]) == 14);
  CHECK(analysis::any_of_types(rows[2]) == std::vector<std::uint32_t>{1});
  CHECK(analysis::ranking(project, rows) == std::vector<std::size_t>{2, 3, 0});
}
