#include "geo/values.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace nahraum::geo {

void Box::add(Point p) {
  min_x = std::min(min_x, p.x);
  min_y = std::min(min_y, p.y);
  max_x = std::max(max_x, p.x);
  max_y = std::max(max_y, p.y);
}

void Box::add(const Box& other) {
  if (other.empty()) return;
  add(Point{other.min_x, other.min_y});
  add(Point{other.max_x, other.max_y});
}

Box bounds(const Line& line) {
  Box box;
  for (const Point p : line)
    box.add(p);
  return box;
}

Box bounds(const Polygon& polygon) {
  return bounds(polygon.outer);
}

Box bounds(const MultiPolygon& polygons) {
  Box box;
  for (const auto& polygon : polygons)
    box.add(bounds(polygon));
  return box;
}

Ring ring_of(const Box& b) {
  return {{b.min_x, b.min_y},
          {b.max_x, b.min_y},
          {b.max_x, b.max_y},
          {b.min_x, b.max_y},
          {b.min_x, b.min_y}};
}

Ring circle(Point centre, double radius, int corners) {
  Ring ring;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2 * std::numbers::pi * i / corners;
    ring.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
  }
  ring.push_back(ring.front());
  return ring;
}

double distance(Point a, Point b) {
  return std::hypot(b.x - a.x, b.y - a.y);
}

double length(const Line& line) {
  double sum = 0;
  for (std::size_t i = 1; i < line.size(); ++i)
    sum += distance(line[i - 1], line[i]);
  return sum;
}

Point point_along(const Line& line, double along) {
  if (along <= 0) return line.front();
  for (std::size_t i = 1; i < line.size(); ++i) {
    const double step = distance(line[i - 1], line[i]);
    if (along < step) {
      const double t = along / step;
      return {line[i - 1].x + t * (line[i].x - line[i - 1].x),
              line[i - 1].y + t * (line[i].y - line[i - 1].y)};
    }
    along -= step;
  }
  return line.back();
}

Line part_of(const Line& line, double from, double to) {
  Line part{point_along(line, from)};
  double at = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    at += distance(line[i - 1], line[i]);
    if (at > from && at < to) part.push_back(line[i]);
  }
  const Point end = point_along(line, to);
  if (!(end == part.back())) part.push_back(end);
  return part;
}

double signed_area(const Ring& ring) {
  if (ring.empty()) return 0;
  const Point origin = ring.front();  // small numbers: eastings and northings have six digits
  double twice = 0;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    const double ax = ring[i - 1].x - origin.x;
    const double ay = ring[i - 1].y - origin.y;
    const double bx = ring[i].x - origin.x;
    const double by = ring[i].y - origin.y;
    twice += ax * by - bx * ay;
  }
  return twice / 2;
}

double area(const Polygon& polygon) {
  double sum = std::fabs(signed_area(polygon.outer));
  for (const auto& hole : polygon.holes)
    sum -= std::fabs(signed_area(hole));
  return sum;
}

double area(const MultiPolygon& polygons) {
  double sum = 0;
  for (const auto& polygon : polygons)
    sum += area(polygon);
  return sum;
}

bool contains(const Ring& ring, Point p) {
  bool inside = false;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    const Point a = ring[i - 1];
    const Point b = ring[i];
    if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) {
      inside = !inside;
    }
  }
  return inside;
}

bool contains(const Polygon& polygon, Point p) {
  if (!contains(polygon.outer, p)) return false;
  return std::none_of(polygon.holes.begin(), polygon.holes.end(),
                      [p](const Ring& hole) { return contains(hole, p); });
}

bool contains(const MultiPolygon& polygons, Point p) {
  return std::any_of(polygons.begin(), polygons.end(),
                     [p](const Polygon& polygon) { return contains(polygon, p); });
}

Nearest nearest_on_segment(Point a, Point b, Point p) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double squared = dx * dx + dy * dy;
  const double t =
      squared > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0) : 0;
  const Point at{a.x + t * dx, a.y + t * dy};
  return {at, t * std::sqrt(squared), distance(at, p)};
}

Nearest nearest_on_line(const Line& line, Point p) {
  Nearest best;
  double before = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    Nearest here = nearest_on_segment(line[i - 1], line[i], p);
    here.along += before;
    if (here.distance < best.distance) best = here;
    before += distance(line[i - 1], line[i]);
  }
  return best;
}

namespace {
void keep_farthest(const Line& line, std::size_t first, std::size_t last, double tolerance,
                   std::vector<bool>& keep) {
  std::vector<std::pair<std::size_t, std::size_t>> open{{first, last}};
  while (!open.empty()) {
    const auto [from, to] = open.back();
    open.pop_back();
    double worst = tolerance;
    std::size_t at = from;
    for (std::size_t i = from + 1; i < to; ++i) {
      const double off = nearest_on_segment(line[from], line[to], line[i]).distance;
      if (off > worst) {
        worst = off;
        at = i;
      }
    }
    if (at == from) continue;
    keep[at] = true;
    open.emplace_back(from, at);
    open.emplace_back(at, to);
  }
}
}  // namespace

Line simplify(const Line& line, double tolerance) {
  if (line.size() < 3) return line;
  std::vector<bool> keep(line.size(), false);
  keep.front() = keep.back() = true;
  std::size_t last = line.size() - 1;
  if (line.front() == line.back()) {  // a ring: split at the corner farthest from its start
    double worst = -1;
    std::size_t far = last / 2;
    for (std::size_t i = 1; i < last; ++i) {
      if (distance(line.front(), line[i]) > worst) {
        worst = distance(line.front(), line[i]);
        far = i;
      }
    }
    keep[far] = true;
    keep_farthest(line, 0, far, tolerance, keep);
    keep_farthest(line, far, last, tolerance, keep);
  } else {
    keep_farthest(line, 0, last, tolerance, keep);
  }
  Line kept;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (keep[i]) kept.push_back(line[i]);
  }
  return kept;
}

}  // namespace nahraum::geo
