#pragma once
/// What pays for the work, year by year, against what it costs; and the month in which the money
/// ends.

#include "scene/charts/chart.hpp"

namespace nahraum::scene {

struct CliffYear {
  int year = 2027;
  std::vector<double> sources;  ///< euro per series, ≥ 0
  std::optional<double> cost;   ///< euro; nothing: not planned yet
};
struct CliffSpec {
  std::vector<std::string> series;  ///< names of the sources
  std::vector<CliffYear> years;     ///< consecutive
  /// First month without full cover, counted from January of the first year; and its name in words.
  std::optional<int> ends_month;
  std::string ends_name;  ///< "The post ends in July 2029"
};
/// Columns of sources, the cost as a line over each year, what is missing hatched in the gap's
/// colour and written above. Marks: "year N", "year N source K", "year N gap".
Chart cliff(const CliffSpec& spec, double width_mm, const ChartPens& pens);

}  // namespace nahraum::scene
