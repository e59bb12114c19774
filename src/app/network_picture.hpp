#pragma once
/// Where actors stand on the drawing of their network, by what the project holds alone.

#include <vector>

#include "model/work.hpp"
#include "planning/force_layout.hpp"

namespace nahraum::app {

/// Per actor. The drawing grows tie by tie in the order of their ids, each time going on from the
/// places before, so that a tie that is added moves nobody farther than
/// planning::ForceParameters::furthest_kept, and an actor without ties nobody at all: those stand
/// at the rim, at an angle of their own. Deterministic. Cost: O(ties · actors²).
std::vector<geo::Point> network_places(const std::vector<model::Actor>& actors,
                                       const std::vector<model::Tie>& ties);

/// Two actors, by their places in the list, with the strength that counts: 1 … 3. Ties that name
/// nobody, or the same actor twice, are left out.
std::vector<planning::LayoutTie> layout_ties(const std::vector<model::Actor>& actors,
                                             const std::vector<model::Tie>& ties);

}  // namespace nahraum::app
