#pragma once
/// Cost of a part of an edge. Rule: the edge's own time is spread over its length, evenly or as its
/// slope runs say; an element's time is lost where the element lies. An element at a snap point
/// belongs to the side of the tail only where that point is the edge's end.

#include "analysis/walk_network.hpp"

namespace nahraum::analysis {

/// Walking from `from_m` to `to_m` (metres from the edge's tail, either order); 0 for no way at
/// all, unreachable where the edge is blocked in that direction.
base::Millis partial_cost(const WalkNetwork& network, EdgeIndex edge, double from_m, double to_m);

/// How far one gets from `from_m` towards `to_m` within `budget`: a position between the two.
/// `towards_start`: the walk goes the other way round, from that position to `from_m`.
double reach_along(const WalkNetwork& network, EdgeIndex edge, double from_m, double to_m,
                   base::Millis budget, bool towards_start);

/// Whether who walks between two positions a ≤ b pays for the element, by the rule above.
bool element_between(const StreetGraph& graph, EdgeIndex edge, const OnEdge& element, double a,
                     double b);

/// Saturating sum.
inline base::Millis add(base::Millis a, base::Millis b) {
  return a == base::unreachable || b == base::unreachable ? base::unreachable : a + b;
}
/// Walking from the place to its snap point, or back.
base::Millis snap_cost(const WalkNetwork& network, float walk_m);

}  // namespace nahraum::analysis
