#include "analysis/rests.hpp"

#include <random>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "tests/districts/ascii_world.hpp"
#include "tests/districts/people.hpp"
#include "tests/districts/random_world.hpp"
#include "tests/districts/rest_twin.hpp"

using namespace nahraum;
using analysis::any_gap;
using analysis::Status;
using base::Millis;

namespace {

analysis::Rests rests_in(const analysis::District& district, float max_gap_m) {
  jobs::Context context;
  const model::RestRules rules;
  const analysis::RestNetwork network(district, analysis::seats_of(*district.project, rules),
                                      rules);
  return analysis::rests(district, network, analysis::targets_of(district, "G04"), max_gap_m,
                         context);
}

/// Benches anywhere, some of them away from every way.
model::Project with_benches(model::Project project, unsigned seed, int benches) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> metres(-30, 260);
  for (int i = 0; i < benches; ++i) {
    const geo::Point at{500000 + metres(random), 5600000 + metres(random)};
    project.elements.push_back({model::PointKind::bench, at, {}, {}});
  }
  return project;
}

std::vector<analysis::Spot> all_spots(const analysis::District& district) {
  const model::RestRules rules;
  std::vector<analysis::Spot> spots;
  for (const auto& seat : analysis::seats_of(*district.project, rules)) {
    const auto own = analysis::spots_of(district, seat, rules);
    spots.insert(spots.end(), own.begin(), own.end());
  }
  return spots;
}

model::Profile some_profile(unsigned seed) {
  return seed % 2 == 0 ? districts::walker() : districts::rolling();
}

}  // namespace

TEST_CASE("a longer way with benches beats the short one without") {
  // The south side is 200 m long, the way round by the benches 280 m.
  const auto world = districts::draw(R"(
         o    o    o
    +-------------------+
    |                   |
    |                   |
    |                   |
   h+-------------------+S
  )");
  const auto district = districts::district_of(world.project, districts::walker());
  const auto reach = rests_in(*district, 100);
  CHECK(reach.plain[0].cost == Millis(220'000));
  CHECK(reach.plain[0].metres == 220);
  CHECK(reach.plain_longest_m[0] == 220);
  CHECK(reach.rested[0].cost == Millis(300'000));
  CHECK(reach.rested_longest_m[0] == 100);
  CHECK(rests_in(*district, 99).rested[0].status == Status::unreachable);
  CHECK(rests_in(*district, 220).rested[0].cost == Millis(220'000));
}

TEST_CASE("a seat in the middle of an edge breaks the stretch there") {
  const auto world = districts::draw(R"(
          o
   h+-------------------+S
  )");
  const auto district = districts::district_of(world.project, districts::walker());
  const auto reach = rests_in(*district, 150);
  CHECK(reach.rested[0].cost == reach.plain[0].cost);
  CHECK(reach.rested_longest_m[0] == 150);
  CHECK(rests_in(*district, 149).rested[0].cost == base::unreachable);
}

TEST_CASE("who cannot walk on goes aside to a seat and back") {
  // 100 m east to the crossing, 20 m up to the bench and back, 110 m on: 250 m with the doors.
  const auto world = districts::draw(R"(
             |
             |
              o
             |
   h+---------+---------+S
  )");
  auto project = world.project;
  auto& streets = project.streets;
  const geo::Point corner = streets.nodes[1].at;
  streets.nodes.push_back({77, {corner.x, corner.y + 60}, {}, false});
  streets.ways.push_back({88, {1, 3}, {{"highway", "footway"}}});
  const auto district = districts::district_of(project, districts::walker());
  const auto reach = rests_in(*district, 140);
  CHECK(reach.plain[0].cost == Millis(220'000));
  CHECK(reach.rested[0].cost == Millis(260'000));
  CHECK(reach.rested[0].metres == 260);
  CHECK(reach.rested_longest_m[0] == 130);
  CHECK(rests_in(*district, 129).rested[0].cost == base::unreachable);
}

TEST_CASE("moving stairs lead to a seat that one cannot come back from") {
  // Down the stairs to the bench is easy; there is no way up again.
  const char* drawing = R"(
   h+---------+---------+S
              v
              v
              v
              +
              o
  )";
  const auto world = districts::draw(drawing);
  const auto district = districts::district_of(world.project, districts::walker());
  CHECK(rests_in(*district, 160).rested[0].cost == base::unreachable);
  std::string steps = drawing;
  std::replace(steps.begin(), steps.end(), 'v', '|');
  const auto level = districts::draw(steps);
  const auto open = districts::district_of(level.project, districts::walker());
  CHECK(rests_in(*open, 160).rested[0].cost == Millis(300'000));
}

TEST_CASE("reach with rests agrees with walking out every way from rest to rest") {
  CHECK(rc::check("every home", [](unsigned seed) {
    const int benches = 1 + static_cast<int>(seed % 17);
    const auto project = with_benches(districts::random_town(seed, 25, 5, 6), seed, benches);
    const auto district = districts::district_of(project, some_profile(seed));
    const float max_gap_m = 61.5F + static_cast<float>(seed % 7) * 17;
    const auto reach = rests_in(*district, max_gap_m);
    const auto expected =
        districts::RestTwin(*district, all_spots(*district), max_gap_m + analysis::gap_rounding_m)
            .costs("G04");
    for (std::size_t i = 0; i < expected.size(); ++i) {
      const bool found = reach.rested[i].cost != base::unreachable;
      RC_ASSERT(found == (expected[i] < districts::RestTwin::never));
      if (!found) continue;
      RC_ASSERT(std::fabs(reach.rested[i].cost.value - expected[i]) <= 30);
      RC_ASSERT(reach.rested_longest_m[i] <= max_gap_m + analysis::gap_rounding_m);
      RC_ASSERT(reach.rested[i].cost >= reach.plain[i].cost);
    }
  }));
}

TEST_CASE("without a limit between seats the answer is that of plain reach") {
  CHECK(rc::check("to the last bit", [](unsigned seed) {
    const auto project = with_benches(districts::random_town(seed, 40), seed, 12);
    const auto district = districts::district_of(project, some_profile(seed));
    jobs::Context context;
    const auto plain = analysis::reach(*district, "G04", context);
    for (const float gap_m : {any_gap, 1e6F}) {
      const auto reach = rests_in(*district, gap_m);
      for (std::size_t i = 0; i < plain.size(); ++i) {
        for (const auto& mine : {reach.plain[i], reach.rested[i]}) {
          RC_ASSERT(mine.cost == plain[i].cost);
          RC_ASSERT(mine.metres == plain[i].metres);
          RC_ASSERT(mine.service == plain[i].service);
          RC_ASSERT(mine.status == plain[i].status);
        }
        RC_ASSERT(reach.plain_longest_m[i] <= plain[i].metres + 0.01F);
      }
    }
  }));
}

TEST_CASE("another seat never lengthens anybody's way") {
  CHECK(rc::check("one bench more", [](unsigned seed) {
    const auto few = with_benches(districts::random_town(seed, 40), seed, 6);
    const auto more = with_benches(few, seed + 1, 1);
    const auto before = rests_in(*districts::district_of(few, some_profile(seed)), 97);
    const auto after = rests_in(*districts::district_of(more, some_profile(seed)), 97);
    for (std::size_t i = 0; i < before.rested.size(); ++i)
      RC_ASSERT(after.rested[i].cost <= before.rested[i].cost);
  }));
}
