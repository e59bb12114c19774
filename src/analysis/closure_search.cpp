#include "analysis/closure_search.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/edge_cost.hpp"

namespace nahraum::analysis {

using base::Millis;

NodeIndex other_end(const StreetGraph& graph, EdgeIndex edge, NodeIndex node) {
  return graph.tail[edge] == node ? graph.head[edge] : graph.tail[edge];
}

WayForest::WayForest(const WalkNetwork& network, const TypeField& field)
    : begin(field.labels.size() + 1, 0),
      seed_from(field.labels.size() + 1, 0),
      seeds(field.seeds),
      over(field.labels.size(), none) {
  const StreetGraph& graph = *network.graph;
  const auto nodes = static_cast<NodeIndex>(field.labels.size());
  std::vector<NodeIndex> parent(nodes, none);
  for (NodeIndex n = 0; n < nodes; ++n) {
    if (field.labels[n].arc == none) continue;
    over[n] = network.edge[field.labels[n].arc];
    parent[n] = other_end(graph, over[n], n);
    ++begin[parent[n] + 1];
  }
  for (std::size_t n = 1; n < begin.size(); ++n)
    begin[n] += begin[n - 1];
  child.resize(begin.back());
  auto next = begin;
  for (NodeIndex n = 0; n < nodes; ++n)
    if (parent[n] != none) child[next[parent[n]]++] = n;
  std::stable_sort(seeds.begin(), seeds.end(),
                   [](const Seed& a, const Seed& b) { return a.node < b.node; });
  for (const Seed& seed : seeds)
    ++seed_from[seed.node + 1];
  for (std::size_t n = 1; n < seed_from.size(); ++n)
    seed_from[n] += seed_from[n - 1];
}

Closer::Closer(const District& district, const HomesAtNodes& at_nodes, const HomesOnEdges& on_edges)
    : district_(district),
      at_nodes_(at_nodes),
      on_edges_(on_edges),
      network_(district.network),
      seen_(district.homes.size(), false) {}

void Closer::start(const TypeField& field, const WayForest& forest) {
  field_ = &field;
  forest_ = &forest;
  repair_.start(field.labels, field.bound);
  on_edge_.emplace(district_.network, field.targets.snaps, true);
}

const Cut* Closer::cut_on(EdgeIndex edge) const {
  const auto found =
      std::find_if(cuts_->begin(), cuts_->end(), [&](const Cut& cut) { return cut.edge == edge; });
  return found == cuts_->end() ? nullptr : &*found;
}

bool Closer::gets_out(const Snap& snap, bool at_tail) const {
  const Cut* cut = cut_on(snap.edge);
  return !cut || (at_tail ? snap.along_m <= cut->low_m : snap.along_m >= cut->high_m);
}

bool Closer::valid(const Seed& seed) const {
  return gets_out(field_->targets.snaps[seed.label.target], !seed.at_head);
}

void Closer::uproot(NodeIndex node) {
  if (repair_.is_changed(node)) return;
  std::vector<NodeIndex> open{node};
  repair_.set(node, {});
  while (!open.empty()) {
    const NodeIndex from = open.back();
    open.pop_back();
    for (auto i = forest_->begin[from]; i < forest_->begin[from + 1]; ++i) {
      const NodeIndex child = forest_->child[i];
      if (repair_.is_changed(child)) continue;
      repair_.set(child, {});
      open.push_back(child);
    }
  }
}

void Closer::uproot_cut_ways() {
  const StreetGraph& graph = *district_.network.graph;
  for (const Cut& cut : *cuts_) {
    for (const NodeIndex node : {graph.tail[cut.edge], graph.head[cut.edge]}) {
      const Label& label = field_->labels[node];
      if (label.cost == base::unreachable) continue;
      const bool by_door = label.arc == none;
      const bool affected = by_door ? field_->targets.snaps[label.target].edge == cut.edge
                                    : forest_->over[node] == cut.edge;
      if (affected) uproot(node);
    }
  }
}

/// From the doors and the neighbours whose ways stay as they are.
void Closer::reseed(NodeIndex node) {
  for (auto i = forest_->seed_from[node]; i < forest_->seed_from[node + 1]; ++i) {
    const Seed& seed = forest_->seeds[i];
    if (seed.label.cost != base::unreachable && valid(seed)) repair_.improve(node, seed.label);
  }
  const WalkNetwork& network = network_.network();
  for (auto arc = network.first_arc[node]; arc < network.first_arc[node + 1]; ++arc) {
    const WalkNetwork::Hop& hop = network.hops[arc];
    if (repair_.is_changed(hop.head) || hop.cost == base::unreachable) continue;
    const Label& from = repair_.labels()[hop.head];
    if (from.cost == base::unreachable) continue;
    repair_.improve(node, {from.cost + hop.cost, from.target, from.metres + hop.length_m, none});
  }
}

/// Straight along the edge to a door on the same side.
Label Closer::direct(const Snap& home) const {
  const Cut* cut = cut_on(home.edge);
  if (!cut) return direct_way(district_.network, *on_edge_, home);
  Label best;
  for (const auto i : on_edge_->on(home.edge)) {
    const Snap& door = field_->targets.snaps[i];
    const float a = std::min(home.along_m, door.along_m);
    const float b = std::max(home.along_m, door.along_m);
    const auto parted = [&](float at_m) { return a < at_m && at_m < b; };
    if (parted(cut->low_m) || parted(cut->high_m)) continue;
    const Millis part = partial_cost(district_.network, home.edge, home.along_m, door.along_m);
    const Millis walks =
        add(snap_cost(district_.network, home.walk_m), snap_cost(district_.network, door.walk_m));
    const auto between_m = static_cast<float>(
        std::fabs(static_cast<double>(home.along_m) - door.along_m) + door.walk_m);
    const Label here{add(walks, part), i, home.walk_m + between_m, none};
    if (here.cost != base::unreachable && better(here, best)) best = here;
  }
  return best;
}

Label Closer::way_of_home(std::uint32_t home) const {
  const Snap& snap = district_.homes[home];
  Access access = district_.home_access[home];
  if (!gets_out(snap, true)) access.to_tail = base::unreachable;
  if (!gets_out(snap, false)) access.to_head = base::unreachable;
  Label way = way_of(access, repair_.labels());
  if (field_->target_on_edge[snap.edge]) {
    const Label along = direct(snap);
    if (better(along, way)) way = along;
  }
  return way;
}

std::vector<std::uint32_t> Closer::homes_to_ask() {
  std::vector<std::uint32_t> asked;
  const auto ask = [&](std::uint32_t home) {
    if (field_->answers[home] != Within::yes || seen_[home]) return;
    seen_[home] = true;
    asked.push_back(home);
  };
  for (const Cut& cut : *cuts_)
    for (const auto home : on_edges_.on(cut.edge))
      if (district_.project->homes[home].in_district) ask(home);
  for (const NodeIndex node : repair_.changed())
    at_nodes_.visit(node, ask);
  for (const auto home : asked)
    seen_[home] = false;
  std::sort(asked.begin(), asked.end());
  return asked;
}

void Closer::close(const std::vector<Cut>& cuts, std::vector<std::uint32_t>& lost,
                   std::vector<std::uint32_t>& open) {
  cuts_ = &cuts;
  NetworkChange change;
  for (const Cut& cut : cuts)
    change.edges.push_back({cut.edge, base::unreachable, base::unreachable});
  network_.apply(change);
  uproot_cut_ways();
  const std::vector<NodeIndex> uprooted = repair_.changed();
  for (const NodeIndex node : uprooted)
    reseed(node);
  repair_.search(network_.network());
  for (const auto home : homes_to_ask()) {
    const Within then = within(district_, home, way_of_home(home), field_->limit);
    if (then == Within::no) lost.push_back(home);
    if (then == Within::unknown) open.push_back(home);
  }
  repair_.undo();
  network_.undo();
}

}  // namespace nahraum::analysis
