#pragma once
/// One thread's memory for closing streets one after the other.

#include "analysis/closures.hpp"
#include "analysis/repair.hpp"

namespace nahraum::analysis {

/// A field as a forest: which nodes' ways lead on from which node.
struct WayForest {
  std::vector<std::uint32_t> begin;      // n+1 into `child`
  std::vector<NodeIndex> child;          // in the order of their numbers
  std::vector<std::uint32_t> seed_from;  // n+1 into `seeds`
  std::vector<Seed> seeds;               // by node
  std::vector<EdgeIndex> over;           // n: first edge of the node's way; none: its door's

  WayForest(const WalkNetwork& network, const TypeField& field);
};
NodeIndex other_end(const StreetGraph& graph, EdgeIndex edge, NodeIndex node);

class Closer {
 public:
  Closer(const District& district, const HomesAtNodes& at_nodes, const HomesOnEdges& on_edges);

  void start(const TypeField& field, const WayForest& forest);
  /// Homes that lose, and those that can no longer be assessed; ascending.
  void close(const std::vector<Cut>& cuts, std::vector<std::uint32_t>& lost,
             std::vector<std::uint32_t>& open);

 private:
  const Cut* cut_on(EdgeIndex edge) const;
  bool gets_out(const Snap& snap, bool at_tail) const;
  bool valid(const Seed& seed) const;
  void uproot(NodeIndex node);
  void uproot_cut_ways();
  void reseed(NodeIndex node);
  Label way_of_home(std::uint32_t home) const;
  Label direct(const Snap& home) const;
  std::vector<std::uint32_t> homes_to_ask();

  const District& district_;
  const HomesAtNodes& at_nodes_;
  const HomesOnEdges& on_edges_;
  ChangedNetwork network_;
  const TypeField* field_ = nullptr;
  const WayForest* forest_ = nullptr;
  std::optional<EdgeTargets> on_edge_;  ///< on the network as it is
  const std::vector<Cut>* cuts_ = nullptr;
  Repair repair_;
  std::vector<bool> seen_;  ///< per home
};

}  // namespace nahraum::analysis
