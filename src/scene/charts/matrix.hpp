#pragma once
/// The stakeholder matrix: influence by interest, with the spread of several raters.

#include <array>
#include <utility>

#include "scene/charts/chart.hpp"

namespace nahraum::scene {

struct MatrixPoint {
  std::string id, name;
  double x = 0, y = 0;  ///< means of the raters, 0 … MatrixSpec::high
  /// Lowest and highest rating where there are several; drawn as whiskers.
  std::optional<std::pair<double, double>> spread_x, spread_y;
  bool disputed = false;  ///< the raters are far apart: hollow
  std::size_t series = 0;
};
struct MatrixSpec {
  std::string x_name, y_name;
  double high = 10;  ///< fields meet at half of it
  /// Lower left, lower right, upper left, upper right: what is done with whom stands there.
  std::array<std::string, 4> fields;
  std::vector<std::string> series;
  std::vector<MatrixPoint> points;
  std::vector<std::string> unrated;  ///< names of those without a rating, listed below
};
/// Marks: "dot ID". As high as wide, and what has to be listed.
Chart matrix(const MatrixSpec& spec, double width_mm, const ChartPens& pens);
/// Where a rating lies on the chart, and which one a place of the chart means (clamped).
geo::Point matrix_place(const MatrixSpec& spec, double width_mm, const ChartPens& pens, double x,
                        double y);
geo::Point matrix_rating(const MatrixSpec& spec, double width_mm, const ChartPens& pens,
                         geo::Point at_mm);

}  // namespace nahraum::scene
