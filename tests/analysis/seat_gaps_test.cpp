#include "analysis/seat_gaps.hpp"

#include <random>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "tests/districts/ascii_world.hpp"
#include "tests/districts/people.hpp"
#include "tests/districts/random_world.hpp"

using namespace nahraum;
using analysis::Limit;

namespace {

const model::RestRules rules;

struct Asked {
  std::shared_ptr<const analysis::District> district;
  analysis::RestNetwork network;
  analysis::Targets targets;
  jobs::Context context;

  Asked(const model::Project& project, const model::Profile& profile)
      : district(districts::district_of(project, profile)),
        network(*district, analysis::seats_of(*district->project, rules), rules),
        targets(analysis::targets_of(*district, "G04")) {}

  analysis::SeatGaps gaps(float max_gap_m, const Limit& limit) {
    return analysis::seat_gaps(*district, network, targets, max_gap_m, limit, context);
  }
};

model::Project with_benches(unsigned seed) {
  auto project = districts::random_town(seed, 40);
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> metres(-30, 260);
  for (unsigned i = 0; i < 3 + seed % 12; ++i) {
    const geo::Point at{500000 + metres(random), 5600000 + metres(random)};
    project.elements.push_back({model::PointKind::bench, at, {}, {}});
  }
  return project;
}

}  // namespace

TEST_CASE("a stretch without a seat is drawn as far as it is walked, with those who walk it") {
  // Between the benches 160 m; the first home lies 40 m, the second 100 m west of the right bench.
  const auto world = districts::draw(R"(
           o       h     h   o
    +-----------------------------+S
  )");
  Asked asked(world.project, districts::walker());
  const auto gaps = asked.gaps(100, {Limit::Kind::metres, 500});
  REQUIRE(gaps.pieces.size() == 1);
  const auto& piece = gaps.pieces[0];
  CHECK(piece.gap_m == 110);  // 10 m to the street, 100 m to the bench
  CHECK(piece.from_m == 150);
  CHECK(piece.to_m == 250);
  CHECK(piece.walkers.homes == 2);
  CHECK(piece.too_far.homes == 1);
  CHECK(piece.too_far.age_65 == *world.project.homes[0].residents.age_65);
  CHECK(gaps.missing[0].homes == 1);
  CHECK(gaps.missing[1].homes == 1);
}

TEST_CASE("stretches, the longest on every way, and the route tell the same") {
  CHECK(rc::check("every home", [](unsigned seed) {
    const auto profile = seed % 2 == 0 ? districts::walker() : districts::rolling();
    Asked asked(with_benches(seed), profile);
    const float max_gap_m = 71.3F;
    const Limit limit{Limit::Kind::seconds, 400};
    const auto reach =
        analysis::rests(*asked.district, asked.network, asked.targets, max_gap_m, asked.context);
    const auto gaps = asked.gaps(max_gap_m, limit);
    long enough = 0;
    float longest_m = 0;
    const auto& homes = asked.district->project->homes;
    for (std::size_t i = 0; i < homes.size(); ++i) {
      const float mine_m = reach.plain_longest_m[i];
      const auto route = analysis::route_to_nearest(*asked.district, homes[i].at,
                                                    homes[i].entrances, "G04", asked.context);
      RC_ASSERT(route.has_value() == (mine_m >= 0));
      if (!route) continue;
      // Home and service at the same junction: the route has no part that passes its seat.
      if (!route->parts.empty())
        RC_ASSERT(std::fabs(analysis::longest_stretch(asked.network, *route) - mine_m) < 0.05);
      if (analysis::within(reach.plain[i], limit) != analysis::Within::yes) continue;
      if (mine_m <= max_gap_m + analysis::gap_rounding_m) ++enough;
      longest_m = std::max(longest_m, mine_m);
    }
    RC_ASSERT(gaps.missing[0].homes == enough);
    // A stretch between a door and a seat right before it leads over no piece of a street.
    for (const auto& piece : gaps.pieces) {
      RC_ASSERT(piece.gap_m > max_gap_m);
      RC_ASSERT(piece.gap_m <= longest_m + 0.05);
    }
  }));
}
