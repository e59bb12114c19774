#include "geo/overlay.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace nahraum;
using namespace nahraum::geo;

namespace {

Polygon box(double min_x, double min_y, double max_x, double max_y) {
  return {ring_of(Box{min_x, min_y, max_x, max_y}), {}};
}

/// A star-shaped polygon around a place: valid by construction, as uneven as the generator likes.
Polygon any_star() {
  const Point centre{*rc::gen::inRange(0, 300) / 10.0, *rc::gen::inRange(0, 200) / 10.0};
  const int corners = *rc::gen::inRange(3, 14);
  Ring ring;
  for (int i = 0; i < corners; ++i) {
    const double radius = *rc::gen::inRange(10, 120) / 10.0;
    const double angle = 2 * std::numbers::pi * i / corners;
    ring.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
  }
  ring.push_back(ring.front());
  return {ring, {}};
}

double area_of(const base::Result<MultiPolygon>& result) {
  REQUIRE(result);
  CHECK_FALSE(invalid_reason(*result));
  return area(*result);
}

}  // namespace

TEST_CASE("areas of intersection, difference and union fit together") {
  CHECK(rc::check("A + B - A∩B = A∪B; A - A∩B = A\\B", [] {
    const MultiPolygon a{any_star()};
    const MultiPolygon b{any_star()};
    const double common = area_of(intersection(a, b));
    RC_ASSERT(std::fabs(area(a) + area(b) - common - area_of(unite({a[0], b[0]}))) < 1e-6);
    RC_ASSERT(std::fabs(area(a) - common - area_of(difference(a, b))) < 1e-6);
  }));
}

TEST_CASE("results are oriented: shells counter-clockwise, holes clockwise") {
  const auto ring = difference({box(0, 0, 9, 7)}, {box(2, 1, 5, 4)});
  REQUIRE(ring);
  REQUIRE(ring->size() == 1);
  REQUIRE((*ring)[0].holes.size() == 1);
  CHECK(signed_area((*ring)[0].outer) == 63);
  CHECK(signed_area((*ring)[0].holes[0]) == -9);
}

TEST_CASE("a bow tie becomes two triangles") {
  const MultiPolygon bow{{{{0, 0}, {6, 4}, {6, 0}, {0, 4}, {0, 0}}, {}}};
  REQUIRE(invalid_reason(bow));
  CHECK(invalid_reason(bow)->find("Self-intersection") == 0);
  const auto valid = make_valid(bow);
  CHECK(area_of(valid) == Approx(12));
  CHECK(valid->size() == 2);
}

TEST_CASE("a valid polygon is left as it is") {
  const auto same = make_valid({box(1, 2, 4, 9)});
  REQUIRE(same);
  CHECK((*same)[0].outer.size() == 5);
  CHECK(area(*same) == 21);
}

TEST_CASE("a hole is kept and a hole outside its shell is repaired away") {
  CHECK(area_of(make_valid({{ring_of(Box{0, 0, 9, 5}), {ring_of(Box{2, 1, 4, 2})}}})) == 43);
  CHECK(area_of(make_valid({{ring_of(Box{0, 0, 9, 5}), {ring_of(Box{20, 1, 24, 2})}}})) >= 45);
}

TEST_CASE("a street widened by r has the area of its strip and two half discs") {
  const double strip = area_of(buffer({Line{{10, 20}, {110, 20}}}, 25, 64));
  CHECK(strip == Approx(100 * 50 + std::numbers::pi * 25 * 25).epsilon(0.001));
  CHECK(area_of(buffer(MultiPolygon{box(0, 0, 30, 20)}, -4)) == Approx(22 * 12));
  CHECK(area_of(buffer(MultiPolygon{box(0, 0, 30, 20)}, -11)) == 0);
}

TEST_CASE("cells that share edges are joined to one outline") {
  const auto joined = coverage_union({box(0, 0, 3, 4), box(3, 0, 5, 4), box(0, 4, 3, 6)});
  CHECK(area_of(joined) == 26);
  CHECK(joined->size() == 1);
}

