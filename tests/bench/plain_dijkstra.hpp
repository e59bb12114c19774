#pragma once
/// The floor of every reach: a multi-source Dijkstra that knows costs and nothing else.

#include <cstdint>
#include <vector>

#include "analysis/walk_network.hpp"

namespace nahraum::bench {

/// Compact CSR of the reversed network, 4-ary heap, memory reused.
class PlainDijkstra {
 public:
  explicit PlainDijkstra(const analysis::WalkNetwork& network)
      : first_(network.first_arc), cost_(network.graph->node_count()) {
    for (std::size_t a = 0; a < network.head.size(); ++a) {
      arcs_.push_back({network.head[a], network.back[a].value});
    }
  }

  const std::vector<std::uint32_t>& run(
      const std::vector<std::pair<std::uint32_t, std::uint32_t>>& sources) {
    cost_.assign(cost_.size(), 0xFFFFFFFFu);
    heap_.clear();
    for (const auto& [node, cost] : sources)
      relax(node, cost);
    while (!heap_.empty()) {
      const std::uint64_t top = pop();
      const auto node = static_cast<std::uint32_t>(top);
      const auto cost = static_cast<std::uint32_t>(top >> 32);
      if (cost != cost_[node]) continue;
      for (auto a = first_[node]; a < first_[node + 1]; ++a) {
        if (arcs_[a].cost != 0xFFFFFFFFu) relax(arcs_[a].head, cost + arcs_[a].cost);
      }
    }
    return cost_;
  }

 private:
  struct Arc {
    std::uint32_t head, cost;
  };
  void relax(std::uint32_t node, std::uint32_t cost) {
    if (cost >= cost_[node]) return;
    cost_[node] = cost;
    const std::uint64_t key = static_cast<std::uint64_t>(cost) << 32 | node;
    std::size_t at = heap_.size();
    heap_.push_back(key);
    for (; at > 0 && heap_[(at - 1) / 4] > key; at = (at - 1) / 4)
      heap_[at] = heap_[(at - 1) / 4];
    heap_[at] = key;
  }
  std::uint64_t pop() {
    const std::uint64_t top = heap_.front();
    const std::uint64_t key = heap_.back();
    heap_.pop_back();
    std::size_t at = 0;
    for (;;) {
      const std::size_t first = 4 * at + 1;
      if (first >= heap_.size()) break;
      std::size_t least = first;
      for (std::size_t c = first + 1; c < std::min(first + 4, heap_.size()); ++c) {
        if (heap_[c] < heap_[least]) least = c;
      }
      if (heap_[least] >= key) break;
      heap_[at] = heap_[least];
      at = least;
    }
    if (!heap_.empty()) heap_[at] = key;
    return top;
  }

  std::vector<std::uint32_t> first_;
  std::vector<Arc> arcs_;
  std::vector<std::uint32_t> cost_;
  std::vector<std::uint64_t> heap_;
};

}  // namespace nahraum::bench
