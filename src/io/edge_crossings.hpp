#pragma once
/// Where one gets into a park or onto other open ground.

#include <vector>

#include "geo/values.hpp"
#include "model/project.hpp"

namespace nahraum::io {

/// Points where streets cross or touch the edge of an outline. Cost per question: O(streets) boxes,
/// then only the segments near the outline.
class EdgeCrossings {
 public:
  explicit EdgeCrossings(const model::Streets& streets);
  /// Sorted by x, then y; of points nearer than 3 m to each other one is kept.
  std::vector<geo::Point> of(const geo::MultiPolygon& outline) const;

 private:
  const model::Streets& streets_;
  std::vector<geo::Box> boxes_;
};

}  // namespace nahraum::io
