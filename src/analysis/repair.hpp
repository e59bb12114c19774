#pragma once
/// Labels of a search that are changed for a while and put back.

#include <functional>
#include <vector>

#include "analysis/four_ary_heap.hpp"
#include "analysis/search.hpp"

namespace nahraum::analysis {

/// A copy of a field's labels and a heap to go on searching from them; one per thread.
class Repair {
 public:
  /// `bound`: labels that cost more are not set.
  void start(const std::vector<Label>& labels, base::Millis bound) {
    labels_ = labels;
    bound_ = bound;
    is_changed_.assign(labels.size(), false);
    changed_.clear();
  }

  const std::vector<Label>& labels() const { return labels_; }
  /// In the order they were first changed.
  const std::vector<NodeIndex>& changed() const { return changed_; }
  bool is_changed(NodeIndex node) const { return is_changed_[node]; }

  /// Whatever it is: not to be improved upon, but looked at anew.
  void set(NodeIndex node, const Label& label) {
    if (!is_changed_[node]) {
      is_changed_[node] = true;
      changed_.push_back(node);
      before_.push_back(labels_[node]);
    }
    labels_[node] = label;
  }
  void improve(NodeIndex node, const Label& label) {
    if (label.cost > bound_ || !better(label, labels_[node])) return;
    set(node, label);
    heap_push(heap_, static_cast<std::uint64_t>(label.cost.value) << 32 | node, std::less<>());
  }
  /// Over nodes that get better only, towards the seeds.
  void search(const WalkNetwork& network) {
    while (!heap_.empty()) {
      const std::uint64_t top = heap_pop(heap_, std::less<>());
      const auto node = static_cast<NodeIndex>(top);
      if (labels_[node].cost.value == top >> 32) settle(network, node);
    }
  }
  void undo() {
    for (std::size_t i = 0; i < changed_.size(); ++i) {
      labels_[changed_[i]] = before_[i];
      is_changed_[changed_[i]] = false;
    }
    changed_.clear();
    before_.clear();
  }

 private:
  void settle(const WalkNetwork& network, NodeIndex node) {
    const Label from = labels_[node];
    for (auto arc = network.first_arc[node]; arc < network.first_arc[node + 1]; ++arc) {
      const WalkNetwork::Hop& hop = network.hops[arc];
      if (hop.back == base::unreachable) continue;
      const base::Millis sum = from.cost + hop.back;
      if (sum > labels_[hop.head].cost) continue;
      improve(hop.head, {sum, from.target, from.metres + hop.length_m, arc});
    }
  }

  std::vector<Label> labels_;
  base::Millis bound_ = base::unreachable;
  std::vector<bool> is_changed_;
  std::vector<NodeIndex> changed_;
  std::vector<Label> before_;  ///< of `changed_`
  std::vector<std::uint64_t> heap_;
};

}  // namespace nahraum::analysis
