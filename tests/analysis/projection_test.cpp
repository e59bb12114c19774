#include "analysis/projection.hpp"

#include <cmath>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "tests/districts/rates.hpp"

using namespace nahraum;
using analysis::Pyramid;

namespace {

/// 100 women and 50 men of 75–79, 60 and 40 of 80–84, 30 and 20 of 85–89, 10 and 4 of 90+.
Pyramid old_people() {
  Pyramid people;
  people.women[15] = 100;
  people.men[15] = 50;
  people.women[16] = 60;
  people.men[16] = 40;
  people.women[17] = 30;
  people.men[17] = 20;
  people.women[18] = 10;
  people.men[18] = 4;
  return people;
}

analysis::Outlook certain(const analysis::StepRatios& ratios) {
  return {ratios, ratios, ratios};
}

}  // namespace

TEST_CASE("a cohort table reckoned by hand: two steps of five years") {
  const auto ratios = analysis::survival_ratios(districts::round_rates());
  const auto first = analysis::step(old_people(), ratios);
  CHECK(first.women[15] == 0);
  CHECK(first.women[16] == Approx(90));  // 100 · 0.9
  CHECK(first.men[16] == Approx(40));    // 50 · 0.8
  CHECK(first.women[17] == Approx(54));  // 60 · 0.9
  CHECK(first.men[17] == Approx(32));    // 40 · 0.8
  CHECK(first.women[18] == Approx(20));  // 30 · 0.5 + 10 · 0.5
  CHECK(first.men[18] == Approx(6));     // 20 · 0.25 + 4 · 0.25
  const auto second = analysis::step(first, ratios);
  CHECK(second.women[17] == Approx(81));
  CHECK(second.men[17] == Approx(32));
  CHECK(second.women[18] == Approx(37));  // 54 · 0.5 + 20 · 0.5
  CHECK(second.men[18] == Approx(9.5));   // 32 · 0.25 + 6 · 0.25
  const auto both = analysis::persons_after(old_people(), certain(ratios), 10, 80);
  CHECK(both.expected == Approx(81 + 32 + 37 + 9.5));
}

TEST_CASE("the range is that of the binomial") {
  Pyramid people;
  people.women[15] = 100;  // 90 of them live on: √(100 · 0.9 · 0.1) = 3
  const auto ratios = analysis::survival_ratios(districts::round_rates());
  const auto five = analysis::persons_after(people, certain(ratios), 5, 80);
  CHECK(five.expected == Approx(90));
  CHECK(five.low == Approx(90 - 1.645 * 3));
  CHECK(five.high == Approx(90 + 1.645 * 3));
}

TEST_CASE("mortality that may be higher or lower widens the range") {
  auto rates = districts::round_rates();
  rates.mortality_uncertainty = 0.1;  // 1 − 0.1 · 1.1 = 0.89 and 0.91
  Pyramid people;
  people.women[15] = 100;
  const auto five = analysis::persons_after(people, analysis::outlook(rates), 5, 80);
  CHECK(five.expected == Approx(90));
  CHECK(five.low == Approx(89 - 1.645 * std::sqrt(100 * 0.89 * 0.11)));
  CHECK(five.high == Approx(91 + 1.645 * std::sqrt(100 * 0.91 * 0.09)));
}

TEST_CASE("years between two steps lie between them") {
  const auto outlook = certain(analysis::survival_ratios(districts::round_rates()));
  const auto people = old_people();
  const double five = analysis::persons_after(people, outlook, 5, 80).expected;
  const double ten = analysis::persons_after(people, outlook, 10, 80).expected;
  CHECK(analysis::persons_after(people, outlook, 8, 80).expected ==
        Approx(five + 0.6 * (ten - five)));
  CHECK(analysis::persons_after(people, outlook, 0, 80).expected == Approx(164));
}

TEST_CASE("net migration adds to those who stay alive") {
  auto rates = districts::round_rates();
  rates.net_migration = {{districts::ages(75, 80), -0.1, -0.1}};
  const auto first = analysis::step(old_people(), analysis::survival_ratios(rates));
  CHECK(first.women[16] == Approx(80));  // 100 · (0.9 − 0.1)
  CHECK(first.men[16] == Approx(35));
}

TEST_CASE("Hamilton and Perry's ratios reckoned by hand") {
  Pyramid earlier, now;
  earlier.women[14] = 120;
  earlier.men[14] = 80;
  now.women[15] = 100;
  now.men[15] = 90;  // 190 of 200: 0.95, with those who moved in
  earlier.women[17] = 30;
  earlier.women[18] = 10;
  now.women[18] = 16;  // of 40 from 85 on: 0.4
  earlier.women[10] = 50;
  now.women[11] = 75;  // more came than left: 1.5
  const auto rates = districts::round_rates();
  const auto result = analysis::hamilton_perry(earlier, now, analysis::survival_ratios(rates));
  CHECK(result.ratios.women[14] == Approx(0.95));
  CHECK(result.ratios.men[14] == Approx(0.95));
  CHECK(result.ratios.women[17] == Approx(0.4));
  CHECK(result.ratios.women[18] == Approx(0.4));
  CHECK(result.ratios.women[10] == Approx(1.5));
  CHECK(result.ratios.error[14] == Approx(1 / std::sqrt(190.0)));
  CHECK(result.ratios.women[12] == Approx(0.9));  // nobody was there: survival
  CHECK(result.replaced == 15);
}

TEST_CASE("the snapshot that the ratios are taken from is what they lead to") {
  const auto rates = districts::round_rates();
  const auto earlier = old_people();
  const auto now = analysis::step(earlier, analysis::survival_ratios(rates));
  const auto result = analysis::hamilton_perry(earlier, now, analysis::survival_ratios(rates));
  const auto again = analysis::step(earlier, result.ratios);
  for (std::size_t i = 0; i < analysis::five_year_groups; ++i)
    CHECK(again.persons(i) == Approx(now.persons(i)).margin(1e-9));
}

TEST_CASE("property: where nobody dies nobody is lost, and more deaths never leave more people") {
  rc::check("random pyramids", [] {
    Pyramid people;
    for (std::size_t i = 0; i < analysis::five_year_groups; ++i) {
      people.women[i] = *rc::gen::inRange(0, 300);
      people.men[i] = *rc::gen::inRange(0, 300);
    }
    auto rates = districts::round_rates();
    const auto deadly =
        analysis::persons_after(people, {analysis::survival_ratios(rates, 1.2), {}, {}}, 15, 65);
    const auto usual =
        analysis::persons_after(people, {analysis::survival_ratios(rates), {}, {}}, 15, 65);
    RC_ASSERT(deadly.expected <= usual.expected + 1e-9);
    rates.survival = {{districts::ages(0), 1, 1}};
    const auto older = analysis::step(analysis::step(people, analysis::survival_ratios(rates)),
                                      analysis::survival_ratios(rates));
    RC_ASSERT(std::abs(older.from_age(0) - people.from_age(0)) < 1e-6);
    const auto all =
        analysis::persons_after(people, certain(analysis::survival_ratios(rates)), 15, 65);
    RC_ASSERT(std::abs(all.expected - people.from_age(50)) < 1e-6);
    RC_ASSERT(std::abs(all.high - all.low) < 1e-6);
  });
}
