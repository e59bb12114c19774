#pragma once
/// Lying bars: parts of a whole beside each other, by row.

#include "scene/charts/chart.hpp"

namespace nahraum::scene {

struct BarRow {
  std::string name;
  std::vector<double> parts;  ///< per series, ≥ 0
  /// The row's figures are unknown or kept back: a hatched stub with this word, "not known".
  std::string unknown;
  std::string remark;  ///< small, after the bar: "one provider alone"
};
struct BarsSpec {
  std::vector<std::string> series;
  std::vector<BarRow> rows;
  std::string first;    ///< head of the table's first column, "Field"
  bool shares = false;  ///< every bar as long as the others, in percent of its sum
  int decimals = 0;
  /// Where a limit is crossed: a line over all bars, "80 %"; in percent or units.
  std::optional<double> limit;
  std::string limit_name;
};
/// Marks: "row N", and "row N part K" for each part that is there.
Chart bars(const BarsSpec& spec, double width_mm, const ChartPens& pens);

}  // namespace nahraum::scene
