#pragma once
/// The radar: values on axes around a centre, before and after.

#include "scene/charts/chart.hpp"

namespace nahraum::scene {

struct RadarSeries {
  std::string name;                           ///< "before"
  std::vector<std::optional<double>> values;  ///< per axis; nothing: not rated, the outline breaks
};
struct RadarSpec {
  std::vector<std::string> axes;  ///< three or more
  double low = 0, high = 5;       ///< of every axis; low is the centre
  std::vector<RadarSeries> series;
  std::string first;  ///< head of the table's first column, "Competence"
  int decimals = 1;
};
/// Marks: "series N axis K" at each value. Asserts three axes.
Chart radar(const RadarSpec& spec, double width_mm, const ChartPens& pens);

}  // namespace nahraum::scene
