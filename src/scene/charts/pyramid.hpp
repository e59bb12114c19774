#pragma once
/// The population pyramid: women and men by age, the youngest below.

#include "scene/charts/chart.hpp"

namespace nahraum::scene {

struct PyramidBand {
  std::string name;  ///< "80–84"
  /// Persons, or percent of all; nothing: unknown or kept back, drawn as a hatched stub.
  std::optional<double> left, right;
  /// The town, or the year to come: an outline over the bars; nothing: none.
  std::optional<double> left_other, right_other;
  bool marked = false;  ///< those that the chart is about: 80 and over
};
struct PyramidSpec {
  std::vector<PyramidBand> bands;  ///< the youngest first
  std::string left, right;         ///< "Women", "Men"
  std::string other;               ///< "Town 2024"; "": no outline
  std::string unit;                ///< "persons", "% of all"
  int decimals = 0;
};
/// Marks: "band N". Height follows from the bands.
Chart pyramid(const PyramidSpec& spec, double width_mm, const ChartPens& pens);

}  // namespace nahraum::scene