TEST_CASE("the point on the surface lies inside, beside a hole and in the bent part") {
  const MultiPolygon frame{{ring_of(Box{0, 0, 9, 5}), {{{1, 1}, {1, 4}, {8, 4}, {8, 1}, {1, 1}}}}};
  const auto at = point_on_surface(frame);
  REQUIRE(at);
  CHECK(contains(frame, *at));
  CHECK_FALSE(point_on_surface({}));
}

TEST_CASE("triangles fill the polygon and nothing else") {
  CHECK(rc::check("areas add up", [] {
    const Polygon star = any_star();
    const auto corners = triangulate({star});
    RC_ASSERT(corners.has_value());
    RC_ASSERT(corners->size() % 3 == 0U);
    double sum = 0;
    for (std::size_t i = 0; i < corners->size(); i += 3) {
      const Ring triangle{(*corners)[i], (*corners)[i + 1], (*corners)[i + 2], (*corners)[i]};
      sum += std::fabs(signed_area(triangle));
    }
    RC_ASSERT(std::fabs(sum - area(star)) < 1e-6);
  }));
}

TEST_CASE("a hole is not filled by triangles") {
  const auto corners = triangulate({{ring_of(Box{0, 0, 9, 5}), {ring_of(Box{2, 1, 4, 3})}}});
  REQUIRE(corners);
  for (std::size_t i = 0; i < corners->size(); i += 3) {
    const Point middle{((*corners)[i].x + (*corners)[i + 1].x + (*corners)[i + 2].x) / 3,
                       ((*corners)[i].y + (*corners)[i + 1].y + (*corners)[i + 2].y) / 3};
    CHECK_FALSE((middle.x > 2 && middle.x < 4 && middle.y > 1 && middle.y < 3));
  }
}

TEST_CASE("nothing in, nothing out") {
  CHECK(area_of(unite({})) == 0);
  CHECK(area_of(buffer(std::vector<Line>{}, 25)) == 0);
  CHECK(area_of(intersection({box(0, 0, 1, 2)}, {box(5, 5, 6, 8)})) == 0);
  CHECK(triangulate({})->empty());
}

TEST_CASE("rings too short to bound anything are left out") {
  CHECK(area_of(unite({{{{0, 0}, {4, 3}, {0, 0}}, {}}, box(0, 0, 3, 2)})) == 6);
  CHECK(area_of(unite({{{{0, 0}, {4, 0}, {4, 3}, {0, 3}}, {}}})) == 0);  // not closed
  CHECK(area_of(buffer({Line{{5, 5}}}, 10)) == 0);
}

TEST_CASE("coordinates that are no numbers are refused, wherever they stand") {
  const double nan = std::nan("");
  const double inf = std::numeric_limits<double>::infinity();
  const MultiPolygon broken{box(0, 0, 3, 2), {{{0, 0}, {nan, 0}, {1, 1}, {0, 0}}, {}}};
  const MultiPolygon broken_hole{{ring_of(Box{0, 0, 9, 5}), {{{1, 1}, {1, inf}, {2, 2}, {1, 1}}}}};
  for (const auto& polygons : {broken, broken_hole}) {
    CHECK_FALSE(unite(polygons));
    CHECK_FALSE(make_valid(polygons));
    CHECK_FALSE(intersection({box(0, 0, 1, 1)}, polygons));
    CHECK_FALSE(triangulate(polygons));
    CHECK(invalid_reason(polygons));
  }
  CHECK(unite(broken).error().what == "a coordinate is not a finite number");
  CHECK_FALSE(buffer({Line{{0, 0}, {inf, 1}}}, 5));
}

TEST_CASE("an invalid polygon makes an error or a valid result, never a crash") {
  const MultiPolygon bow{{{{0, 0}, {6, 4}, {6, 0}, {0, 4}, {0, 0}}, {}}};
  for (const auto& result : {unite(bow), buffer(bow, 2), intersection(bow, {box(1, 1, 5, 3)}),
                             difference(bow, {box(1, 1, 5, 3)}), coverage_union(bow)}) {
    if (!result) CHECK_FALSE(result.error().what.empty());
  }
  (void)triangulate(bow);
}
