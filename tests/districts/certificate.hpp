#pragma once
/// Proof that a field of costs is right, without searching again.

#include <string>

#include "analysis/edge_cost.hpp"
#include "analysis/search.hpp"

namespace nahraum::districts {

/// Costs *towards* the targets: no arc is a short cut (cost[tail] ≤ arc + cost[head]), and every
/// reached node has a tight arc or is where a target is reached along its own edge. The first
/// violation in words, or "".
inline std::string refuted(const analysis::WalkNetwork& network,
                           const std::vector<analysis::Snap>& targets,
                           const analysis::CostField& field) {
  using base::Millis;
  const auto& graph = *network.graph;
  std::vector<Millis> least(graph.node_count(), base::unreachable);
  for (const auto& seed : analysis::seeds_at(network, targets, true)) {
    least[seed.node] = std::min(least[seed.node], seed.label.cost);
  }
  for (analysis::EdgeIndex e = 0; e < graph.edge_count(); ++e) {
    const auto u = graph.tail[e];
    const auto v = graph.head[e];
    least[u] = std::min(least[u], analysis::add(network.forward[e], field.cost[v]));
    least[v] = std::min(least[v], analysis::add(network.backward[e], field.cost[u]));
  }
  for (analysis::NodeIndex n = 0; n < graph.node_count(); ++n) {
    if (field.cost[n] > least[n]) return "a short cut at node " + std::to_string(n);
    if (field.cost[n] < least[n]) return "no tight arc at node " + std::to_string(n);
  }
  return "";
}

}  // namespace nahraum::districts
