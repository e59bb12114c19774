#pragma once
/// Squares and platforms: how people cross them.

#include <cstdint>
#include <vector>

#include "model/project.hpp"

namespace nahraum::analysis {

/// Paths (indices into Streets::nodes, each ≥ 2) that stand for the area: its rims between the
/// nodes where one may enter or turn, and the lines of sight that lie on a shortest way between two
/// entrances. Entrances: ring nodes for which `entrance` holds. None: no paths, nobody gets in.
/// Cost: O(k² · r) for k entrances and corners (at most 40 + 60) and r ring points.
std::vector<std::vector<std::uint32_t>> area_paths(const model::Streets& streets,
                                                   const model::WalkableArea& area,
                                                   const std::vector<bool>& entrance);

}  // namespace nahraum::analysis
