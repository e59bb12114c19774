#pragma once
/// Where one gets into a park or onto other open ground.

#include <cstdint>
#include <vector>

#include "geo/values.hpp"
#include "io/point_grid.hpp"
#include "model/project.hpp"

namespace nahraum::io {

/// Points where streets cross or touch the edge of an outline. Cost per question: the streets of
/// the grid's cells that the outline's box touches; all of them for an outline of many kilometres.
class EdgeCrossings {
 public:
  explicit EdgeCrossings(const model::Streets& streets);
  /// Sorted by x, then y; of points nearer than 3 m to each other one is kept.
  std::vector<geo::Point> of(const geo::MultiPolygon& outline) const;

 private:
  /// Streets whose box may meet the other, ascending.
  std::vector<std::uint32_t> near(const geo::Box& box) const;

  const model::Streets& streets_;
  std::vector<geo::Box> boxes_;
  PointGrid grid_;
  std::vector<std::uint32_t> large_;  ///< streets that would fill too many cells
};

}  // namespace nahraum::io
