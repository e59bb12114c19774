#pragma once
/// Which faults of the street data make one obstacle.

#include "analysis/obstacles.hpp"

namespace nahraum::analysis {

/// A way (index as in StreetGraph::way) or a street node that has one fault, and its tags without.
struct Fault {
  std::uint32_t way = none, node = none;
  model::Tags mended;
};

struct FaultGroup {
  std::vector<std::size_t> faults;  ///< ascending
  std::string name;
};

/// In the order of their first faults. Cost: O(faults + edges).
std::vector<FaultGroup> groups_of(const District& district, ObstacleKind kind,
                                  const std::vector<Fault>& faults);

}  // namespace nahraum::analysis
