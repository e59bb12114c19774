#pragma once
/// Circles in a directed graph: what waits for itself.

#include <cstddef>
#include <vector>

namespace nahraum::planning {

/// Per vertex those that it points to. A shortest circle through the lowest vertex of each group of
/// vertices that reach each other, beginning there; circles by that vertex. Without recursion.
/// Cost: O(n + m) and a search of each group. Pure. Source: [K: Tarjan 1972].
std::vector<std::vector<std::size_t>> cycles(const std::vector<std::vector<std::size_t>>& next);

}  // namespace nahraum::planning
