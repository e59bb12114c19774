#include "analysis/type_field.hpp"

#include <cmath>

#include "analysis/edge_cost.hpp"

namespace nahraum::analysis {
namespace {

using base::Millis;

/// Nothing beyond a limit in seconds can count; metres say nothing about costs.
Millis bound_of(const Limit& limit) {
  const Millis most{base::unreachable.value - 1};
  if (limit.kind == Limit::Kind::metres || limit.value * 1000 >= most.value) return most;
  return Millis(static_cast<std::uint32_t>(std::floor(limit.value * 1000)));
}

Label through(Millis to_end, float end_m, const Label& end) {
  return {add(to_end, end.cost), end.target, end_m + end.metres, none};
}

}  // namespace

TypeField::TypeField(const District& district, const TypeLimit& question, jobs::Context& context)
    : targets(targets_of(district, question.type)),
      limit(question.limit),
      bound(bound_of(question.limit)),
      seeds(seeds_at(district.network, targets.snaps, true)),
      target_on_edge(district.network.graph->edge_count(), false) {
  Search search;
  search.run(district.network, seeds, true, {bound}, context);
  const std::size_t nodes = district.network.graph->node_count();
  labels.reserve(nodes);
  for (NodeIndex n = 0; n < nodes; ++n)
    labels.push_back(search.label(n));
  for (const Snap& snap : targets.snaps)
    target_on_edge[snap.edge] = true;
  const EdgeTargets on_edge(district.network, targets.snaps, true);
  answers.reserve(district.homes.size());
  for (std::size_t i = 0; i < district.homes.size(); ++i) {
    const Snap& home = district.homes[i];
    Label way;
    if (home.found()) {
      way = way_of(district.home_access[i], labels);
      if (target_on_edge[home.edge]) {
        const Label direct = direct_way(district.network, on_edge, home);
        if (better(direct, way)) way = direct;
      }
    }
    answers.push_back(within(district, i, way, limit));
  }
}

Label way_of(const Access& access, const std::vector<Label>& labels) {
  const Label by_tail = through(access.to_tail, access.tail_m, labels[access.tail]);
  const Label by_head = through(access.to_head, access.head_m, labels[access.head]);
  return better(by_head, by_tail) ? by_head : by_tail;
}

Label direct_way(const WalkNetwork& network, const EdgeTargets& on_edge, const Snap& home) {
  return through(snap_cost(network, home.walk_m), home.walk_m,
                 on_edge.direct(home.edge, home.along_m));
}

Within within(const District& district, std::size_t home, const Label& way, const Limit& limit) {
  HomeReach reach;
  reach.frontier = district.home_frontier[home];
  reach.frontier_m = district.home_frontier_m[home];
  if (way.cost != base::unreachable) {
    reach.cost = way.cost;
    reach.metres = way.metres;
  }
  reach.status = district.homes[home].found() ? status_of(reach) : Status::no_street;
  return within(reach, limit);
}

HomesAtNodes::HomesAtNodes(const District& district)
    : begin_(district.network.graph->node_count() + 1, 0) {
  const auto each_end = [&](auto visit) {
    for (std::uint32_t i = 0; i < district.homes.size(); ++i) {
      const Access& access = district.home_access[i];
      if (access.tail == none || !district.project->homes[i].in_district) continue;
      visit(access.tail, i);
      visit(access.head, i);
    }
  };
  each_end([&](NodeIndex node, std::uint32_t) { ++begin_[node + 1]; });
  for (std::size_t n = 1; n < begin_.size(); ++n)
    begin_[n] += begin_[n - 1];
  homes_.resize(begin_.back());
  auto next = begin_;
  each_end([&](NodeIndex node, std::uint32_t home) { homes_[next[node]++] = home; });
}

}  // namespace nahraum::analysis
