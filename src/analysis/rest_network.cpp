#include "analysis/rest_network.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/edge_cost.hpp"

namespace nahraum::analysis {

using base::Millis;

bool Stretch::walk(const Passage& passage, float length_m, float limit_m) {
  if (!passage.any) {
    open_m += length_m;
    return open_m <= limit_m;
  }
  open_m += passage.near_m;
  longest_m = std::max({longest_m, open_m, passage.inner_m});
  open_m = passage.far_m;
  return longest_m <= limit_m && open_m <= limit_m;
}

RestNetwork::RestNetwork(const WalkNetwork& network)
    : network_(&network),
      node_rests_(network.graph->node_count(), 0),
      on_edge_(network.graph->edge_count()),
      from_tail_(network.graph->edge_count(), none),
      from_head_(network.graph->edge_count(), none),
      arcs_(network.hops.size()) {
  const StreetGraph& graph = *network.graph;
  for (NodeIndex node = 0; node < graph.node_count(); ++node) {
    for (auto arc = network.first_arc[node]; arc < network.first_arc[node + 1]; ++arc) {
      const EdgeIndex edge = network.edge[arc];
      // A loop leaves its node twice: by its tail first.
      const bool by_tail = graph.tail[edge] == node && from_tail_[edge] == none;
      (by_tail ? from_tail_ : from_head_)[edge] = arc;
    }
  }
}

RestNetwork::RestNetwork(const District& district, const std::vector<Seat>& seats,
                         const model::RestRules& rules)
    : RestNetwork(district.network) {
  std::vector<Spot> spots;
  for (const Seat& seat : seats) {
    const auto own = spots_of(district, seat, rules);
    spots.insert(spots.end(), own.begin(), own.end());
  }
  add(spots);
}

RestNetwork::Change RestNetwork::add(std::span<const Spot> spots) {
  const StreetGraph& graph = *network_->graph;
  Change change;
  std::vector<Spot> within;
  for (const Spot& spot : spots) {
    const bool at_tail = spot.along_m <= 0;
    if (!at_tail && spot.along_m < graph.length_m[spot.edge]) {
      within.push_back(spot);
      continue;
    }
    const NodeIndex node = at_tail ? graph.tail[spot.edge] : graph.head[spot.edge];
    if (node_rests_[node] == 0) change.nodes.push_back(node);
    node_rests_[node] = 1;
  }
  std::sort(within.begin(), within.end(),
            [](const Spot& a, const Spot& b) { return a.edge < b.edge; });
  for (std::size_t i = 0; i < within.size();) {
    const EdgeIndex edge = within[i].edge;
    auto& seats = on_edge_[edge];
    change.edges.emplace_back(edge, seats);
    for (; i < within.size() && within[i].edge == edge; ++i)
      seats.push_back(within[i].along_m);
    std::sort(seats.begin(), seats.end());
    seats.erase(std::unique(seats.begin(), seats.end()), seats.end());
    refresh(edge);
  }
  return change;
}

void RestNetwork::undo(const Change& change) {
  for (const NodeIndex node : change.nodes)
    node_rests_[node] = 0;
  for (const auto& [edge, seats] : change.edges) {
    on_edge_[edge] = seats;
    refresh(edge);
  }
}

void RestNetwork::refresh(EdgeIndex edge) {
  const float length_m = network_->graph->length_m[edge];
  const auto& seats = on_edge_[edge];
  Arc& there = arcs_[from_tail_[edge]];
  Arc& back = arcs_[from_head_[edge]];
  there = {};
  back = {};
  if (seats.empty()) return;
  there = {passage(edge, 0, length_m), turn_cost(edge, 0, seats.front())};
  back = {passage(edge, length_m, 0), turn_cost(edge, length_m, seats.back())};
}

Millis RestNetwork::turn_cost(EdgeIndex edge, float end_m, float seat_m) const {
  return analysis::add(partial_cost(*network_, edge, end_m, seat_m),
                       partial_cost(*network_, edge, seat_m, end_m));
}

Passage RestNetwork::passage(EdgeIndex edge, float from_m, float to_m) const {
  Passage passage;
  const auto& seats = on_edge_[edge];
  const float low_m = std::min(from_m, to_m);
  const float high_m = std::max(from_m, to_m);
  const auto first = std::lower_bound(seats.begin(), seats.end(), low_m);
  const auto last = std::upper_bound(first, seats.end(), high_m);
  if (first == last) return passage;
  passage.any = true;
  const bool up = from_m <= to_m;
  passage.near_m = std::fabs((up ? *first : *(last - 1)) - from_m);
  passage.far_m = std::fabs(to_m - (up ? *(last - 1) : *first));
  for (auto seat = first + 1; seat < last; ++seat)
    passage.inner_m = std::max(passage.inner_m, *seat - *(seat - 1));
  return passage;
}

bool RestNetwork::rest_at(EdgeIndex edge, double along_m) const {
  const StreetGraph& graph = *network_->graph;
  return (along_m <= 0 && rest_at(graph.tail[edge])) ||
         (along_m >= graph.length_m[edge] && rest_at(graph.head[edge]));
}

float RestNetwork::next_seat(EdgeIndex edge, float at_m, bool up) const {
  const auto& seats = on_edge_[edge];
  if (up) {
    const auto next = std::upper_bound(seats.begin(), seats.end(), at_m);
    return next == seats.end() ? -1 : *next;
  }
  const auto next = std::lower_bound(seats.begin(), seats.end(), at_m);
  return next == seats.begin() ? -1 : *(next - 1);
}

double longest_stretch(const RestNetwork& rests, const Route& route) {
  Stretch stretch{static_cast<float>(route.from_walk_m), 0};
  const auto rest_at = [&](EdgeIndex edge, double at_m) {
    if (rests.rest_at(edge, at_m)) stretch.rest();
  };
  for (const WalkedPart& part : route.parts) {
    rest_at(part.edge, part.from_m);
    const auto from_m = static_cast<float>(part.from_m);
    const auto to_m = static_cast<float>(part.to_m);
    stretch.walk(rests.passage(part.edge, from_m, to_m), std::fabs(to_m - from_m),
                 std::numeric_limits<float>::infinity());
    rest_at(part.edge, part.to_m);
  }
  stretch.open_m += static_cast<float>(route.to_walk_m);
  stretch.rest();
  return stretch.longest_m;
}

}  // namespace nahraum::analysis
