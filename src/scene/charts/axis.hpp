#pragma once
/// Where an axis is marked: few, round values.

#include <vector>

namespace nahraum::scene {

struct Axis {
  double high = 1;            ///< the axis goes from 0 to here
  double step = 1;            ///< 1, 2 or 5 times a power of ten
  std::vector<double> ticks;  ///< 0, step, …, high
  int decimals = 0;           ///< that its ticks need

  /// Share of the axis' length, 0 … 1 for values on it.
  double at(double value) const { return value / high; }
};
/// From zero to at least `highest`, in at most `most` steps. 1 where nothing is above zero.
Axis axis_to(double highest, int most = 5);

}  // namespace nahraum::scene
