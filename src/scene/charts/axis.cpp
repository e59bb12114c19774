#include "scene/charts/axis.hpp"

#include <algorithm>
#include <cmath>

namespace nahraum::scene {

Axis axis_to(double highest, int most) {
  Axis axis;
  if (!(highest > 0) || !std::isfinite(highest)) highest = 1;
  const double power = std::pow(10, std::floor(std::log10(highest / std::max(1, most))));
  for (const double factor : {1.0, 2.0, 5.0, 10.0, 20.0}) {
    axis.step = factor * power;
    if (std::ceil(highest / axis.step - 1e-9) <= most) break;
  }
  const auto steps = static_cast<int>(std::max(1.0, std::ceil(highest / axis.step - 1e-9)));
  axis.high = steps * axis.step;
  for (int i = 0; i <= steps; ++i)
    axis.ticks.push_back(i * axis.step);
  axis.decimals = std::max(0, static_cast<int>(-std::floor(std::log10(axis.step) + 1e-9)));
  return axis;
}

}  // namespace nahraum::scene
