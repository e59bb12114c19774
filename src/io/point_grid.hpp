#pragma once
/// Points by place: which of them lie in or near a box.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "geo/values.hpp"

namespace nahraum::io {

/// Square cells of `cell_m` in a hash. Visits in an order that depends on nothing but the points.
class PointGrid {
 public:
  explicit PointGrid(double cell_m) : cell_m_(cell_m) {}

  void add(std::uint32_t item, geo::Point at) {
    cells_[key(column(at.x), column(at.y))].push_back(item);
  }

  /// To every cell that the box touches.
  void add(std::uint32_t item, const geo::Box& box) {
    if (box.empty()) return;
    for (std::int64_t x = column(box.min_x); x <= column(box.max_x); ++x) {
      for (std::int64_t y = column(box.min_y); y <= column(box.max_y); ++y)
        cells_[key(x, y)].push_back(item);
    }
  }

  /// Every item of the cells that the box touches; test the exact place yourself.
  template <class Visit>
  void visit(const geo::Box& box, Visit visit) const {
    if (box.empty()) return;
    for (std::int64_t x = column(box.min_x); x <= column(box.max_x); ++x) {
      for (std::int64_t y = column(box.min_y); y <= column(box.max_y); ++y) {
        const auto cell = cells_.find(key(x, y));
        if (cell == cells_.end()) continue;
        for (const std::uint32_t item : cell->second)
          visit(item);
      }
    }
  }

 private:
  std::int64_t column(double metres) const {
    return static_cast<std::int64_t>(std::floor(metres / cell_m_));
  }
  static std::int64_t key(std::int64_t x, std::int64_t y) { return x * 0x9E3779B1 + y; }

  double cell_m_;
  std::unordered_map<std::int64_t, std::vector<std::uint32_t>> cells_;
};

}  // namespace nahraum::io
