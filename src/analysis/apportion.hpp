#pragma once
/// Whole persons out of shares.

#include <vector>

namespace nahraum::analysis {

/// Splits `total` in proportion to `weights` (≥ 0) into whole numbers that add up to it exactly and
/// are nowhere below `least`; the rest is rounded by largest remainder, ties to the lower index.
/// Where all weights are zero every part weighs the same. `total` ≥ Σ least; at least one part.
/// Cost: O(n log n). Source: Hamilton's method; lower bounds by raising and splitting the rest
/// anew.
std::vector<int> apportion(int total, const std::vector<double>& weights,
                           const std::vector<int>& least);

}  // namespace nahraum::analysis
