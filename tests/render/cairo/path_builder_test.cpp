#include "render/cairo/path_builder.hpp"

#include <catch2/catch.hpp>

using namespace nahraum;
using namespace nahraum::render;

namespace {

/// 100 × 60 mm around map point (0, 0) at 1:1 000: a metre is a millimetre.
scene::Frame frame() {
  scene::Frame f;
  f.space = scene::Space::map;
  f.page_mm.add(geo::Point{0, 0});
  f.page_mm.add(geo::Point{100, 60});
  f.view = {{0, 0}, 1000};
  return f;
}

double area_of(const Path& path) {
  double sum = 0;
  for (std::size_t part = 0; part < path.part_count(); ++part) {
    geo::Ring ring(path.points.begin() + static_cast<long>(path.starts[part]),
                   path.points.begin() + static_cast<long>(path.part_end(part)));
    ring.push_back(ring.front());
    sum += geo::signed_area(ring);
  }
  return sum;
}

geo::Ring square(double x, double y, double side) {
  return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}};
}

}  // namespace

TEST_CASE("a polygon far larger than the frame is cut to it") {
  PathBuilder builder(frame(), 0.01);
  Path path;
  builder.add_polygon({square(-5000, -5000, 10000), {}}, 0, path);
  CHECK(std::abs(area_of(path)) == Approx(101 * 61));  // half a millimetre more on each side
}

TEST_CASE("holes run against their ring, however they came in") {
  PathBuilder builder(frame(), 0.01);
  Path path;
  builder.add_polygon({square(-20, -20, 30), {square(-10, -10, 7)}}, 0, path);
  REQUIRE(path.part_count() == 2);
  CHECK(std::abs(area_of(path)) == Approx(900 - 49));
}

TEST_CASE("what lies outside costs nothing") {
  PathBuilder builder(frame(), 0.01);
  Path path;
  builder.add_polygon({square(400, 3, 20), {}}, 1, path);
  builder.add_line({{-400, 80}, {400, 90}}, 1, path);
  CHECK(path.points.empty());
}

TEST_CASE("a line that leaves and comes back is two parts") {
  PathBuilder builder(frame(), 0.01);
  Path path;
  builder.add_line({{-10, 0}, {-10, 100}, {20, 100}, {20, 5}}, 1, path);
  CHECK(path.part_count() == 2);
}

TEST_CASE("detail that nobody sees is dropped, the ends stay") {
  PathBuilder builder(frame(), 0.5);
  Path path;
  geo::Line line;
  for (int i = 0; i <= 400; ++i)
    line.push_back({i * 0.1, 0});
  builder.add_line(line, 1, path);
  CHECK(path.points.size() < 90);
  CHECK(path.points.back().x == Approx(90));
}

TEST_CASE("hatch lines fill a rectangle and spare its hole") {
  Path rings;
  rings.closed = true;
  rings.starts = {0, 4};
  rings.points = {{0, 0}, {20, 0}, {20, 10}, {0, 10}, {5, 2}, {9, 2}, {9, 8}, {5, 8}};
  const auto lines = hatch_lines(rings, {{}, 0.5, 0.1, 45});
  double length = 0;
  for (const auto start : lines.starts) {
    length += geo::distance(lines.points[start], lines.points[start + 1]);
    const geo::Point middle{(lines.points[start].x + lines.points[start + 1].x) / 2,
                            (lines.points[start].y + lines.points[start + 1].y) / 2};
    const bool in_hole = middle.x > 5.01 && middle.x < 8.99 && middle.y > 2.01 && middle.y < 7.99;
    CHECK_FALSE(in_hole);
  }
  CHECK(length * 0.5 == Approx(200 - 24).epsilon(0.01));  // length times spacing is area
}

TEST_CASE("dots stand on a staggered grid inside") {
  Path rings;
  rings.closed = true;
  rings.starts = {0};
  rings.points = {{0, 0}, {10, 0}, {10, 8}, {0, 8}};
  const auto dots = hatch_lines(rings, {{}, 1, 0.3, 0, scene::Pattern::dots});
  CHECK(dots.part_count() >= 76);
  CHECK(dots.part_count() <= 84);
}

TEST_CASE("trees, grass and graves stand inside, each of its own strokes") {
  Path rings;
  rings.closed = true;
  rings.starts = {0};
  rings.points = {{0, 0}, {30, 0}, {30, 18}, {0, 18}};
  const auto strokes = [&](scene::Pattern pattern) {
    return hatch_lines(rings, {{}, 3, 0.2, 45, pattern}).part_count();
  };
  const auto dots = strokes(scene::Pattern::dots);
  CHECK(dots >= 50);
  CHECK(strokes(scene::Pattern::rings) == dots);
  CHECK(strokes(scene::Pattern::crosses) == 2 * dots);
  CHECK(strokes(scene::Pattern::tufts) == 2 * dots);
  for (const auto p : hatch_lines(rings, {{}, 3, 0.2, 45, scene::Pattern::crosses}).points) {
    CHECK(p.x > -0.6);
    CHECK(p.x < 30.6);
  }
}
