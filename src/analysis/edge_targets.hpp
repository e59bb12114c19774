#pragma once
/// Targets by the edge they snapped to: who starts on the same edge walks there directly.

#include <span>
#include <vector>

#include "analysis/search.hpp"

namespace nahraum::analysis {

class EdgeTargets {
 public:
  /// Refers to `targets`. O(k log k).
  EdgeTargets(const WalkNetwork& network, std::span<const Snap> targets, bool towards);

  /// Best direct way between a place on an edge and the targets on it, target's snap walk included;
  /// unreachable when there are none.
  Label direct(EdgeIndex edge, double along_m) const;
  /// Indices into the targets on that edge.
  std::span<const std::uint32_t> on(EdgeIndex edge) const;
  bool any_on(EdgeIndex edge) const { return !on(edge).empty(); }

 private:
  const WalkNetwork& network_;
  std::span<const Snap> targets_;
  bool towards_;
  std::vector<std::uint32_t> by_edge_;  ///< target indices ordered by edge
};

}  // namespace nahraum::analysis
