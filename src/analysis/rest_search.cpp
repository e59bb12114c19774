#include "analysis/rest_search.hpp"

#include <algorithm>

#include "analysis/edge_cost.hpp"
#include "analysis/four_ary_heap.hpp"

namespace nahraum::analysis {

using base::Millis;

void RestSearch::clear(std::size_t nodes) {
  if (first_.size() != nodes) {
    first_.assign(nodes, none);
  } else {
    for (const NodeIndex node : touched_)
      first_[node] = none;
  }
  labels_.clear();
  touched_.clear();
  heap_.clear();
  going_on_ = false;
}

bool RestSearch::earlier(const Open& a, const Open& b) const {
  if (a.key != b.key) return a.key < b.key;
  const RestLabel& x = labels_[a.label];
  const RestLabel& y = labels_[b.label];
  if (x.metres != y.metres) return x.metres < y.metres;
  if (x.stretch.open_m != y.stretch.open_m) return x.stretch.open_m < y.stretch.open_m;
  if (x.stretch.longest_m != y.stretch.longest_m) return x.stretch.longest_m < y.stretch.longest_m;
  return a.label < b.label;
}

void RestSearch::push(Open open) {
  heap_push(heap_, open, [this](const Open& a, const Open& b) { return earlier(a, b); });
}

RestSearch::Open RestSearch::pop() {
  return heap_pop(heap_, [this](const Open& a, const Open& b) { return earlier(a, b); });
}

/// Whether the node has a label that is no worse in anything. In `run` labels settle from the best
/// on, so that the latest is the nearest to a rest.
bool RestSearch::beaten(const RestLabel& label) const {
  const std::uint32_t latest = first_[label.node];
  if (latest == none) return false;
  if (limit_m_ == any_gap && !going_on_) return true;
  if (!going_on_) return labels_[latest].stretch.open_m <= label.stretch.open_m;
  for (auto i = latest; i != none; i = labels_[i].next) {
    const RestLabel& known = labels_[i];
    if (!better(label, known) && known.stretch.open_m <= label.stretch.open_m) return true;
  }
  return false;
}

bool RestSearch::too_far(const RestLabel& label) const {
  const Millis cost = bounds_.ahead ? add(label.cost, (*bounds_.ahead)[label.node]) : label.cost;
  const float ahead_m = bounds_.ahead_m ? (*bounds_.ahead_m)[label.node] : 0;
  return cost > bounds_.cost || label.metres + ahead_m > bounds_.metres;
}

void RestSearch::offer(const RestLabel& label) {
  if (too_far(label) || beaten(label)) return;
  const auto index = static_cast<std::uint32_t>(labels_.size());
  labels_.push_back(label);
  push({static_cast<std::uint64_t>(label.cost.value) << 32 | label.target, index});
}

void RestSearch::leave(std::uint32_t index, std::uint32_t arc) {
  const RestLabel& from = labels_[index];
  const WalkNetwork::Hop& hop = rests_->network().hops[arc];
  const Millis cost = towards_ ? hop.back : hop.cost;
  if (cost == base::unreachable) return;
  RestLabel label{from.cost + cost,
                  from.target,
                  from.metres + hop.length_m,
                  from.stretch,
                  hop.head,
                  arc,
                  index,
                  none};
  if (!label.stretch.walk(rests_->arc(arc).passage, hop.length_m, limit_m_)) return;
  if (rests_->rest_at(hop.head)) label.stretch.rest();
  offer(label);
}

/// To the first seat along the arc and back: for who could not walk on otherwise.
void RestSearch::turn_round(std::uint32_t index, std::uint32_t arc) {
  const RestLabel& from = labels_[index];
  const RestNetwork::Arc& seats = rests_->arc(arc);
  const float there_m = seats.passage.near_m;
  if (seats.turn == base::unreachable || there_m >= from.stretch.open_m) return;
  RestLabel label = from;
  label.stretch.open_m += there_m;
  if (label.stretch.open_m > limit_m_) return;
  label.stretch.rest();
  label.stretch.open_m = there_m;
  label.cost = from.cost + seats.turn;
  label.metres += 2 * there_m;
  label.arc = arc;
  label.parent = index;
  offer(label);
}

void RestSearch::settle(std::uint32_t index) {
  const NodeIndex node = labels_[index].node;
  if (going_on_ || first_[node] == none) {
    touched_.push_back(node);
    if (going_on_) kept_first_.push_back(first_[node]);
  }
  labels_[index].next = first_[node];
  first_[node] = index;
  const auto& network = rests_->network();
  for (auto arc = network.first_arc[node]; arc < network.first_arc[node + 1]; ++arc) {
    leave(index, arc);
    if (limit_m_ != any_gap) turn_round(index, arc);
  }
}

void RestSearch::work_off(const jobs::Context& context) {
  std::size_t settled = 0;
  while (!heap_.empty()) {
    const Open open = pop();
    if (beaten(labels_[open.label])) continue;
    settle(open.label);
    if (++settled % 4096 == 0) context.check();
  }
}

void RestSearch::run(const RestNetwork& rests, std::span<const RestLabel> seeds, bool towards,
                     float limit_m, const RestBounds& bounds, const jobs::Context& context) {
  clear(rests.network().graph->node_count());
  rests_ = &rests;
  towards_ = towards;
  limit_m_ = limit_m;
  bounds_ = bounds;
  for (const RestLabel& seed : seeds)
    offer(seed);
  work_off(context);
  kept_touched_ = touched_.size();
  kept_labels_ = labels_.size();
}

void RestSearch::go_on(const RestNetwork& rests, const RestNetwork::Change& change,
                       std::span<const RestLabel> seeds, const jobs::Context& context) {
  rests_ = &rests;
  going_on_ = true;
  kept_labels_ = labels_.size();
  kept_touched_ = touched_.size();
  kept_first_.clear();
  for (const RestLabel& seed : seeds)
    offer(seed);
  for (const NodeIndex node : change.nodes) {
    for (auto i = first_[node]; i != none; i = labels_[i].next) {
      RestLabel rested = labels_[i];
      rested.stretch.rest();
      offer(rested);
    }
  }
  const StreetGraph& graph = *rests.network().graph;
  for (const auto& [edge, before] : change.edges) {
    const std::pair<NodeIndex, std::uint32_t> ends[2] = {
        {graph.tail[edge], rests.arc_from_tail(edge)},
        {graph.head[edge], rests.arc_from_head(edge)}};
    for (const auto& [node, arc] : ends) {
      for (auto i = first_[node]; i != none; i = labels_[i].next) {
        leave(i, arc);
        turn_round(i, arc);
      }
    }
  }
  work_off(context);
}

void RestSearch::go_back() {
  while (touched_.size() > kept_touched_) {
    first_[touched_.back()] = kept_first_.back();
    touched_.pop_back();
    kept_first_.pop_back();
  }
  labels_.resize(kept_labels_);
  going_on_ = false;
}

}  // namespace nahraum::analysis
