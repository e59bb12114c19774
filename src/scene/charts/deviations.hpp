#pragma once
/// A profile against the town: how far each indicator lies above or below it.

#include "scene/charts/chart.hpp"

namespace nahraum::scene {

struct DeviationRow {
  std::string name;
  std::string here, there;         ///< both values as they are told, "8.3 %"; "" where unknown
  std::optional<double> relative;  ///< (here − there) / there; nothing: cannot be said
  bool marked = false;             ///< one of the strongest
};
struct DeviationsSpec {
  std::vector<DeviationRow> rows;
  std::string first, here, there;  ///< heads of the table: "Indicator", "Lindenhof", "Town"
};
/// Bars left and right of a line, in percent of the town's value. Marks: "row N".
Chart deviations(const DeviationsSpec& spec, double width_mm, const ChartPens& pens);

}  // namespace nahraum::scene
