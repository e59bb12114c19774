#include "geo/crs.hpp"

#include <cmath>

#include <catch2/catch.hpp>

using namespace nahraum;
using namespace nahraum::geo;

TEST_CASE("German places get ETRS89 / UTM by the 12th meridian, others their WGS 84 zone") {
  CHECK(choose_epsg({6.08, 50.775}) == 25832);  // Aachen
  CHECK(choose_epsg({5.87, 51.05}) == 25832);   // Selfkant lies in zone 31 and uses 32
  CHECK(choose_epsg({14.25, 51.43}) == 25833);  // Hoyerswerda
  CHECK(choose_epsg({12.0, 51.0}) == 25833);
  CHECK(choose_epsg({11.999, 51.0}) == 25832);
  CHECK(choose_epsg({7.42, 43.74}) == 32632);     // Monaco
  CHECK(choose_epsg({9.52, 47.14}) == 32632);     // Vaduz
  CHECK(choose_epsg({-70.65, -33.45}) == 32719);  // Santiago de Chile
  CHECK(choose_epsg({180, 10}) == 32660);
  CHECK(choose_epsg({-180, 10}) == 32601);
  CHECK(choose_epsg({-0.001, 0}) == 32630);
}

TEST_CASE("the central meridian projects as the published meridian arc says") {
  // Meridian arc of GRS 80 from the equator to 50° N: 5 540 847.0416 m; UTM scales it by 0.9996.
  const auto utm = Projection::to_epsg(25832);
  REQUIRE(utm);
  const Point at = utm->forward(LonLat{9, 50});
  CHECK(at.x == Approx(500'000.0).margin(1e-4));
  CHECK(at.y == Approx(0.9996 * 5'540'847.0416).margin(1e-3));
  const LonLat back = utm->inverse(at);
  CHECK(back.lon == Approx(9).margin(1e-9));
  CHECK(back.lat == Approx(50).margin(1e-9));
}

TEST_CASE("there and back again ends where it began, east stays x") {
  const auto utm = Projection::to_epsg(25832);
  REQUIRE(utm);
  for (const LonLat place : {LonLat{6.08, 50.775}, LonLat{11.99, 47.3}, LonLat{8.7, 54.9}}) {
    const LonLat back = utm->inverse(utm->forward(place));
    CHECK(geodesic_distance(place, back) < 1e-4);
  }
  CHECK(utm->forward(LonLat{8, 50}).x < utm->forward(LonLat{8.1, 50}).x);
}

TEST_CASE("many points at once give the same as one by one") {
  const auto utm = Projection::to_epsg(25833);
  REQUIRE(utm);
  std::vector<Point> points{{12.1, 51.3}, {14.25, 51.43}, {13.4, 52.5}};
  const auto lonlat = points;
  utm->forward(points);
  for (std::size_t i = 0; i < points.size(); ++i)
    CHECK(points[i] == utm->forward(lonlat[i]));
  std::vector<Point> none;
  utm->forward(none);
  CHECK(none.empty());
}

TEST_CASE("a definition with latitude first is still read as longitude, latitude") {
  const auto from_4326 = Projection::between("EPSG:4326", 25832);
  const auto from_84 = Projection::to_epsg(25832);
  REQUIRE(from_4326);
  REQUIRE(from_84);
  CHECK(from_4326->forward(Point{6.08, 50.775}).x ==
        Approx(from_84->forward(LonLat{6.08, 50.775}).x));
}

TEST_CASE("EPSG:4647 is UTM 32 with the zone written before the easting") {
  const auto zone = Projection::between("EPSG:4647", 25832);
  REQUIRE(zone);
  const Point at = zone->forward(Point{32'294'123.5, 5'628'456.25});
  CHECK(at.x == Approx(294'123.5).margin(1e-6));
  CHECK(at.y == Approx(5'628'456.25).margin(1e-6));
}

TEST_CASE("a CRS that maps cannot be measured in is refused with the reason") {
  for (const int epsg : {4326, 999'999, -3, 0, 2263 /* US feet */}) {
    const auto refused = Projection::to_epsg(epsg);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == base::ErrorCode::unsupported);
    CHECK(refused.error().what.find(std::to_string(epsg)) != std::string::npos);
    CHECK_FALSE(refused.error().what_to_do.empty());
  }
  for (const char* text : {"", "no such system", "http://localhost/crs.wkt", "+proj=pipeline"}) {
    INFO(text);
    CHECK_FALSE(Projection::between(text, 25832));
  }
}

TEST_CASE("what cannot be projected is not finite, never a wrong place") {
  const auto utm = Projection::to_epsg(25832);
  REQUIRE(utm);
  for (const LonLat place : {LonLat{500, 95}, LonLat{NAN, 50}, LonLat{1e300, 1e300}}) {
    const Point at = utm->forward(place);
    CHECK_FALSE((std::isfinite(at.x) && std::isfinite(at.y)));
  }
}

TEST_CASE("geodesic distances are the published ones") {
  CHECK(geodesic_distance({0, 0}, {1, 0}) == Approx(111'319.4908).margin(1e-3));
  CHECK(geodesic_distance({0, 0}, {0, 90}) == Approx(10'001'965.7293).margin(1e-3));
  CHECK(geodesic_distance({6, 50}, {6, 50}) == 0);
}

TEST_CASE("a CRS is named for people, an unknown one by its number") {
  CHECK(crs_name(25832) == "ETRS89 / UTM zone 32N (EPSG:25832)");
  CHECK(crs_name(999'999) == "EPSG:999999");
}
