#include "scene/charts/axis.hpp"

#include <cmath>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "scene/charts/days.hpp"

using namespace nahraum;
using namespace nahraum::scene;

TEST_CASE("an axis reaches its highest value in few round steps, and in no more than it must") {
  CHECK(rc::check("axis", [] {
    const double highest = *rc::gen::inRange(1, 1000000) / 1000.0;
    const int most = *rc::gen::inRange(2, 8);
    const auto axis = axis_to(highest, most);
    RC_ASSERT(axis.high >= highest * (1 - 1e-9));
    RC_ASSERT(static_cast<int>(axis.ticks.size()) <= most + 1);
    RC_ASSERT(axis.high - axis.step < highest);
    const double digit = axis.step / std::pow(10, std::floor(std::log10(axis.step) + 1e-9));
    RC_ASSERT(std::abs(digit - 1) < 1e-6 || std::abs(digit - 2) < 1e-6 ||
              std::abs(digit - 5) < 1e-6);
    // The next smaller round step would need more of them.
    const double smaller = axis.step / (std::abs(digit - 5) < 1e-6 ? 2.5 : 2);
    RC_ASSERT(std::ceil(highest / smaller - 1e-9) > most);
  }));
}

TEST_CASE("an axis of nothing goes to one") {
  for (const double nothing : {0.0, -3.0, std::nan("")})
    CHECK(axis_to(nothing, 4).high == 1);
}

TEST_CASE("days are counted over leap years, and what is no date is none") {
  CHECK(day_of("1970-01-01") == 0);
  CHECK(day_of("2028-02-29").value() + 1 == day_of("2028-03-01").value());
  CHECK(day_of("2027-12-31").value() - day_of("2026-12-31").value() == 365);
  for (const char* none :
       {"2027-02-29", "2027-13-01", "2027-00-10", "soon", "", "2027-1-01", "+027-01-01"})
    CHECK_FALSE(day_of(none));
  for (int day = -800; day < 30000; day += 97)
    CHECK(day_of(iso_of(day)) == day);
}

TEST_CASE("ticks of time are months, quarters or years, whichever are few enough") {
  const int from = *day_of("2026-11-27");
  const auto months = time_ticks(from, from + 120, 6, base::Language::german);
  REQUIRE(months.size() == 4);
  CHECK(months[0].name == "Dez");
  CHECK(months[1].year);
  CHECK(iso_of(months[1].day) == "2027-01-01");
  const auto quarters = time_ticks(from, from + 500, 6, base::Language::german);
  CHECK(quarters.front().name == "Q1");
  CHECK(quarters.size() <= 6);
  const auto years = time_ticks(from, from + 4000, 12, base::Language::english);
  CHECK(years.front().name == "2027");
  CHECK(years.size() <= 12);
}
