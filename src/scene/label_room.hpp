#pragma once
/// Which parts of the page are taken. Internal to scene/labels.

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "geo/values.hpp"

namespace nahraum::scene {

/// A rectangle that may be turned, by its corners in order.
using Corners = std::array<geo::Point, 4>;
Corners corners_of(geo::Point centre, double width, double height, double angle_deg);
/// Separating axes; touching is not overlapping.
bool overlap(const Corners& a, const Corners& b);
geo::Box bounds(const Corners& corners);

/// Taken rectangles in a hash of square cells.
class LabelRoom {
 public:
  explicit LabelRoom(double cell) : cell_(cell) {}
  bool is_free(const Corners& wanted) const;
  void take(const Corners& corners);

 private:
  template <class F>
  void for_cells(const geo::Box& box, F&& call) const;

  double cell_;
  std::vector<Corners> taken_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> cells_;
};

}  // namespace nahraum::scene
