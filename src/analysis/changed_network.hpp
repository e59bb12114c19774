#pragma once
/// A walking network on which some edges cost something else for a while.

#include "analysis/walk_network.hpp"

namespace nahraum::analysis {

/// What edges, the elements on them and their slope runs would cost: indices as in WalkNetwork.
struct NetworkChange {
  struct Edge {
    EdgeIndex edge = none;
    base::Millis forward{0}, backward{0};
  };
  std::vector<Edge> edges;  ///< ascending
  std::vector<std::pair<std::uint32_t, base::Millis>> elements;
  std::vector<std::pair<std::uint32_t, RunTime>> runs;
};

/// A copy of a network; one per thread. Copying costs O(n + m), a change what it changes.
class ChangedNetwork {
 public:
  explicit ChangedNetwork(const WalkNetwork& network);

  /// Changes do not nest: undo() before the next.
  void apply(const NetworkChange& change);
  void undo();
  /// The same object before and after a change.
  const WalkNetwork& network() const { return network_; }

 private:
  void swap_in(NetworkChange& change);
  void set_edge(const NetworkChange::Edge& edge);

  WalkNetwork network_;
  std::vector<std::uint32_t> arc_at_tail_, arc_at_head_;  ///< per edge
  NetworkChange before_;
};

}  // namespace nahraum::analysis
