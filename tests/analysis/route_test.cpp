#include "analysis/route.hpp"

#include <cmath>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "tests/districts/ascii_world.hpp"
#include "tests/districts/people.hpp"
#include "tests/districts/random_world.hpp"

using namespace nahraum;

namespace {
analysis::Route route_home(const model::Project& project, const model::Profile& profile) {
  jobs::Context context;
  const auto district = districts::district_of(project, profile);
  return analysis::route_to_nearest(*district, project.homes[0].at, {}, "G04", context).value();
}
}  // namespace

TEST_CASE("a route tells what makes it long") {
  auto world = districts::draw(R"(
    h                    S
    +----A####+===C-----+
  )");
  auto& streets = world.project.streets;
  streets.nodes[world.node_at(world.named.at('C'))].tags = {{"highway", "crossing"},
                                                            {"crossing", "traffic_signals"}};
  for (auto& way : streets.ways)
    way.tags.set("highway", way.tags.is("highway", "steps") ? "steps" : "footway");
  const auto route = route_home(world.project, districts::walker());
  const double walking_s = 10 + 200 + std::hypot(10, 10);
  REQUIRE(route.delays.size() == 3);
  CHECK(route.delays[0].cause == "steps");
  CHECK(route.delays[0].seconds == Approx(50 + 5));
  CHECK(route.delays[1].cause == "crossing_signals");
  CHECK(route.delays[1].seconds == Approx(20));
  CHECK(route.delays[1].at == world.named.at('C'));
  CHECK(route.delays[2].cause == "surface_rough");
  CHECK(route.delays[2].seconds == Approx(40 / 0.9 - 40));
  CHECK(route.cost.value / 1000.0 == Approx(walking_s + 75 + 40 / 0.9 - 40).margin(0.01));
  CHECK(route.steps == 1);
  CHECK(route.crossings == 1);
  CHECK(route.length_m == Approx(walking_s).margin(0.01));
  CHECK(geo::length(route.line) == Approx(route.length_m).margin(0.01));
  CHECK(route.unknown_surface_m == Approx(200 - 40).margin(0.01));
  CHECK(route.service == 1);
}

TEST_CASE("routes are as long as reach says, from door to door") {
  CHECK(rc::check("every home that gets there", [](unsigned seed) {
    const auto project = districts::random_town(seed, 12, 4);
    const auto district =
        districts::district_of(project, seed % 2 == 0 ? districts::walker() : districts::rolling());
    jobs::Context context;
    const auto reach = analysis::reach(*district, "G04", context);
    for (std::size_t i = 0; i < reach.size(); ++i) {
      const auto& home = district->project->homes[i];
      const auto route =
          analysis::route_to_nearest(*district, home.at, home.entrances, "G04", context);
      const bool found = reach[i].cost != base::unreachable;
      RC_ASSERT(route.has_value() == found);
      if (!found) continue;
      RC_ASSERT(std::abs(static_cast<int>(route->cost.value) -
                         static_cast<int>(reach[i].cost.value)) <= 1);
      RC_ASSERT(route->service == reach[i].service);
      RC_ASSERT(std::fabs(route->length_m - reach[i].metres) < 0.05);
      RC_ASSERT(route->line.front() == home.at);
      double delays_s = 0;
      for (const auto& delay : route->delays)
        delays_s += delay.seconds;
      const double plain_s = route->length_m / district->network.profile.speed_m_s;
      // Delays under half a second are left out of the list.
      RC_ASSERT(plain_s + delays_s <= route->cost.value / 1000.0 + 0.1);
      RC_ASSERT(plain_s + delays_s >= route->cost.value / 1000.0 - 6);
    }
  }));
}

TEST_CASE("no way and no street are different answers") {
  jobs::Context context;
  const auto cut_off = districts::draw(R"(
    h                              S
    +--+                        +--+
  )");
  const auto apart = districts::district_of(cut_off.project, districts::walker());
  const auto no_way =
      analysis::route_to_nearest(*apart, cut_off.project.homes[0].at, {}, "G04", context);
  REQUIRE_FALSE(no_way);
  CHECK(no_way.error().code == base::ErrorCode::not_found);
  const geo::Point far{cut_off.project.homes[0].at.x - 900, 5600000};
  const auto no_street = analysis::route_to_nearest(*apart, far, {}, "G04", context);
  REQUIRE_FALSE(no_street);
  CHECK(no_street.error().code == base::ErrorCode::no_street_nearby);
}
