#include "analysis/pairs.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/edge_cost.hpp"
#include "analysis/edge_span.hpp"
#include "analysis/edge_targets.hpp"
#include "analysis/homes_on_edges.hpp"
#include "jobs/parallel.hpp"

namespace nahraum::analysis {
namespace {

using base::Millis;

/// Answers one place after the other with the same memory.
class Collector {
 public:
  Collector(const District& district, const HomesOnEdges& homes, const Limit& limit, bool towards)
      : district_(district),
        homes_(homes),
        limit_(limit),
        towards_(towards),
        seen_(district.network.graph->edge_count(), 0) {
    if (limit.kind == Limit::Kind::metres) {
      bounds_.metres = static_cast<float>(limit.value);
    } else {
      bounds_.cost = std::min(bounds_.cost, Millis(static_cast<std::uint32_t>(limit.value * 1000)));
    }
  }

  std::vector<HomeCost> of(const std::vector<Snap>& gates, const jobs::Context& context) {
    found_.clear();
    ++round_;
    search_.run(district_.network, seeds_at(district_.network, gates, towards_), towards_, bounds_,
                context);
    const EdgeTargets targets(district_.network, gates, towards_);
    for (const Snap& gate : gates) {
      if (gate.found()) visit(gate.edge, targets);
    }
    const auto& network = district_.network;
    for (const NodeIndex node : search_.touched()) {
      for (auto arc = network.first_arc[node]; arc < network.first_arc[node + 1]; ++arc)
        visit(network.edge[arc], targets);
    }
    std::sort(found_.begin(), found_.end(),
              [](const HomeCost& a, const HomeCost& b) { return a.home < b.home; });
    return found_;
  }

 private:
  void visit(EdgeIndex edge, const EdgeTargets& targets) {
    if (seen_[edge] == round_) return;
    seen_[edge] = round_;
    for (const auto home : homes_.on(edge)) {
      const Label label = label_of(home, targets);
      if (is_within(label, limit_)) found_.push_back({home, label.cost, label.metres});
    }
  }

  /// As reach() answers, to the last bit: the same sums in the same order.
  Label label_of(std::uint32_t home, const EdgeTargets& targets) const {
    const auto& network = district_.network;
    const Snap& snap = district_.homes[home];
    const Millis walk = snap_cost(network, snap.walk_m);
    const float length_m = network.graph->length_m[snap.edge];
    const float end_m[2] = {0, length_m};
    const float way_m[2] = {snap.walk_m + snap.along_m, snap.walk_m + (length_m - snap.along_m)};
    const NodeIndex node[2] = {network.graph->tail[snap.edge], network.graph->head[snap.edge]};
    Label best;
    for (int side = 0; side < 2; ++side) {
      const Millis part = towards_ ? partial_cost(network, snap.edge, snap.along_m, end_m[side])
                                   : partial_cost(network, snap.edge, end_m[side], snap.along_m);
      const Label& end = search_.label(node[side]);
      const Label by{add(add(walk, part), end.cost), end.target, way_m[side] + end.metres, end.arc};
      if (better(by, best)) best = by;
    }
    if (targets.any_on(snap.edge)) {
      const Label direct = targets.direct(snap.edge, snap.along_m);
      const Label by{add(walk, direct.cost), direct.target, snap.walk_m + direct.metres, none};
      if (better(by, best)) best = by;
    }
    return best;
  }

  const District& district_;
  const HomesOnEdges& homes_;
  Limit limit_;
  bool towards_;
  Bounds bounds_;
  Search search_;
  std::vector<std::uint32_t> seen_;  ///< per edge, the round that looked at it last
  std::uint32_t round_ = 0;
  std::vector<HomeCost> found_;
};

}  // namespace

Pairs homes_within(const District& district, const std::vector<std::vector<Snap>>& places,
                   const Limit& limit, bool towards, jobs::Context& context) {
  const HomesOnEdges homes(district);
  std::vector<Collector> collectors;
  collectors.reserve(static_cast<std::size_t>(context.threads()));
  for (int worker = 0; worker < context.threads(); ++worker)
    collectors.emplace_back(district, homes, limit, towards);
  std::vector<std::vector<HomeCost>> rows(places.size());
  jobs::parallel_for(context, places.size(), 8, [&](std::size_t place, int worker) {
    rows[place] = collectors[static_cast<std::size_t>(worker)].of(places[place], context);
  });
  Pairs pairs;
  pairs.begin.reserve(places.size() + 1);
  pairs.begin.push_back(0);
  for (const auto& row : rows)
    pairs.begin.push_back(pairs.begin.back() + row.size());
  pairs.entries.reserve(pairs.begin.back());
  for (const auto& row : rows)
    pairs.entries.insert(pairs.entries.end(), row.begin(), row.end());
  return pairs;
}

ServicePlaces places_of(const District& district, std::string_view type) {
  ServicePlaces places;
  const auto found = district.services_of_type.find(type);
  if (found == district.services_of_type.end()) return places;
  auto indices = found->second;
  const auto& services = district.project->services;
  std::sort(indices.begin(), indices.end(),
            [&](auto a, auto b) { return services[a].id < services[b].id; });
  for (const auto index : indices) {
    if (district.gates[index].empty()) continue;
    places.service.push_back(index);
    places.gates.emplace_back();
    for (const Gate& gate : district.gates[index])
      places.gates.back().push_back(gate.snap);
  }
  return places;
}

}  // namespace nahraum::analysis
