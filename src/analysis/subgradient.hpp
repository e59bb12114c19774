#pragma once
/// Multipliers for Lagrangian bounds.

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "jobs/context.hpp"

namespace nahraum::analysis {

/// Lowers a convex function of many multipliers by subgradient steps; every value is a bound, the
/// lowest is returned. `evaluate(x, slope)` gives the function's value and a subgradient;
/// `clamp(i, value)` keeps a multiplier in its range. Nothing is below `target`. Steps by Polyak's
/// rule, halved where nothing improves. Source: Held, Wolfe & Crowder 1974.
template <class Evaluate, class Clamp>
double lowest_by_subgradient(std::vector<double>& x, double target, int rounds, Evaluate evaluate,
                             Clamp clamp, const jobs::Context& context) {
  double lowest = std::numeric_limits<double>::infinity();
  double pace = 1;
  int without_gain = 0;
  std::vector<double> slope(x.size());
  for (int round = 0; round < rounds; ++round) {
    context.check();
    const double value = evaluate(x, slope);
    without_gain = value < lowest - 1e-9 * std::fabs(lowest) ? 0 : without_gain + 1;
    lowest = std::min(lowest, value);
    if (without_gain >= 5) {
      pace /= 2;
      without_gain = 0;
    }
    double norm = 0;
    for (const double each : slope)
      norm += each * each;
    if (norm == 0 || value <= target) break;
    const double step = pace * (value - target) / norm;
    for (std::size_t i = 0; i < x.size(); ++i)
      x[i] = clamp(i, x[i] - step * slope[i]);
  }
  return lowest;
}

}  // namespace nahraum::analysis
