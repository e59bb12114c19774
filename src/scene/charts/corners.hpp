#pragma once
/// The welfare mix in a square of four corners: state, market, non-profit, informal. A point lies
/// at the mean of the corners, each weighted by its share.

#include <array>

#include "scene/charts/chart.hpp"

namespace nahraum::scene {

struct CornerPoint {
  std::string id, name;
  std::array<double, 4> parts{};  ///< offers per corner, ≥ 0; a point of nothing is listed below
};
struct CornersSpec {
  /// Upper left, upper right, lower left, lower right.
  std::array<std::string, 4> corners;
  std::vector<CornerPoint> points;
  std::string first;  ///< head of the table's first column, "Field"
};
/// Shares of two opposite corners pull to the middle like an even mix of all four: the table beside
/// it tells them apart. Larger points have more offers. Marks: "dot ID".
Chart corners(const CornersSpec& spec, double width_mm, const ChartPens& pens);

}  // namespace nahraum::scene
