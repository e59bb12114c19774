#include "geo/values.hpp"

#include <cmath>
#include <limits>
#include <numbers>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace nahraum::geo;

namespace {

// An L of 7 x 5 with its notch in the north-east, shifted to where projects lie.
//   (0,5)──(2,5)
//     │      │
//     │    (2,3)────(7,3)
//     │               │
//   (0,0)──────────(7,0)
const Point far_off{294'000, 5'628'000};

Ring shifted(Ring ring, Point by) {
  for (Point& p : ring)
    p = {p.x + by.x, p.y + by.y};
  return ring;
}

const Ring ell{{0, 0}, {7, 0}, {7, 3}, {2, 3}, {2, 5}, {0, 5}, {0, 0}};

Point any_point() {
  return {*rc::gen::inRange(-70, 140) / 10.0, *rc::gen::inRange(-50, 110) / 10.0};
}

Line any_line(int corners) {
  Line line;
  for (int i = 0; i < corners; ++i)
    line.push_back(any_point());
  return line;
}

/// Winding number by summed angles: the slow twin of the crossing rule.
bool winds_around(const Ring& ring, Point p) {
  double turned = 0;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    const Point a{ring[i - 1].x - p.x, ring[i - 1].y - p.y};
    const Point b{ring[i].x - p.x, ring[i].y - p.y};
    turned += std::atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y);
  }
  return std::lround(turned / (2 * std::numbers::pi)) % 2 != 0;
}

