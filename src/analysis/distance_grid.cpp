#include "analysis/distance_grid.hpp"

#include <algorithm>
#include <cmath>

namespace nahraum::analysis {

using geo::Point;

DistanceGrid::DistanceGrid(const geo::Box& box, double radius_m, double cell_m)
    : reach_m_(radius_m + cell_m), cell_m_(cell_m) {
  const double margin_m = reach_m_ + cell_m;
  const auto first = [&](double at) { return std::floor((at - margin_m) / cell_m) * cell_m; };
  origin_ = {first(box.min_x), first(box.min_y)};
  columns_ = static_cast<int>((box.max_x + margin_m - origin_.x) / cell_m) + 2;
  rows_ = static_cast<int>((box.max_y + margin_m - origin_.y) / cell_m) + 2;
  squared_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_),
                  static_cast<float>(reach_m_ * reach_m_));
}

void DistanceGrid::add_row(int row, double from_x, double to_x, Point a, Point b) {
  const int first = std::max(0, static_cast<int>(std::ceil(from_x / cell_m_)));
  const int last = std::min(columns_ - 1, static_cast<int>(std::floor(to_x / cell_m_)));
  const auto cell = static_cast<float>(cell_m_);
  const auto dx = static_cast<float>(b.x - a.x);
  const auto dy = static_cast<float>(b.y - a.y);
  const float squared_length = dx * dx + dy * dy;
  const float scale = squared_length > 0 ? 1 / squared_length : 0;
  const auto py = static_cast<float>(row * cell_m_ - a.y);
  const auto ax = static_cast<float>(a.x);
  float* values =
      squared_.data() + static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_);
  for (int column = first; column <= last; ++column) {
    const float px = static_cast<float>(column) * cell - ax;
    const float t = std::min(1.0f, std::max(0.0f, (px * dx + py * dy) * scale));
    const float ex = px - t * dx;
    const float ey = py - t * dy;
    values[column] = std::min(values[column], ex * ex + ey * ey);
  }
}

/// Row by row through the capsule around the segment: two half discs and a rectangle.
void DistanceGrid::add_segment(Point a, Point b) {
  a = {a.x - origin_.x, a.y - origin_.y};
  b = {b.x - origin_.x, b.y - origin_.y};
  if (a.y > b.y) std::swap(a, b);
  const double length_m = geo::distance(a, b);
  const double nx = length_m > 0 ? (b.y - a.y) / length_m * reach_m_ : 0;
  const double slope = b.y > a.y ? (b.x - a.x) / (b.y - a.y) : 0;
  const double ny = length_m > 0 ? std::fabs(b.x - a.x) / length_m * reach_m_ : 0;
  const int first = std::max(0, static_cast<int>(std::ceil((a.y - reach_m_) / cell_m_)));
  const int last = std::min(rows_ - 1, static_cast<int>(std::floor((b.y + reach_m_) / cell_m_)));
  for (int row = first; row <= last; ++row) {
    const double y = row * cell_m_;
    double from_x = 1e30, to_x = -1e30;
    const auto widen = [&](double x) {
      from_x = std::min(from_x, x);
      to_x = std::max(to_x, x);
    };
    for (const Point end : {a, b}) {
      const double h = reach_m_ * reach_m_ - (y - end.y) * (y - end.y);
      if (h < 0) continue;
      widen(end.x - std::sqrt(h));
      widen(end.x + std::sqrt(h));
    }
    // The long sides of the rectangle, where this row meets them.
    for (const double side : {-1.0, 1.0}) {
      const double rise = (b.x >= a.x ? -side : side) * ny;
      const double from_y = a.y + rise;
      if (b.y > a.y && y >= from_y && y <= b.y + rise) {
        widen(a.x + side * nx + (y - from_y) * slope);
      }
    }
    if (from_x <= to_x) add_row(row, from_x, to_x, a, b);
  }
}

}  // namespace nahraum::analysis
