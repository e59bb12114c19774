#include <cmath>

#include "analysis/edge_cost.hpp"
#include "analysis/rest_search.hpp"

namespace nahraum::analysis {

using base::Millis;

Millis Doorstep::part(float from_m, float to_m) const {
  const auto& network = rests_.network();
  const float first_m = towards_ ? to_m : from_m, last_m = towards_ ? from_m : to_m;
  return partial_cost(network, door_.edge, first_m, last_m);
}

void Doorstep::append(RestLabel way, float to_m, float length_m,
                      std::vector<RestLabel>& ways) const {
  way.cost = add(part(door_.along_m, to_m), way.cost);
  if (way.cost == base::unreachable) return;
  const Passage passage = rests_.passage(door_.edge, door_.along_m, to_m);
  if (!way.stretch.walk(passage, std::fabs(to_m - door_.along_m), limit_m_)) return;
  way.metres = length_m + (way.metres - door_.walk_m);
  ways.push_back(way);
}

/// `length_m`: from the door itself, as reach() adds it up.
void Doorstep::append_all(float to_m, float length_m, std::vector<RestLabel>& ways) const {
  RestLabel way;
  way.cost = snap_cost(rests_.network(), door_.walk_m);
  way.target = target_;
  way.metres = door_.walk_m;
  way.stretch.open_m = door_.walk_m;
  if (door_.walk_m > limit_m_) return;
  const bool at_rest = rests_.rest_at(door_.edge, door_.along_m);
  if (at_rest) way.stretch.rest();
  append(way, to_m, length_m, ways);
  if (limit_m_ == any_gap || at_rest) return;
  for (const bool up : {false, true}) {
    if (to_m != door_.along_m && up == (to_m > door_.along_m)) continue;
    const float seat_m = rests_.next_seat(door_.edge, door_.along_m, up);
    const float there_m = std::fabs(seat_m - door_.along_m);
    if (seat_m < 0 || there_m >= door_.walk_m || door_.walk_m + there_m > limit_m_) continue;
    RestLabel turned = way;
    turned.cost = add(add(part(door_.along_m, seat_m), part(seat_m, door_.along_m)), way.cost);
    turned.metres += 2 * there_m;
    turned.stretch.open_m += there_m;
    turned.stretch.rest();
    turned.stretch.open_m = there_m;
    append(turned, to_m, length_m, ways);
  }
}

void Doorstep::append_ways(float to_m, std::vector<RestLabel>& ways) const {
  const double between_m = std::fabs(static_cast<double>(to_m) - door_.along_m);
  append_all(to_m, static_cast<float>(between_m + door_.walk_m), ways);
}

void Doorstep::append_seeds(std::vector<RestLabel>& seeds) const {
  const StreetGraph& graph = *rests_.network().graph;
  const float end_m[2] = {0, graph.length_m[door_.edge]};
  const NodeIndex node[2] = {graph.tail[door_.edge], graph.head[door_.edge]};
  for (int side = 0; side < 2; ++side) {
    const auto begin = seeds.size();
    append_all(end_m[side], std::fabs(end_m[side] - door_.along_m) + door_.walk_m, seeds);
    for (auto i = begin; i < seeds.size(); ++i) {
      seeds[i].node = node[side];
      if (rests_.rest_at(node[side])) seeds[i].stretch.rest();
    }
  }
}

}  // namespace nahraum::analysis
