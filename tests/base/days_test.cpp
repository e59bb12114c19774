#include "base/days.hpp"

#include <catch2/catch.hpp>

using namespace nahraum::base;

TEST_CASE("a day has its year and its month, before 1970 as well") {
  CHECK(day_of("1970-01-01") == 0);
  CHECK(year_of(*day_of("1969-12-31")) == 1969);
  CHECK(month_of(*day_of("1969-12-31")) == 12);
  CHECK(year_of(*day_of("2028-02-29")) == 2028);
  CHECK(month_of(*day_of("2028-02-29")) == 2);
  CHECK(day_of(2028, 2, 29) == day_of("2028-02-29"));
  CHECK_FALSE(day_of(2027, 2, 29));
  CHECK_FALSE(day_of(2027, 13, 1));
  CHECK_FALSE(day_of(2027, -1, 1));
}

TEST_CASE("months later is the same day of the month, or its last one") {
  CHECK(iso_of(months_later(*day_of("2027-01-15"), 6)) == "2027-07-15");
  CHECK(iso_of(months_later(*day_of("2027-08-31"), 6)) == "2028-02-29");
  CHECK(iso_of(months_later(*day_of("2026-08-31"), 6)) == "2027-02-28");
  CHECK(iso_of(months_later(*day_of("2027-01-15"), -2)) == "2026-11-15");
}
