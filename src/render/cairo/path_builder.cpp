#include "render/cairo/path_builder.hpp"

#include <algorithm>
#include <cmath>

namespace nahraum::render {
namespace {

using geo::Point;

int outcode(Point p, const geo::Box& box) {
  return (p.x < box.min_x ? 1 : 0) | (p.x > box.max_x ? 2 : 0) | (p.y < box.min_y ? 4 : 0) |
         (p.y > box.max_y ? 8 : 0);
}

struct Side {
  bool vertical;  // x = at
  double at;
  bool keep_less;
  bool inside(Point p) const {
    const double v = vertical ? p.x : p.y;
    return keep_less ? v <= at : v >= at;
  }
  Point cut(Point a, Point b) const {
    const double t = vertical ? (at - a.x) / (b.x - a.x) : (at - a.y) / (b.y - a.y);
    return {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
  }
};

/// Sutherland-Hodgman, one side. Open ring in, open ring out.
void clip_side(const std::vector<Point>& ring, const Side& side, std::vector<Point>& out) {
  out.clear();
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point a = ring[i];
    const Point b = ring[(i + 1) % ring.size()];
    const bool a_in = side.inside(a);
    if (a_in) out.push_back(a);
    if (a_in != side.inside(b)) out.push_back(side.cut(a, b));
  }
}

double twice_area(const std::vector<Point>& ring) {
  double sum = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point a = ring[i];
    const Point b = ring[(i + 1) % ring.size()];
    sum += a.x * b.y - b.x * a.y;
  }
  return sum;
}

bool far_enough(Point a, Point b, double tolerance) {
  return std::abs(a.x - b.x) >= tolerance || std::abs(a.y - b.y) >= tolerance;
}

}  // namespace

PathBuilder::PathBuilder(const scene::Frame& frame, double tolerance_mm)
    : frame_{frame.space, frame.page_mm, frame.view, {}}, tolerance_mm_(tolerance_mm) {}

void PathBuilder::project(const std::vector<Point>& points) {
  page_.clear();
  for (const Point p : points)
    page_.push_back(scene::to_page(frame_, p));
}

void PathBuilder::add_line(const geo::Line& line, double margin_mm, Path& path) {
  project(line);
  const geo::Box box = frame_.page_mm.grown(margin_mm + 0.5);
  bool drawing = false;
  for (std::size_t i = 1; i < page_.size(); ++i) {
    const Point a = page_[i - 1];
    const Point b = page_[i];
    if ((outcode(a, box) & outcode(b, box)) != 0) {
      drawing = false;
      continue;
    }
    if (!drawing) {
      path.starts.push_back(path.points.size());
      path.points.push_back(a);
      drawing = true;
    }
    const bool last = i + 1 == page_.size();
    if (last || far_enough(path.points.back(), b, tolerance_mm_)) path.points.push_back(b);
  }
}

void PathBuilder::add_polygon(const geo::Polygon& polygon, double margin_mm, Path& path) {
  const geo::Box box = frame_.page_mm.grown(margin_mm + 0.5);
  const auto parts = path.starts.size();
  add_ring(polygon.outer, true, box, path);
  if (path.starts.size() == parts) return;
  for (const auto& hole : polygon.holes)
    add_ring(hole, false, box, path);
}

void PathBuilder::add_ring(const geo::Ring& ring, bool outer, const geo::Box& box, Path& path) {
  if (ring.size() < 4) return;
  project(ring);
  page_.pop_back();  // closed rings repeat their first point
  int all = 15, any = 0;
  for (const Point p : page_) {
    const int code = outcode(p, box);
    all &= code;
    any |= code;
  }
  if (all != 0) return;
  if (any != 0) {
    for (const Side side : {Side{true, box.min_x, false}, Side{true, box.max_x, true},
                            Side{false, box.min_y, false}, Side{false, box.max_y, true}}) {
      clip_side(page_, side, clipped_);
      page_.swap(clipped_);
      if (page_.size() < 3) return;
    }
  }
  const bool forwards = (twice_area(page_) > 0) == outer;
  const auto start = path.points.size();
  for (std::size_t i = 0; i < page_.size(); ++i) {
    const Point p = page_[forwards ? i : page_.size() - 1 - i];
    if (path.points.size() == start || far_enough(path.points.back(), p, tolerance_mm_)) {
      path.points.push_back(p);
    }
  }
  if (path.points.size() - start < 3) {
    path.points.resize(start);
  } else {
    path.starts.push_back(start);
  }
}

