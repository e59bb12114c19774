#pragma once
/// What makes a way long: the causes of all pieces walked, gathered.

#include <vector>

#include "analysis/edge_effects.hpp"
#include "analysis/route.hpp"

namespace nahraum::analysis {

/// A stretch of one edge in walking order.
struct WalkedPart {
  EdgeIndex edge = none;
  double from_m = 0, to_m = 0;  ///< positions on the edge; from > to walks against it
};

/// Fills delays, steps, crossings and unknown_surface_m of the route.
void explain(const District& district, const std::vector<WalkedPart>& parts, Route& route);

}  // namespace nahraum::analysis
