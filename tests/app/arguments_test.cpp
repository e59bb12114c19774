#include "app/arguments.hpp"

#include <catch2/catch.hpp>

using namespace nahraum;

TEST_CASE("a longitude and latitude is two numbers, longitude first") {
  const auto at = app::parse_lonlat("8.4213, 51.8561", "--at");
  REQUIRE(at);
  CHECK(at->lon == Approx(8.4213));
  CHECK(at->lat == Approx(51.8561));
  CHECK_FALSE(app::parse_lonlat("51.8561", "--at"));
  CHECK_FALSE(app::parse_lonlat("8.4;51.8", "--at"));
  CHECK_FALSE(app::parse_lonlat("8.4,51.8,3", "--at"));
  CHECK_FALSE(app::parse_lonlat("8.4,151.8", "--at"));
  CHECK_FALSE(app::parse_lonlat("", "--at"));
}

TEST_CASE("an unreadable argument is told with the option and an example") {
  const auto at = app::parse_lonlat("Rathaus", "--from");
  REQUIRE_FALSE(at);
  CHECK(at.error().where == "--from");
  CHECK(at.error().what.find("Rathaus") != std::string::npos);
  CHECK_FALSE(at.error().what_to_do.empty());
}

TEST_CASE("bands are put in ascending order and told once") {
  const auto limits = app::parse_limits("15min,5min,5min,10min");
  REQUIRE(limits);
  REQUIRE(limits->size() == 3);
  CHECK(limits->front().value == 300);
  CHECK(limits->back().value == 900);
  CHECK_FALSE(app::parse_limits("5min,300m"));
}

TEST_CASE("a CRS is a number with or without its authority") {
  CHECK(app::parse_epsg("EPSG:25832").value() == 25832);
  CHECK(app::parse_epsg("epsg:3035").value() == 3035);
  CHECK(app::parse_epsg("25833").value() == 25833);
  CHECK_FALSE(app::parse_epsg("UTM32"));
  CHECK_FALSE(app::parse_epsg("-1"));
}
