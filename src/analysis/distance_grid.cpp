#include "analysis/distance_grid.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace nahraum::analysis {

using geo::Point;

namespace {
constexpr int block = 4;
using Floats = float __attribute__((vector_size(16)));
}  // namespace

DistanceGrid::DistanceGrid(const geo::Box& box, double radius_m, double cell_m)
    : reach_m_(radius_m + cell_m), cell_m_(cell_m) {
  const double margin_m = reach_m_ + cell_m;
  const auto first = [&](double at) { return std::floor((at - margin_m) / cell_m) * cell_m; };
  origin_ = {first(box.min_x), first(box.min_y)};
  columns_ = static_cast<int>((box.max_x + margin_m - origin_.x) / cell_m) + 2;
  columns_ = (columns_ + block - 1) / block * block;
  rows_ = static_cast<int>((box.max_y + margin_m - origin_.y) / cell_m) + 2;
  squared_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_),
                  static_cast<float>(reach_m_ * reach_m_));
}

/// Four grid points at a time; what a block measures beyond the capsule is true as well, only not
/// needed.
void DistanceGrid::add_row(int row, double from_x, double to_x, Point a, Point b) {
  const int first = std::max(0, static_cast<int>(std::ceil(from_x / cell_m_))) / block * block;
  const int last = std::min(columns_ - 1, static_cast<int>(std::floor(to_x / cell_m_)));
  const auto cell = static_cast<float>(cell_m_);
  const auto dx = static_cast<float>(b.x - a.x);
  const auto dy = static_cast<float>(b.y - a.y);
  const float squared_length = dx * dx + dy * dy;
  const float scale = squared_length > 0 ? 1 / squared_length : 0;
  const auto py = static_cast<float>(row * cell_m_ - a.y);
  const Floats zero{};
  const Floats one = zero + 1.0f;
  const auto ax = static_cast<float>(a.x);
  Floats px = Floats{0, cell, 2 * cell, 3 * cell} + (static_cast<float>(first) * cell - ax);
  float* value =
      squared_.data() + static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_);
  for (int start = first; start <= last; start += block) {
    Floats t = (px * dx + py * dy) * scale;
    t = t > zero ? t : zero;
    t = t < one ? t : one;
    const Floats ex = px - t * dx;
    const Floats ey = py - t * dy;
    const Floats squared = ex * ex + ey * ey;
    Floats known;
    std::memcpy(&known, value + start, sizeof(known));
    known = squared < known ? squared : known;
    std::memcpy(value + start, &known, sizeof(known));
    px += block * cell;
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
