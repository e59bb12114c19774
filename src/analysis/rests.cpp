#include "analysis/rests.hpp"

#include <algorithm>

#include "analysis/edge_cost.hpp"
#include "jobs/parallel.hpp"

namespace nahraum::analysis {
namespace {

using base::Millis;

/// Cheaper, then the lower target, shorter, with more rest.
bool preferred(const RestLabel& a, const RestLabel& b) {
  if (better(a, b)) return true;
  return !better(b, a) && a.stretch.longest_m < b.stretch.longest_m;
}

/// From a door to where a way goes on: both in one, if nobody walks too far between two rests.
bool join(const RestLabel& start, const RestLabel& onward, float limit_m, RestLabel& whole) {
  const float between_m = start.stretch.open_m + onward.stretch.open_m;
  if (between_m > limit_m) return false;
  whole = onward;
  whole.cost = add(start.cost, onward.cost);
  whole.metres = start.metres + onward.metres;
  whole.stretch.open_m = 0;
  whole.stretch.longest_m =
      std::max({start.stretch.longest_m, onward.stretch.longest_m, between_m});
  return whole.cost != base::unreachable;
}

}  // namespace

RestedWays::RestedWays(const District& district, const RestNetwork& rests, Targets targets,
                       float max_gap_m, bool towards)
    : district_(district),
      rests_(rests),
      targets_(std::move(targets)),
      max_gap_m_(max_gap_m),
      towards_(towards),
      on_edge_(district.network, targets_.snaps, towards) {}

std::vector<RestLabel> RestedWays::seeds() const {
  std::vector<RestLabel> seeds;
  for (std::uint32_t i = 0; i < targets_.snaps.size(); ++i) {
    const Snap& door = targets_.snaps[i];
    if (door.found()) Doorstep(rests_, door, i, towards_, max_gap_m_).append_seeds(seeds);
  }
  return seeds;
}

void RestedWays::append_seeds_on(EdgeIndex edge, std::vector<RestLabel>& seeds) const {
  for (const auto i : on_edge_.on(edge))
    Doorstep(rests_, targets_.snaps[i], i, towards_, max_gap_m_).append_seeds(seeds);
}

void RestedWays::append_starts(std::size_t home, std::vector<RestLabel>& starts) const {
  const Snap& snap = district_.homes[home];
  const bool seats = !rests_.on(snap.edge).empty() || rests_.rest_at(snap.edge, snap.along_m);
  if (!towards_ || seats) {
    Doorstep(rests_, snap, none, !towards_, max_gap_m_).append_seeds(starts);
    return;
  }
  const Access& access = district_.home_access[home];
  const auto append = [&](NodeIndex node, Millis cost, float metres) {
    if (cost == base::unreachable || metres > max_gap_m_) return;
    RestLabel start;
    start.node = node;
    start.cost = cost;
    start.metres = start.stretch.open_m = metres;
    if (rests_.rest_at(node)) start.stretch.rest();
    starts.push_back(start);
  };
  append(access.tail, access.to_tail, access.tail_m);
  append(access.head, access.to_head, access.head_m);
}

void RestedWays::meet_nodes(std::span<const RestLabel> starts, const RestSearch& search,
                            RestLabel& best) const {
  RestLabel whole;
  for (const RestLabel& start : starts) {
    for (auto i = search.first(start.node); i != none; i = search.label(i).next) {
      if (!join(start, search.label(i), max_gap_m_, whole)) continue;
      whole.parent = i;
      if (preferred(whole, best)) best = whole;
    }
  }
}

/// Doors on the same edge, straight along it.
void RestedWays::meet_doors(const Snap& from, RestLabel& best) const {
  const auto doors = on_edge_.on(from.edge);
  if (doors.empty()) return;
  std::vector<RestLabel> starts;
  Doorstep(rests_, from, none, !towards_, max_gap_m_).append_ways(from.along_m, starts);
  std::vector<RestLabel> onward;
  for (const auto i : doors)
    Doorstep(rests_, targets_.snaps[i], i, towards_, max_gap_m_).append_ways(from.along_m, onward);
  RestLabel whole;
  for (const RestLabel& start : starts) {
    for (const RestLabel& way : onward) {
      if (join(start, way, max_gap_m_, whole) && preferred(whole, best)) best = whole;
    }
  }
}

RestLabel RestedWays::way_of(std::size_t home, const RestSearch& search) const {
  RestLabel best;
  const Snap& snap = district_.homes[home];
  if (!snap.found()) return best;
  std::vector<RestLabel> starts;
  append_starts(home, starts);
  meet_nodes(starts, search, best);
  meet_doors(snap, best);
  return best;
}

RestLabel RestedWays::way_of(EdgeIndex edge, float along_m, const RestSearch& search) const {
  Snap point;
  point.edge = edge;
  point.along_m = along_m;
  RestLabel best;
  std::vector<RestLabel> starts;
  Doorstep(rests_, point, none, !towards_, max_gap_m_).append_seeds(starts);
  meet_nodes(starts, search, best);
  meet_doors(point, best);
  return best;
}

HomeReach RestedWays::reach_of(std::size_t home, const RestLabel& way) const {
  HomeReach answer;
  answer.frontier = district_.home_frontier[home];
  answer.frontier_m = district_.home_frontier_m[home];
  if (!district_.homes[home].found()) {
    answer.status = Status::no_street;
    return answer;
  }
  if (way.cost != base::unreachable) {
    answer.cost = way.cost;
    answer.metres = way.metres;
    answer.service = targets_.ids[way.target];
  }
  answer.status = status_of(answer);
  return answer;
}

Rests rests(const District& district, const RestNetwork& network, const Targets& targets,
            float max_gap_m, jobs::Context& context) {
  Rests result;
  result.max_gap_m = max_gap_m;
  const Targets ordered = by_id(targets);
  const std::size_t homes = district.homes.size();
  jobs::parallel_for(context, 2, 1, [&](std::size_t which, int) {
    const float gap_m = which == 0 ? any_gap : max_gap_m + gap_rounding_m;
    const RestedWays ways(district, network, ordered, gap_m);
    RestSearch search;
    search.run(network, ways.seeds(), true, gap_m, {}, context);
    auto& reach = which == 0 ? result.plain : result.rested;
    auto& longest = which == 0 ? result.plain_longest_m : result.rested_longest_m;
    reach.reserve(homes);
    longest.reserve(homes);
    for (std::size_t i = 0; i < homes; ++i) {
      const RestLabel way = ways.way_of(i, search);
      reach.push_back(ways.reach_of(i, way));
      longest.push_back(way.cost == base::unreachable ? -1 : way.stretch.longest_m);
      if (i % 4096 == 0) context.check();
    }
  });
  return result;
}

}  // namespace nahraum::analysis
