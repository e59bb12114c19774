#include "geo/geodesic.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "geo/crs.hpp"

using namespace nahraum;
using geo::LonLat;

TEST_CASE("lengths and areas are those that Karney publishes") {
  // GeographicLib's example: Wellington to Salamanca. WGS 84; GRS 80 differs by a tenth of a
  // millimetre.
  CHECK(geo::geodesic_length({{174.81, -41.32}, {-5.50, 40.96}}) ==
        Approx(19959679.26735382).epsilon(1e-10));
  // GeographicLib's example: the coast of Antarctica, on WGS 84 as well.
  const std::vector<LonLat> antarctica{
      {-58, -63.1}, {-74, -72.9}, {-102, -71.9}, {-102, -74.9}, {-131, -74.3}, {-163, -77.5},
      {163, -77.4}, {172, -71.7}, {140, -65.9},  {113, -65.7},  {88, -66.6},   {59, -66.9},
      {25, -69.8},  {-4, -70.0},  {-14, -71.0},  {-33, -77.3},  {-46, -77.9},  {-61, -74.7}};
  CHECK(geo::geodesic_area(antarctica) == Approx(13662703680020.1).epsilon(1e-9));
  auto closed = antarctica;
  closed.push_back(antarctica.front());
  CHECK(geo::geodesic_length(closed) == Approx(16831067.893).epsilon(1e-9));
}

TEST_CASE("an area is the same whichever way round it was drawn") {
  std::vector<LonLat> field{{6.08, 50.77}, {6.0851, 50.7702}, {6.0848, 50.7733}, {6.0797, 50.7729}};
  const double area = geo::geodesic_area(field);
  std::reverse(field.begin(), field.end());
  CHECK(geo::geodesic_area(field) == Approx(area));
}

TEST_CASE("a field's area is its area on the grid without the grid's scale") {
  const auto utm = geo::Projection::to_epsg(25832).value();
  const geo::Ring grid{{294000, 5628000},
                       {294310, 5628020},
                       {294290, 5628260},
                       {293990, 5628230},
                       {294000, 5628000}};
  std::vector<LonLat> places;
  for (std::size_t i = 0; i + 1 < grid.size(); ++i)
    places.push_back(utm.inverse(grid[i]));
  const double scale = geo::grid_per_ground(utm, places[0]);
  CHECK(geo::geodesic_area(places) ==
        Approx(std::abs(geo::signed_area(grid)) / (scale * scale)).epsilon(1e-5));
}

TEST_CASE("too few points have no length and no area") {
  CHECK(geo::geodesic_length({}) == 0);
  CHECK(geo::geodesic_length({{6, 50}}) == 0);
  CHECK(geo::geodesic_area({{6, 50}, {7, 51}}) == 0);
}
