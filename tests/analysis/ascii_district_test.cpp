#include <catch2/catch.hpp>

#include "analysis/coverage.hpp"
#include "tests/districts/ascii_world.hpp"
#include "tests/districts/people.hpp"

using namespace nahraum;
using analysis::Status;

namespace {
std::vector<analysis::HomeReach> pharmacies(const model::Project& project,
                                            const model::Profile& profile) {
  jobs::Context context;
  return analysis::reach(*districts::district_of(project, profile), "G04", context);
}
}  // namespace

TEST_CASE("people walk along the streets, not as the crow flies") {
  const auto world = districts::draw(R"(
    h           S
    +-----+     +
          |     |
          +-----+
  )");
  const auto homes = pharmacies(world.project, districts::walker());
  REQUIRE(homes.size() == 1);
  // 10 m to the street, 60 + 20 + 60 + 20 m along it, 10 m to the door.
  CHECK(homes[0].cost.value == 180'000);
  CHECK(homes[0].metres == Approx(180));
  CHECK(homes[0].service == 1);
  CHECK(homes[0].status == Status::ok);
}

TEST_CASE("steps slow walkers down and stop those on wheels") {
  const auto world = districts::draw(R"(
    h      S
    +------+
  )");
  const auto stairs = districts::draw(R"(
    h      S
    +##+---+
  )");
  CHECK(pharmacies(world.project, districts::walker())[0].cost.value == 90'000);
  // 30 m of steps at half speed, and 5 s for the flight.
  CHECK(pharmacies(stairs.project, districts::walker())[0].cost.value == 125'000);
  const auto on_wheels = pharmacies(stairs.project, districts::rolling());
  // The home's own street is gone for wheels; the next one is 30 m away.
  CHECK(on_wheels[0].metres == Approx(std::hypot(30, 10) + 40 + 10));
}

TEST_CASE("a way that only leads down is used on the way to the service, not from it") {
  const auto world = districts::draw(R"(
     h              h
     +>>>>+---------+
     |    S         |
     |              |
     +--------------+
  )");
  const auto homes = pharmacies(world.project, districts::walker());
  // West: down the moving stairs. East: straight along the street; nobody walks up the stairs.
  CHECK(homes[0].cost.value == (10 + 5 + 2 * 50 + 10) * 1000);
  CHECK(homes[1].cost.value == (10 + 100 + 10) * 1000);

  jobs::Context context;
  const auto district = districts::district_of(world.project, districts::walker());
  const auto from = analysis::cost_field(district->network, {districts::first_gate(*district)},
                                         false, base::unreachable, context);
  const auto towards = analysis::cost_field(district->network, {districts::first_gate(*district)},
                                            true, base::unreachable, context);
  const auto& graph = *district->network.graph;
  for (analysis::NodeIndex n = 0; n < graph.node_count(); ++n) {
    if (graph.at[n] == geo::Point{world.project.homes[0].at.x, world.project.homes[0].at.y - 10}) {
      CHECK(towards.cost[n].value == 115'000);
      CHECK(from.cost[n].value == (10 + 100 + 30 + 150 + 30) * 1000);
    }
  }
}

TEST_CASE("home and service on one street meet directly, whichever side the junctions are") {
  const auto world = districts::draw(R"(
         h  S      h
    +----------------------+
  )");
  const auto homes = pharmacies(world.project, districts::walker());
  CHECK(homes[0].cost.value == (10 + 30 + 10) * 1000);
  CHECK(homes[1].cost.value == (10 + 70 + 10) * 1000);
}

TEST_CASE("a target between a home and the junction is not overlooked") {
  const auto world = districts::draw(R"(
      S   h      S
    +-----------------+
  )");
  const auto homes = pharmacies(world.project, districts::walker());
  CHECK(homes[0].service == 1);
  CHECK(homes[0].metres == Approx(10 + 40 + 10));
}

TEST_CASE("the nearer of two equals is the one with the lower id") {
  auto world = districts::draw(R"(
      S   h   S
    +-----------+
  )");
  CHECK(pharmacies(world.project, districts::walker())[0].service == 1);
  std::swap(world.project.services[0].id, world.project.services[1].id);
  CHECK(pharmacies(world.project, districts::walker())[0].service == 1);
}

TEST_CASE("what cannot be known is said") {
  const auto drawn = districts::draw(R"(
          h          S        h
    X-----+----------+     +-----+











                                                               h
  )");
  const auto homes = pharmacies(drawn.project, districts::walker());
  REQUIRE(homes.size() == 3);
  CHECK(homes[0].status == Status::beyond_data);
  CHECK(homes[0].cost.value == 130'000);
  CHECK(homes[0].frontier.value == 70'000);
  CHECK(homes[1].status == Status::unreachable);
  CHECK(homes[2].status == Status::no_street);

  using analysis::Limit;
  using analysis::Within;
  const auto minutes = [](double m) { return Limit{Limit::Kind::seconds, m * 60}; };
  CHECK(analysis::within(homes[0], minutes(5)) == Within::yes);
  CHECK(analysis::within(homes[0], minutes(2)) == Within::unknown);
  CHECK(analysis::within(homes[0], minutes(1)) == Within::no);  // the edge itself is farther
  CHECK(analysis::within(homes[1], minutes(5)) == Within::no);
  CHECK(analysis::within(homes[2], minutes(5)) == Within::unknown);
  CHECK(analysis::within(homes[0], {Limit::Kind::metres, 60}) == Within::no);
  CHECK(analysis::within(homes[0], {Limit::Kind::metres, 100}) == Within::unknown);
  CHECK(analysis::within(homes[0], {Limit::Kind::metres, 130}) == Within::yes);
}
