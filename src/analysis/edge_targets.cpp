#include "analysis/edge_targets.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/edge_cost.hpp"

namespace nahraum::analysis {

EdgeTargets::EdgeTargets(const WalkNetwork& network, std::span<const Snap> targets, bool towards)
    : network_(network), targets_(targets), towards_(towards) {
  for (std::uint32_t i = 0; i < targets.size(); ++i) {
    if (targets[i].found()) by_edge_.push_back(i);
  }
  std::stable_sort(by_edge_.begin(), by_edge_.end(), [&](std::uint32_t a, std::uint32_t b) {
    return targets[a].edge < targets[b].edge;
  });
}

std::span<const std::uint32_t> EdgeTargets::on(EdgeIndex edge) const {
  const auto first = std::partition_point(by_edge_.begin(), by_edge_.end(),
                                          [&](std::uint32_t i) { return targets_[i].edge < edge; });
  const auto last = std::partition_point(first, by_edge_.end(),
                                         [&](std::uint32_t i) { return targets_[i].edge == edge; });
  return {first, last};
}

Label EdgeTargets::direct(EdgeIndex edge, double along_m) const {
  Label best;
  for (const std::uint32_t i : on(edge)) {
    const Snap& target = targets_[i];
    const base::Millis part = towards_ ? partial_cost(network_, edge, along_m, target.along_m)
                                       : partial_cost(network_, edge, target.along_m, along_m);
    const auto metres = static_cast<float>(std::fabs(along_m - target.along_m) + target.walk_m);
    const Label here{add(part, snap_cost(network_, target.walk_m)), i, metres, none};
    if (here.cost != base::unreachable && better(here, best)) best = here;
  }
  return best;
}

}  // namespace nahraum::analysis