double distance_by_sampling(const Line& line, Point p) {
  double best = std::numeric_limits<double>::infinity();
  for (int i = 0; i <= 20'000; ++i) {
    best = std::min(best, distance(p, point_along(line, length(line) * i / 20'000)));
  }
  return best;
}

}  // namespace

TEST_CASE("a box is empty until something is added and then holds exactly that") {
  Box box;
  CHECK(box.empty());
  CHECK(box.width() == 0);
  box.add(Box{});
  CHECK(box.empty());
  box.add(Point{3, -2});
  box.add(Box{-1, 0, 2, 7});
  CHECK(box.min_x == -1);
  CHECK(box.max_x == 3);
  CHECK(box.width() == 4);
  CHECK(box.height() == 9);
  CHECK(box.centre() == Point{1, 2.5});
  CHECK(box.contains({3, 7}));
  CHECK_FALSE(box.contains({3.1, 7}));
  CHECK(box.intersects({3, 7, 9, 9}));
  CHECK_FALSE(box.intersects({3.5, 0, 9, 9}));
  CHECK(box.grown(0.5).max_y == 7.5);
}

TEST_CASE("bounds and the ring of a box are each other's inverse") {
  const Box box{1, 2, 5, 9};
  const Box back = bounds(ring_of(box));
  CHECK(back.min_x == 1);
  CHECK(back.max_y == 9);
  CHECK(signed_area(ring_of(box)) == 28);
  CHECK(bounds(MultiPolygon{{ell, {}}, {shifted(ell, {10, 1}), {}}}).max_x == 17);
}

TEST_CASE("areas follow the sense of rotation, holes are taken off, eastings lose nothing") {
  CHECK(signed_area(ell) == 25);
  CHECK(signed_area(Ring(ell.rbegin(), ell.rend())) == -25);
  CHECK(signed_area(shifted(ell, far_off)) == 25);
  CHECK(area(Polygon{ell, {{{1, 1}, {1, 2}, {3, 2}, {3, 1}, {1, 1}}}}) == 23);
  CHECK(signed_area({}) == 0);
}

TEST_CASE("a circle's polygon has the area of the regular polygon") {
  const Ring ring = circle({30, 40}, 10, 6);
  CHECK(ring.size() == 7);
  CHECK(ring.front() == ring.back());
  CHECK(signed_area(ring) == Approx(6 * 0.5 * 100 * std::sin(std::numbers::pi / 3)));
}

TEST_CASE("inside and outside agree with the winding number") {
  CHECK(rc::check("crossing rule and angles", [] {
    const Point p{any_point().x + 0.03, any_point().y + 0.07};  // never on an edge of the L
    RC_ASSERT(contains(ell, p) == winds_around(ell, p));
    RC_ASSERT(contains(shifted(ell, far_off), {p.x + far_off.x, p.y + far_off.y}) ==
              contains(ell, p));
  }));
}

TEST_CASE("rectangles that share edges partition the plane: each point is in exactly one") {
  const Ring left = ring_of(Box{0, 0, 3, 4});
  const Ring right = ring_of(Box{3, 0, 5, 4});
  const Ring above = ring_of(Box{0, 4, 5, 6});
  for (const Point p : {Point{3, 1}, Point{3, 0}, Point{1, 4}, Point{3, 4}, Point{0, 0}}) {
    INFO(p.x << ' ' << p.y);
    CHECK(contains(left, p) + contains(right, p) + contains(above, p) == 1);
  }
}

TEST_CASE("a hole is outside, a part of several is inside") {
  const Polygon with_hole{ring_of(Box{0, 0, 9, 5}), {ring_of(Box{2, 1, 4, 3})}};
  CHECK(contains(with_hole, {1, 2}));
  CHECK_FALSE(contains(with_hole, {3, 2}));
  CHECK(contains(MultiPolygon{with_hole, {ring_of(Box{20, 0, 21, 7}), {}}}, {20.5, 6}));
}

TEST_CASE("a point along a line is where the steps say, and clamped at the ends") {
  const Line line{{1, 1}, {1, 1}, {4, 5}, {4, 17}};
  CHECK(length(line) == 17);
  CHECK(point_along(line, 2.5) == Point{2.5, 3});
  CHECK(point_along(line, 11) == Point{4, 11});
  CHECK(point_along(line, -3) == Point{1, 1});
  CHECK(point_along(line, 99) == Point{4, 17});
  CHECK(point_along({{8, 9}}, 5) == Point{8, 9});
}

TEST_CASE("the parts of a line cut anywhere are as long as the whole") {
  const Line line{{1, 1}, {4, 5}, {4, 17}, {9, 29}};
  CHECK(part_of(line, 2, 7) == Line{point_along(line, 2), {4, 5}, point_along(line, 7)});
  CHECK(part_of(line, -5, 99) == line);
  CHECK(rc::check("three parts", [&] {
    const double a = *rc::gen::inRange(0, 30'001) / 1000.0;
    const double b = *rc::gen::inRange(0, 30'001) / 1000.0;
    const double from = std::min(a, b);
    const double to = std::max(a, b);
    RC_ASSERT(std::fabs(length(part_of(line, from, to)) - (to - from)) < 1e-9);
    RC_ASSERT(distance(part_of(line, from, to).front(), point_along(line, from)) < 1e-12);
  }));
}

TEST_CASE("the nearest point of a segment may be inside it or an end") {
  const Nearest inside = nearest_on_segment({0, 0}, {10, 0}, {3, 4});
  CHECK(inside.at == Point{3, 0});
  CHECK(inside.along == 3);
  CHECK(inside.distance == 4);
  CHECK(nearest_on_segment({0, 0}, {10, 0}, {13, 4}).distance == 5);
  CHECK(nearest_on_segment({2, 2}, {2, 2}, {5, 6}).distance == 5);
  CHECK(nearest_on_line({}, {1, 1}).distance == std::numeric_limits<double>::infinity());
}

TEST_CASE(
    "the nearest point of a line is as near as dense sampling finds, and lies where it says") {
  for (int seed = 0; seed < 25; ++seed) {
    const Line line{{seed * 0.7, 1}, {9.0 - seed * 0.3, 4}, {2, 8 - seed * 0.2}, {11, 3}};
    const Point p{5 - seed * 0.4, 2 + seed * 0.3};
    const Nearest found = nearest_on_line(line, p);
    CHECK(found.distance <= distance_by_sampling(line, p) + 1e-12);
    CHECK(found.distance >= distance_by_sampling(line, p) - length(line) / 20'000);
    CHECK(distance(point_along(line, found.along), found.at) < 1e-9);
    CHECK(distance(found.at, p) == Approx(found.distance));
  }
}

TEST_CASE("simplifying moves no corner by more than the tolerance and invents none") {
  CHECK(rc::check("Douglas-Peucker's promise", [] {
    const Line line = any_line(*rc::gen::inRange(2, 40));
    const double tolerance = *rc::gen::inRange(0, 50) / 10.0;
    const Line kept = simplify(line, tolerance);
    RC_ASSERT(kept.front() == line.front());
    RC_ASSERT(kept.back() == line.back());
    for (const Point p : line)
      RC_ASSERT(nearest_on_line(kept, p).distance <= tolerance + 1e-9);
    for (const Point p : kept)
      RC_ASSERT(std::count(line.begin(), line.end(), p) > 0);
  }));
}

TEST_CASE("a ring is simplified as a ring: it stays closed and keeps its far corner") {
  Ring ring;
  for (int i = 0; i <= 40; ++i)
    ring.push_back(point_along(ring_of(Box{0, 0, 14, 6}), i));
  const Ring kept = simplify(ring, 0.01);
  CHECK(kept == ring_of(Box{0, 0, 14, 6}));
  CHECK(simplify({{1, 2}, {3, 4}}, 9).size() == 2);
}
