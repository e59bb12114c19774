#include "analysis/apportion.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/check.hpp"

namespace nahraum::analysis {
namespace {

/// Parts that would stay below their least are fixed there; the others share what is left.
struct Split {
  std::vector<bool> fixed;
  double weight = 0;  ///< of those not fixed
  int left = 0;       ///< for those not fixed
};

Split fix_small_parts(int total, const std::vector<double>& weights,
                      const std::vector<int>& least) {
  Split split{std::vector<bool>(weights.size(), false), 0, total};
  for (bool changed = true; changed;) {
    changed = false;
    split.weight = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (!split.fixed[i]) split.weight += weights[i];
    }
    // Judged with one share for all: the order of the parts must not matter.
    const double share = split.weight > 0 ? split.left / split.weight : 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (split.fixed[i] || share * weights[i] >= least[i]) continue;
      split.fixed[i] = true;
      split.left -= least[i];
      changed = true;
    }
  }
  return split;
}

/// Gives what whole parts left over to the largest remainders.
void give_rest(int rest, const std::vector<double>& remainders, std::vector<int>& parts) {
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (int i = 0; i < rest; ++i)
    ++parts[order[static_cast<std::size_t>(i) % order.size()]];
}

/// Products that round up to a whole number may add up to one too many.
void take_excess(int excess, const std::vector<int>& least, std::vector<int>& parts) {
  for (std::size_t i = parts.size(); excess > 0; i = i == 0 ? parts.size() : i) {
    --i;
    if (parts[i] == least[i]) continue;
    --parts[i];
    --excess;
  }
}

}  // namespace

std::vector<int> apportion(int total, const std::vector<double>& raw_weights,
                           const std::vector<int>& least) {
  NAHRAUM_CHECK(!raw_weights.empty() && raw_weights.size() == least.size());
  NAHRAUM_CHECK(std::accumulate(least.begin(), least.end(), 0L) <= total);
  std::vector<double> weights = raw_weights;
  const bool weightless =
      std::all_of(weights.begin(), weights.end(), [](double weight) { return !(weight > 0); });
  if (weightless) weights.assign(weights.size(), 1);
  const auto split = fix_small_parts(total, weights, least);
  const double share = split.weight > 0 ? split.left / split.weight : 0;
  std::vector<int> parts = least;
  std::vector<double> remainders(weights.size(), -1);
  int rest = split.left;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (split.fixed[i]) continue;
    const double part = share * weights[i];
    parts[i] = std::max(static_cast<int>(std::floor(part)), least[i]);
    if (weights[i] > 0) remainders[i] = part - parts[i];
    rest -= parts[i];
  }
  give_rest(rest, remainders, parts);
  take_excess(-rest, least, parts);
  return parts;
}

}  // namespace nahraum::analysis
