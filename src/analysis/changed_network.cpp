#include "analysis/changed_network.hpp"

namespace nahraum::analysis {

ChangedNetwork::ChangedNetwork(const WalkNetwork& network)
    : network_(network),
      arc_at_tail_(network.forward.size(), none),
      arc_at_head_(network.forward.size(), none) {
  const StreetGraph& graph = *network.graph;
  for (NodeIndex n = 0; n < graph.node_count(); ++n) {
    for (auto arc = network.first_arc[n]; arc < network.first_arc[n + 1]; ++arc) {
      const EdgeIndex edge = network.edge[arc];
      // Of a ring from a node to itself the tail's arc comes first.
      const bool at_tail = graph.tail[edge] == n && arc_at_tail_[edge] == none;
      (at_tail ? arc_at_tail_ : arc_at_head_)[edge] = arc;
    }
  }
}

void ChangedNetwork::set_edge(const NetworkChange::Edge& edge) {
  network_.forward[edge.edge] = edge.forward;
  network_.backward[edge.edge] = edge.backward;
  const auto set_arc = [&](std::uint32_t arc, base::Millis there, base::Millis back) {
    network_.cost[arc] = network_.hops[arc].cost = there;
    network_.back[arc] = network_.hops[arc].back = back;
  };
  set_arc(arc_at_tail_[edge.edge], edge.forward, edge.backward);
  set_arc(arc_at_head_[edge.edge], edge.backward, edge.forward);
}

/// What was there before is in `change` afterwards.
void ChangedNetwork::swap_in(NetworkChange& change) {
  for (auto& edge : change.edges) {
    const NetworkChange::Edge known{edge.edge, network_.forward[edge.edge],
                                    network_.backward[edge.edge]};
    set_edge(edge);
    edge = known;
  }
  for (auto& [element, cost] : change.elements)
    std::swap(network_.element_cost[element], cost);
  for (auto& [run, time] : change.runs)
    std::swap(network_.run_times[run], time);
}

void ChangedNetwork::apply(const NetworkChange& change) {
  before_ = change;
  swap_in(before_);
}

void ChangedNetwork::undo() {
  swap_in(before_);
  before_ = {};
}

}  // namespace nahraum::analysis
