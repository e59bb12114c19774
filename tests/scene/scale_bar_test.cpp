#include "scene/scale_bar.hpp"

#include <catch2/catch.hpp>

#include "base/translate.hpp"
#include "geo/crs.hpp"
#include "tests/scene/small_town.hpp"

using namespace nahraum;
using namespace nahraum::scene;

TEST_CASE("the bar's length is round and the longest that fits") {
  CHECK(round_length_m(5000, 1, 60) == 200);  // 300 m would fit
  CHECK(round_length_m(5000, 1, 110) == 500);
  CHECK(round_length_m(50000, 1, 40) == 2000);
  CHECK(round_length_m(1000, 1, 30) == 20);
}

TEST_CASE("the bar is true on the ground, not only on the grid") {
  const auto truth = grid_truth(25832, tests::at(0, 0));
  const auto projection = geo::Projection::to_epsg(25832);
  REQUIRE(projection);
  const auto bar = scale_bar(5000, truth, 60, {}, light_style(), tests::plain_measure);
  const auto whole = geo::bounds(std::get<Fill>(bar.items[4]).shape);
  // as many grid metres as the drawn bar covers, measured on the ellipsoid
  const double grid_m = whole.width() * 5;
  const double ground_m = geo::geodesic_distance(projection->inverse(tests::at(0, 0)),
                                                 projection->inverse(tests::at(grid_m, 0)));
  CHECK(ground_m == Approx(200).margin(0.002));
}

TEST_CASE("west of the zone's middle, true north lies further east") {
  base::set_language(base::Language::english);
  const auto truth = grid_truth(25832, tests::at(0, 0));  // 6° E, the middle is 9° E
  CHECK(truth.grid_north_deg == Approx(-2.25).margin(0.1));
  CHECK(north_note(truth).find("east") != std::string::npos);
  const auto middle = grid_truth(25832, {500000, 5628100});
  CHECK(std::abs(middle.grid_north_deg) < 0.01);
  CHECK(middle.grid_per_ground == Approx(0.9996).margin(1e-5));
}
