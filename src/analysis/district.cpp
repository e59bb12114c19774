#include <algorithm>
#include <cmath>

#include "analysis/access.hpp"
#include "analysis/edge_cost.hpp"
#include "analysis/search.hpp"
#include "base/translate.hpp"
#include "jobs/parallel.hpp"

namespace nahraum::analysis {
namespace {

using base::Millis;

std::vector<Gate> gates_of(const Snapper& snapper, const model::Service& service) {
  std::vector<geo::Point> places = service.entrances;
  if (places.empty()) places.push_back(service.at);
  std::vector<Gate> gates;
  for (const geo::Point place : places) {
    const Snap snap = snapper.snap(place);
    if (snap.found()) gates.push_back({place, snap});
  }
  return gates;
}

std::vector<Seed> frontier_seeds(const StreetGraph& graph) {
  std::vector<Seed> seeds;
  for (NodeIndex n = 0; n < graph.node_count(); ++n) {
    if (graph.frontier[n]) seeds.push_back({n, {Millis(0), 0, 0, none}});
  }
  return seeds;
}

void fill_frontier_costs(District& district, const jobs::Context& context) {
  const auto seeds = frontier_seeds(*district.network.graph);
  Search search;
  search.run(district.network, seeds, true, {}, context);
  for (const Access& a : district.home_access) {
    const bool found = a.tail != none;
    district.home_frontier.push_back(found ? std::min(add(a.to_tail, search.label(a.tail).cost),
                                                      add(a.to_head, search.label(a.head).cost))
                                           : base::unreachable);
  }
}

void fill_frontier_lengths(District& district, const jobs::Context& context) {
  const auto seeds = frontier_seeds(*district.network.graph);
  Search search;
  search.run(measured_in_length(district.network), seeds, true, {}, context);
  const auto length = [&](Millis to_end, float end_m, NodeIndex end) {
    return to_end == base::unreachable ? to_end : add(millimetres(end_m), search.label(end).cost);
  };
  for (const Access& a : district.home_access) {
    const Millis best = a.tail == none ? base::unreachable
                                       : std::min(length(a.to_tail, a.tail_m, a.tail),
                                                  length(a.to_head, a.head_m, a.head));
    district.home_frontier_m.push_back(
        best == base::unreachable ? -1.0f : static_cast<float>(best.value / 1000.0));
  }
}

}  // namespace

Access access_of(const WalkNetwork& network, const Snap& snap) {
  if (!snap.found()) return {};
  const StreetGraph& graph = *network.graph;
  const Millis walk = snap_cost(network, snap.walk_m);
  const float length_m = graph.length_m[snap.edge];
  return {snap.edge,
          graph.tail[snap.edge],
          graph.head[snap.edge],
          add(walk, partial_cost(network, snap.edge, snap.along_m, 0)),
          add(walk, partial_cost(network, snap.edge, snap.along_m, length_m)),
          snap.walk_m + snap.along_m,
          snap.walk_m + (length_m - snap.along_m)};
}

std::shared_ptr<const District> prepare_district(model::Snapshot project,
                                                 std::shared_ptr<const StreetGraph> graph,
                                                 const model::Catalogue& catalogue,
                                                 const model::Profile& profile,
                                                 jobs::Context& context, Certainty certainty) {
  context.update(0, base::tr("network"));
  WalkNetwork network =
      walk_network(std::move(graph), project->streets, catalogue, profile, certainty);
  Snapper snapper(network);
  auto district = std::make_shared<District>(
      District{std::move(project), std::move(network), std::move(snapper), {}, {}, {}, {}, {}, {}});
  const auto& homes = district->project->homes;
  const auto& services = district->project->services;
  context.update(0.3, base::tr("homes of the district"));
  district->homes.resize(homes.size());
  district->home_access.resize(homes.size());
  jobs::parallel_for(context, homes.size(), 512, [&](std::size_t i, int) {
    district->homes[i] = district->snapper.snap(homes[i].at, homes[i].entrances);
    district->home_access[i] = access_of(district->network, district->homes[i]);
  });
  district->gates.resize(services.size());
  jobs::parallel_for(context, services.size(), 512, [&](std::size_t i, int) {
    district->gates[i] = gates_of(district->snapper, services[i]);
  });
  for (std::uint32_t i = 0; i < services.size(); ++i) {
    district->services_of_type[services[i].type].push_back(i);
  }
  context.update(0.8, base::tr("edge of the data"));
  fill_frontier_costs(*district, context);
  fill_frontier_lengths(*district, context);
  return district;
}

}  // namespace nahraum::analysis
