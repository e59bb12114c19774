#pragma once
/// Distance to a set of line pieces, sampled on a square grid.

#include <cstdint>
#include <vector>

#include "geo/values.hpp"

namespace nahraum::analysis {

/// Grid points lie at whole multiples of `cell_m`, so that grids of different boxes agree. Values
/// are squared distances in m² up to (`radius_m` + 1 cell)², larger ones are cut there.
/// Cost: O(area of the box / cell² + length · radius / cell²).
class DistanceGrid {
 public:
  DistanceGrid(const geo::Box& box, double radius_m, double cell_m);

  void add_segment(geo::Point a, geo::Point b);

  int columns() const { return columns_; }
  int rows() const { return rows_; }
  double cell_m() const { return cell_m_; }
  /// In m², row-major from the south-west.
  const std::vector<float>& squared() const { return squared_; }
  geo::Point origin() const { return origin_; }

 private:
  void add_row(int row, double from_x, double to_x, geo::Point a, geo::Point b);

  double reach_m_;
  double cell_m_;
  geo::Point origin_;
  int columns_;
  int rows_;
  std::vector<float> squared_;
};

}  // namespace nahraum::analysis
