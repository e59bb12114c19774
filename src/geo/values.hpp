#pragma once
/// Geometry as plain values. Coordinates are metres in the project's projected CRS, x east, y
/// north, unless a name says lon/lat. Rings are closed: first point equals last.

#include <limits>
#include <vector>

namespace nahraum::geo {

struct Point {
  double x = 0;
  double y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

/// Degrees, ETRS89 ≈ WGS 84.
struct LonLat {
  double lon = 0;
  double lat = 0;
  friend bool operator==(const LonLat&, const LonLat&) = default;
};

using Line = std::vector<Point>;
using Ring = std::vector<Point>;

struct Polygon {
  Ring outer;               ///< counter-clockwise
  std::vector<Ring> holes;  ///< clockwise
  friend bool operator==(const Polygon&, const Polygon&) = default;
};

using MultiPolygon = std::vector<Polygon>;

/// Axis-parallel; empty until something is added.
struct Box {
  double min_x = std::numeric_limits<double>::infinity();
  double min_y = std::numeric_limits<double>::infinity();
  double max_x = -std::numeric_limits<double>::infinity();
  double max_y = -std::numeric_limits<double>::infinity();

  bool empty() const { return min_x > max_x || min_y > max_y; }
  double width() const { return empty() ? 0 : max_x - min_x; }
  double height() const { return empty() ? 0 : max_y - min_y; }
  Point centre() const { return {(min_x + max_x) / 2, (min_y + max_y) / 2}; }
  bool contains(Point p) const {
    return p.x >= min_x && p.x <= max_x && p.y >= min_y && p.y <= max_y;
  }
  bool intersects(const Box& other) const {
    return min_x <= other.max_x && other.min_x <= max_x && min_y <= other.max_y &&
           other.min_y <= max_y;
  }
  void add(Point p);
  void add(const Box& other);
  Box grown(double by) const { return {min_x - by, min_y - by, max_x + by, max_y + by}; }
};

Box bounds(const Line& line);
Box bounds(const Polygon& polygon);
Box bounds(const MultiPolygon& polygons);
Ring ring_of(const Box& box);
/// Regular polygon of `corners` corners around `centre`.
Ring circle(Point centre, double radius, int corners = 128);

double distance(Point a, Point b);
double length(const Line& line);
/// Point `along` metres from the line's start, clamped to its ends. The line is not empty.
Point point_along(const Line& line, double along);
/// The part of `line` between two distances from its start (from ≤ to), clamped.
Line part_of(const Line& line, double from, double to);

/// Positive when counter-clockwise.
double signed_area(const Ring& ring);
double area(const Polygon& polygon);
double area(const MultiPolygon& polygons);
/// Boundary points count as inside for some edges only (half-open rule): use for partitions.
bool contains(const Ring& ring, Point p);
bool contains(const Polygon& polygon, Point p);
bool contains(const MultiPolygon& polygons, Point p);

/// Nearest point of a segment or line: where, how far along from the start, how far away.
struct Nearest {
  Point at;
  double along = 0;
  double distance = std::numeric_limits<double>::infinity();
};
Nearest nearest_on_segment(Point a, Point b, Point p);
Nearest nearest_on_line(const Line& line, Point p);

/// Douglas-Peucker; keeps both ends. `tolerance` in metres.
Line simplify(const Line& line, double tolerance);

}  // namespace nahraum::geo
