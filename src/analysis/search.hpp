#pragma once
/// Multi-source Dijkstra with reusable memory: what every question about the network runs on.

#include <limits>
#include <span>
#include <vector>

#include "analysis/reach.hpp"

namespace nahraum::analysis {

/// Best known way between a node and its target.
struct Label {
  base::Millis cost = base::unreachable;
  std::uint32_t target = none;
  float metres = std::numeric_limits<float>::infinity();
  std::uint32_t arc = none;  ///< of the node one step nearer to the target; none at a seed
};

/// Total order: cheaper, then the lower target, then shorter. The result is one function of network
/// and seeds, whatever the order of the search.
inline bool better(const Label& a, const Label& b) {
  const auto key = [](const Label& label) {
    return static_cast<std::uint64_t>(label.cost.value) << 32 | label.target;
  };
  return key(a) != key(b) ? key(a) < key(b) : a.metres < b.metres;
}

struct Seed {
  NodeIndex node = none;
  Label label;
  bool at_head = false;  ///< of a target's edge; of a ring both ends are one node
};

/// Where a search may stop: nothing beyond `cost`; and once all ways still open are longer than
/// `metres`, as soon as the labels next to those within are final.
struct Bounds {
  base::Millis cost{base::unreachable.value - 1};
  float metres = std::numeric_limits<float>::infinity();
};

/// Reusable; one per thread. A bounded run costs what it reaches: memory is cleared by the list of
/// touched nodes. Source: Dijkstra 1959; 4-ary heap with lazy deletion.
class Search {
 public:
  /// `towards`: costs of walking from the nodes to the seeds (reversed network); else from the
  /// seeds.
  void run(const WalkNetwork& network, std::span<const Seed> seeds, bool towards,
           const Bounds& bounds, const jobs::Context& context);

  const Label& label(NodeIndex node) const { return labels_[node]; }
  /// Nodes that got a label, in the order they did.
  const std::vector<NodeIndex>& touched() const { return touched_; }

 private:
  void clear(std::size_t nodes);
  void improve(NodeIndex node, const Label& candidate);
  void settle(const WalkNetwork& network, NodeIndex node, bool towards);
  bool finished() const;
  void push(base::Millis cost, NodeIndex node);
  std::uint64_t pop();

  std::vector<Label> labels_;
  std::vector<NodeIndex> touched_;
  std::vector<std::uint64_t> heap_;  ///< cost · 2³² + node
  Bounds bounds_;
  std::size_t open_within_ = 0;  ///< unsettled nodes within bounds_.metres
  bool by_metres_ = false;
  base::Millis rim_{0};  ///< costliest label given by a node within bounds_.metres
};

/// Seeds at both ends of the targets' edges; the label's target is the index in `targets`.
std::vector<Seed> seeds_at(const WalkNetwork& network, std::span<const Snap> targets, bool towards);

base::Millis millimetres(double metres);
/// The same network with lengths in millimetres for costs of its hops: what is closed stays closed.
WalkNetwork measured_in_length(WalkNetwork network);

}  // namespace nahraum::analysis
