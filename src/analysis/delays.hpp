#pragma once
/// What makes a way long: the causes of all pieces walked, gathered.

#include <vector>

#include "analysis/edge_effects.hpp"
#include "analysis/route.hpp"

namespace nahraum::analysis {

/// Fills delays, steps, crossings and surfaces and heights of the route.
void explain(const District& district, const std::vector<WalkedPart>& parts, Route& route);

}  // namespace nahraum::analysis
