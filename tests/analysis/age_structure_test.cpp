#include "analysis/age_structure.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "tests/districts/rates.hpp"

using namespace nahraum;
using analysis::AgeCurve;
using model::AgeCount;
using model::Sex;

namespace {

AgeCount band(int from, std::optional<int> below, std::optional<int> persons, Sex sex = Sex::both) {
  return {from, below, sex, persons};
}

AgeCurve curve(const std::vector<AgeCount>& bands) {
  return AgeCurve::from_bands(bands, Sex::both);
}

}  // namespace

TEST_CASE("bands that overlap tell what lies between them") {
  // 200 of all ages, 30 from 65 to 80, 12 from 80 on: 158 are younger than 65.
  const auto ages = curve({band(0, {}, 200), band(65, 80, 30), band(80, {}, 12)});
  CHECK(ages.count(65, {})->count == 42);
  CHECK(ages.count(0, 65)->count == 158);
  CHECK_FALSE(ages.count(0, 65)->interpolated);
  CHECK_FALSE(ages.count(20, 65));  // nothing is said of 20
}

TEST_CASE("a suppressed band is unknown, not empty") {
  const auto ages = curve({band(0, 65, 158), band(65, 80, 30), band(80, {}, {})});
  CHECK_FALSE(ages.known());
  CHECK_FALSE(ages.count(80, {}));
  // The total tells it all the same: disclosure is judged on what follows.
  const auto with_total =
      curve({band(0, 65, 158), band(65, 80, 30), band(80, {}, {}), band(0, {}, 191)});
  CHECK(with_total.count(80, {})->count == 3);
}

TEST_CASE("an age inside a band is interpolated and marked, where the band is narrow and closed") {
  // Cologne's bands: 15–18, 18–25, …
  const auto ages = curve({band(0, 18, 90), band(18, 25, 70), band(25, 75, 400), band(75, {}, 50)});
  const auto young = ages.count(0, 20);
  CHECK(young->count == Approx(90 + 20));
  CHECK(young->interpolated);
  CHECK_FALSE(ages.count(65, {}));  // 25–75 is too wide
  CHECK_FALSE(ages.count(80, {}));  // 75+ is open
  CHECK(ages.count(75, {})->count == 50);
}

TEST_CASE("only what all units know is known of their sum, and nobody is known to be nobody") {
  const auto fine = curve({band(0, 65, 50), band(65, 80, 20), band(80, {}, 9)});
  const auto coarse = curve({band(0, 65, 30), band(65, {}, 11)});
  const auto empty = curve({band(0, {}, 0)});
  const auto both = sum(fine, coarse);
  CHECK(both.count(65, {})->count == 40);
  CHECK_FALSE(both.count(80, {}));
  CHECK(sum(fine, empty).count(80, {})->count == 9);
}

TEST_CASE("sexes add up to both") {
  const auto ages =
      analysis::structure_of({band(0, 80, 40, Sex::women), band(80, {}, 7, Sex::women),
                              band(0, 80, 45, Sex::men), band(80, {}, 2, Sex::men)});
  CHECK(ages.both.count(80, {})->count == 9);
  CHECK(ages.women.count(80, {})->count == 7);
}

TEST_CASE("a wide band is split as in the reference, and its sum is kept") {
  const auto rates = districts::round_rates();
  // 65–80 holds 2 + 1 + 1 parts in the reference.
  const auto people = analysis::pyramid_of(
      analysis::structure_of({band(0, 65, 130), band(65, 80, 80), band(80, {}, 30)}),
      rates.pyramid);
  REQUIRE(people);
  CHECK(people->split_ages);
  CHECK(people->split_sexes);
  CHECK(people->persons(13) == Approx(40));
  CHECK(people->persons(14) == Approx(20));
  CHECK(people->women[13] == Approx(32));
  CHECK(people->from_age(65) == Approx(110));
  CHECK(people->from_age(80) == Approx(30));
  CHECK(people->from_age(0) == Approx(240));
}

TEST_CASE("groups of five years are taken as they are") {
  std::vector<AgeCount> bands;
  for (int age = 0; age < 90; age += 5)
    bands.push_back(band(age, age + 5, age / 5 + 3));
  bands.push_back(band(90, {}, 8));
  const auto people =
      analysis::pyramid_of(analysis::structure_of(bands), districts::round_rates().pyramid);
  REQUIRE(people);
  CHECK_FALSE(people->split_ages);
  for (std::size_t i = 0; i < 18; ++i)
    CHECK(people->persons(i) == Approx(static_cast<double>(i) + 3));
  CHECK(people->persons(18) == Approx(8));
}

TEST_CASE("property: splitting keeps every published sum") {
  rc::check("random breaks", [] {
    const auto inner = *rc::gen::unique<std::vector<int>>(5, rc::gen::inRange(1, 100));
    auto breaks = inner;
    breaks.push_back(0);
    std::sort(breaks.begin(), breaks.end());
    std::vector<AgeCount> bands;
    int total = 0;
    for (std::size_t i = 0; i < breaks.size(); ++i) {
      const auto below = i + 1 < breaks.size() ? std::optional(breaks[i + 1]) : std::nullopt;
      bands.push_back(band(breaks[i], below, *rc::gen::inRange(0, 500)));
      total += *bands.back().persons;
    }
    const auto people =
        analysis::pyramid_of(analysis::structure_of(bands), districts::round_rates().pyramid);
    RC_ASSERT(people.has_value());
    RC_ASSERT(std::abs(people->from_age(0) - total) < 1e-6);
  });
}