namespace {

/// Crossings of the level lines with the rings, in coordinates turned so that the lines are level.
struct Crossing {
  long row;
  double x;
};

std::vector<Crossing> crossings(const Path& rings, double spacing, double sine, double cosine) {
  std::vector<Crossing> found;
  const auto turn = [&](Point p) {
    return Point{p.x * cosine - p.y * sine, p.x * sine + p.y * cosine};
  };
  const auto height = [&](long row) { return static_cast<double>(row) * spacing; };
  for (std::size_t part = 0; part < rings.part_count(); ++part) {
    const auto begin = rings.starts[part];
    const auto end = rings.part_end(part);
    for (auto i = begin; i < end; ++i) {
      Point a = turn(rings.points[i]);
      Point b = turn(rings.points[i + 1 < end ? i + 1 : begin]);
      if (a.y > b.y) std::swap(a, b);
      for (long row = std::lround(std::ceil(a.y / spacing)); height(row) < b.y; ++row) {
        found.push_back({row, a.x + (height(row) - a.y) / (b.y - a.y) * (b.x - a.x)});
      }
    }
  }
  std::sort(found.begin(), found.end(), [](const Crossing& a, const Crossing& b) {
    return a.row != b.row ? a.row < b.row : a.x < b.x;
  });
  return found;
}

/// One sign of a staggered pattern about the origin, y down, `arm` long.
std::vector<std::vector<Point>> sign_lines(scene::Pattern pattern, double arm) {
  if (pattern == scene::Pattern::crosses) {
    return {{{-0.7 * arm, -0.3 * arm}, {0.7 * arm, -0.3 * arm}}, {{0, -arm}, {0, arm}}};
  }
  if (pattern == scene::Pattern::tufts) {
    return {{{-0.8 * arm, -0.3 * arm}, {0, 0.6 * arm}, {0.8 * arm, -0.3 * arm}},
            {{0, -0.6 * arm}, {0, 0.6 * arm}}};
  }
  if (pattern == scene::Pattern::rings) {
    constexpr int corners = 12;
    std::vector<Point> ring;
    for (int i = 0; i <= corners; ++i) {
      const double angle = 2 * M_PI * i / corners;
      ring.push_back({arm * std::cos(angle), arm * std::sin(angle)});
    }
    return {ring};
  }
  return {{{0, 0}, {1e-3, 0}}};  // a dot is a line of no length with round ends
}

}  // namespace

Path hatch_lines(const Path& rings, const scene::Hatch& hatch) {
  const double angle =
      (hatch.pattern == scene::Pattern::lines ? hatch.angle_deg : 0.0) * M_PI / 180;
  const double sine = std::sin(angle), cosine = std::cos(angle);
  const auto back = [&](double x, double y) {
    return Point{x * cosine + y * sine, -x * sine + y * cosine};
  };
  const auto found = crossings(rings, hatch.spacing_mm, sine, cosine);
  Path path;
  const auto add = [&](double x1, double x2, double y) {
    path.starts.push_back(path.points.size());
    path.points.push_back(back(x1, y));
    path.points.push_back(back(x2, y));
  };
  const auto sign = sign_lines(hatch.pattern, hatch.spacing_mm / 6);
  const auto add_sign = [&](double x, double y) {
    for (const auto& line : sign) {
      path.starts.push_back(path.points.size());
      for (const auto p : line)
        path.points.push_back({x + p.x, y + p.y});
    }
  };
  for (std::size_t i = 0; i + 1 < found.size(); i += 2) {
    const double y = static_cast<double>(found[i].row) * hatch.spacing_mm;
    if (hatch.pattern == scene::Pattern::lines) {
      add(found[i].x, found[i + 1].x, y);
      continue;
    }
    const double shift = found[i].row % 2 == 0 ? 0.0 : 0.5;  // staggered like a five on a die
    const auto column = [&](long k) { return (static_cast<double>(k) + shift) * hatch.spacing_mm; };
    for (long k = std::lround(std::ceil(found[i].x / hatch.spacing_mm - shift));
         column(k) < found[i + 1].x; ++k)
      add_sign(column(k), y);
  }
  return path;
}

}  // namespace nahraum::render
