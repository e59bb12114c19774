#include "analysis/contour.hpp"

#include <array>
#include <cmath>

#include "analysis/street_graph.hpp"
#include "base/check.hpp"

namespace nahraum::analysis {
namespace {

using geo::Point;

/// A crossing is named by the grid edge it lies on: 2 · point for the edge to the east of the
/// point, 2 · point + 1 for the one to the north.
///
///      3 ── north ── 2
///      west        east
///      0 ── south ── 1
enum Side { south, east, north, west };
struct Step {
  Side from, to;
};
/// Steps through a cell by its corners within (bit i: corner i), the inside to the left.
/// The saddles (5, 10) are given with their corners apart.
constexpr std::array<std::array<Step, 2>, 16> steps_of = {{
    {{{south, south}, {south, south}}},
    {{{south, west}, {south, south}}},
    {{{east, south}, {south, south}}},
    {{{east, west}, {south, south}}},
    {{{north, east}, {south, south}}},
    {{{south, west}, {north, east}}},
    {{{north, south}, {south, south}}},
    {{{north, west}, {south, south}}},
    {{{west, north}, {south, south}}},
    {{{south, north}, {south, south}}},
    {{{east, south}, {west, north}}},
    {{{east, north}, {south, south}}},
    {{{west, east}, {south, south}}},
    {{{south, east}, {south, south}}},
    {{{west, south}, {south, south}}},
    {{{south, south}, {south, south}}},
}};
constexpr std::array<Step, 2> joined_5 = {{{south, east}, {north, west}}};
constexpr std::array<Step, 2> joined_10 = {{{west, south}, {east, north}}};

class Tracer {
 public:
  Tracer(const DistanceGrid& grid, double radius_m)
      : grid_(grid),
        radius_m_(radius_m),
        threshold_(static_cast<float>(radius_m * radius_m)),
        columns_(static_cast<std::size_t>(grid.columns())),
        next_(2 * grid.squared().size(), none) {}

  std::vector<geo::Ring> rings() {
    for (int row = 0; row + 1 < grid_.rows(); ++row)
      link_row(static_cast<std::size_t>(row));
    std::vector<geo::Ring> rings;
    for (const std::uint32_t start : starts_) {
      if (next_[start] != none) rings.push_back(follow(start));
    }
    return rings;
  }

 private:
  bool within(std::size_t point) const { return grid_.squared()[point] < threshold_; }

  void link_row(std::size_t row) {
    const std::size_t begin = row * columns_;
    bool low = within(begin);
    bool high = within(begin + columns_);
    for (std::size_t point = begin; point + 1 < begin + columns_; ++point) {
      const bool low_next = within(point + 1);
      const bool high_next = within(point + columns_ + 1);
      const unsigned corners =
          (low ? 1u : 0) | (low_next ? 2u : 0) | (high_next ? 4u : 0) | (high ? 8u : 0);
      if (corners != 0 && corners != 15) link_cell(point, corners);
      low = low_next;
      high = high_next;
    }
  }

  void link_cell(std::size_t point, unsigned corners) {
    auto steps = steps_of[corners];
    const bool saddle = corners == 5 || corners == 10;
    if (saddle && mean(point) < radius_m_) steps = corners == 5 ? joined_5 : joined_10;
    for (int i = 0; i < (saddle ? 2 : 1); ++i) {
      const std::uint32_t from = crossing(point, steps[static_cast<std::size_t>(i)].from);
      next_[from] = crossing(point, steps[static_cast<std::size_t>(i)].to);
      starts_.push_back(from);
    }
  }

  double mean(std::size_t p) const {
    return (distance(p) + distance(p + 1) + distance(p + columns_) + distance(p + columns_ + 1)) /
           4;
  }
  double distance(std::size_t point) const {
    return std::sqrt(static_cast<double>(grid_.squared()[point]));
  }

  std::uint32_t crossing(std::size_t point, Side side) const {
    switch (side) {
      case south:
        return static_cast<std::uint32_t>(2 * point);
      case north:
        return static_cast<std::uint32_t>(2 * (point + columns_));
      case west:
        return static_cast<std::uint32_t>(2 * point + 1);
      case east:
        break;
    }
    return static_cast<std::uint32_t>(2 * (point + 1) + 1);
  }

  /// Where the distance along a grid edge is the radius: never on a grid point, so that rings that
  /// pass on both sides of one stay apart.
  Point place(std::uint32_t crossing_id) const {
    const std::size_t from = crossing_id / 2;
    const bool up = crossing_id % 2 != 0;
    const double near = distance(from);
    const double far = distance(up ? from + columns_ : from + 1);
    const double t = std::min(0.999, std::max(0.001, (radius_m_ - near) / (far - near)));
    const double column = static_cast<double>(from % columns_) + (up ? 0 : t);
    const auto lower = from / columns_;
    const double row = static_cast<double>(lower) + (up ? t : 0);
    return {grid_.origin().x + column * grid_.cell_m(), grid_.origin().y + row * grid_.cell_m()};
  }

  geo::Ring follow(std::uint32_t start) {
    geo::Ring ring;
    std::uint32_t at = start;
    while (next_[at] != none) {
      ring.push_back(place(at));
      const std::uint32_t to = next_[at];
      next_[at] = none;
      at = to;
    }
    NAHRAUM_CHECK(at == start);
    ring.push_back(ring.front());
    return ring;
  }

  const DistanceGrid& grid_;
  double radius_m_;
  float threshold_;
  std::size_t columns_;
  std::vector<std::uint32_t> next_;  ///< by crossing
  std::vector<std::uint32_t> starts_;
};

}  // namespace

std::vector<geo::Ring> contour(const DistanceGrid& grid, double radius_m) {
  return Tracer(grid, radius_m).rings();
}

geo::Ring thinned(const geo::Ring& ring, double tolerance_m) {
  if (ring.size() < 5) return ring;
  geo::Ring kept{ring.front()};
  // Directions from the last kept corner that pass all corners since then closely enough: between
  // `right` and `left`, as vectors.
  Point right, left;
  bool open = true;  // any direction yet
  double far_m = 0;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    const Point from = kept.back();
    const Point d{ring[i].x - from.x, ring[i].y - from.y};
    const double length_m = std::hypot(d.x, d.y);
    const bool inside =
        open || (right.x * d.y - right.y * d.x >= 0 && d.x * left.y - d.y * left.x >= 0);
    if (!inside || length_m < far_m) {
      kept.push_back(ring[i - 1]);
      open = true;
      far_m = 0;
      --i;
      continue;
    }
    far_m = length_m;
    if (length_m <= tolerance_m) continue;
    const double sine = tolerance_m / length_m;
    const double cosine = std::sqrt(1 - sine * sine);
    const Point r{d.x * cosine + d.y * sine, d.y * cosine - d.x * sine};
    const Point l{d.x * cosine - d.y * sine, d.y * cosine + d.x * sine};
    if (open || right.x * r.y - right.y * r.x > 0) right = r;
    if (open || l.x * left.y - l.y * left.x > 0) left = l;
    open = false;
  }
  kept.push_back(ring.back());
  return kept.size() >= 4 ? kept : ring;
}

}  // namespace nahraum::analysis
