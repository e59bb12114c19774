#include "analysis/search.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "analysis/edge_cost.hpp"
#include "analysis/four_ary_heap.hpp"

namespace nahraum::analysis {

using base::Millis;

void Search::clear(std::size_t nodes) {
  if (labels_.size() != nodes) {
    labels_.assign(nodes, Label{});
  } else {
    for (const NodeIndex node : touched_)
      labels_[node] = Label{};
  }
  touched_.clear();
  heap_.clear();
  open_within_ = 0;
  rim_ = Millis(0);
}

void Search::push(Millis cost, NodeIndex node) {
  heap_push(heap_, static_cast<std::uint64_t>(cost.value) << 32 | node, std::less<>());
}

std::uint64_t Search::pop() {
  return heap_pop(heap_, std::less<>());
}

void Search::improve(NodeIndex node, const Label& candidate) {
  Label& known = labels_[node];
  if (candidate.cost > bounds_.cost || !better(candidate, known)) return;
  if (known.cost == base::unreachable) touched_.push_back(node);
  if (by_metres_) {
    open_within_ -= known.metres <= bounds_.metres ? 1 : 0;
    open_within_ += candidate.metres <= bounds_.metres ? 1 : 0;
  }
  if (candidate.cost != known.cost) push(candidate.cost, node);
  known = candidate;
}

void Search::settle(const WalkNetwork& network, NodeIndex node, bool towards) {
  const Label from = labels_[node];
  const bool within = by_metres_ && from.metres <= bounds_.metres;
  const auto last = network.first_arc[node + 1];
  for (auto arc = network.first_arc[node]; arc < last; ++arc) {
    const WalkNetwork::Hop& hop = network.hops[arc];
    const Millis cost = towards ? hop.back : hop.cost;
    if (cost == base::unreachable) continue;
    const Millis sum = from.cost + cost;
    if (within && sum > rim_) rim_ = sum;
    if (sum > labels_[hop.head].cost) continue;
    improve(hop.head, {sum, from.target, from.metres + hop.length_m, arc});
  }
}

bool Search::finished() const {
  if (heap_.empty()) return true;
  return by_metres_ && open_within_ == 0 && heap_.front() >> 32 > rim_.value;
}

void Search::run(const WalkNetwork& network, std::span<const Seed> seeds, bool towards,
                 const Bounds& bounds, const jobs::Context& context) {
  clear(network.graph->node_count());
  bounds_ = bounds;
  by_metres_ = bounds.metres < std::numeric_limits<float>::infinity();
  for (const Seed& seed : seeds) {
    if (seed.label.cost == base::unreachable) continue;
    improve(seed.node, seed.label);
    rim_ = std::max(rim_, seed.label.cost);
  }
  std::size_t settled = 0;
  while (!finished()) {
    const std::uint64_t top = pop();
    const auto node = static_cast<NodeIndex>(top);
    if (labels_[node].cost.value != top >> 32) continue;
    if (by_metres_ && labels_[node].metres <= bounds_.metres) --open_within_;
    settle(network, node, towards);
    if (++settled % 4096 == 0) context.check();
  }
}

std::vector<Seed> seeds_at(const WalkNetwork& network, std::span<const Snap> targets,
                           bool towards) {
  const StreetGraph& graph = *network.graph;
  std::vector<Seed> seeds;
  seeds.reserve(2 * targets.size());
  for (std::uint32_t i = 0; i < targets.size(); ++i) {
    const Snap& snap = targets[i];
    if (!snap.found()) continue;
    const float end_m[2] = {0, graph.length_m[snap.edge]};
    const NodeIndex node[2] = {graph.tail[snap.edge], graph.head[snap.edge]};
    for (int side = 0; side < 2; ++side) {
      const Millis part = towards ? partial_cost(network, snap.edge, end_m[side], snap.along_m)
                                  : partial_cost(network, snap.edge, snap.along_m, end_m[side]);
      const float metres = std::abs(end_m[side] - snap.along_m) + snap.walk_m;
      const Label label{add(part, snap_cost(network, snap.walk_m)), i, metres, none};
      seeds.push_back({node[side], label, side == 1});
    }
  }
  return seeds;
}

Millis millimetres(double metres) {
  return Millis(static_cast<std::uint32_t>(std::lround(metres * 1000)));
}

WalkNetwork measured_in_length(WalkNetwork network) {
  for (auto& hop : network.hops) {
    const Millis length = std::max(Millis(1), millimetres(hop.length_m));
    if (hop.cost != base::unreachable) hop.cost = length;
    if (hop.back != base::unreachable) hop.back = length;
  }
  return network;
}

}  // namespace nahraum::analysis
