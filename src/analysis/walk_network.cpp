#include "analysis/walk_network.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/edge_effects.hpp"

namespace nahraum::analysis {
namespace {

using base::Millis;

Millis total(Millis base, const WalkNetwork& network, EdgeIndex edge) {
  if (base == base::unreachable) return base;
  const StreetGraph& graph = *network.graph;
  for (auto i = graph.element_begin[edge]; i < graph.element_begin[edge + 1]; ++i) {
    if (network.element_cost[i] == base::unreachable) return base::unreachable;
    base = base + network.element_cost[i];
  }
  return base;
}

void cost_edges(WalkNetwork& network, const model::Streets& streets) {
  const StreetGraph& graph = *network.graph;
  const EffectReader reader(graph, streets, network.surfaces, network.profile,
                            network.cautious ? &*network.cautious : nullptr);
  std::vector<EffectReader::WayEffect> ways;
  for (std::uint32_t way = 0; way < streets.ways.size() + streets.areas.size(); ++way) {
    ways.push_back(reader.way_effect(way));
  }
  network.element_cost.resize(graph.elements.size());
  for (std::size_t i = 0; i < graph.elements.size(); ++i) {
    network.element_cost[i] = reader.element_cost(graph.elements[i]);
  }
  network.forward.resize(graph.edge_count());
  network.backward.resize(graph.edge_count());
  for (EdgeIndex e = 0; e < graph.edge_count(); ++e) {
    const auto& way = ways[graph.way[e]];
    const EdgeEffect effect = reader.edge_effect(e, way);
    network.forward[e] = total(effect.forward, network, e);
    network.backward[e] = total(effect.backward, network, e);
    reader.append_runs(e, way, network.run_times);
  }
}

void fill_arcs(WalkNetwork& network) {
  const StreetGraph& graph = *network.graph;
  const std::size_t arcs = 2 * graph.edge_count();
  network.first_arc.assign(graph.node_count() + 1, 0);
  for (EdgeIndex e = 0; e < graph.edge_count(); ++e) {
    ++network.first_arc[graph.tail[e] + 1];
    ++network.first_arc[graph.head[e] + 1];
  }
  for (std::size_t n = 0; n < graph.node_count(); ++n) {
    network.first_arc[n + 1] += network.first_arc[n];
  }
  network.head.resize(arcs);
  network.cost.resize(arcs);
  network.back.resize(arcs);
  network.edge.resize(arcs);
  network.hops.resize(arcs);
  std::vector<std::uint32_t> next(network.first_arc.begin(), network.first_arc.end() - 1);
  const auto put = [&](NodeIndex from, NodeIndex to, Millis there, Millis back, EdgeIndex e) {
    const std::uint32_t arc = next[from]++;
    network.head[arc] = to;
    network.cost[arc] = there;
    network.back[arc] = back;
    network.edge[arc] = e;
    network.hops[arc] = {to, there, back, graph.length_m[e]};
  };
  for (EdgeIndex e = 0; e < graph.edge_count(); ++e) {
    put(graph.tail[e], graph.head[e], network.forward[e], network.backward[e], e);
    put(graph.head[e], graph.tail[e], network.backward[e], network.forward[e], e);
  }
}

void count_missing_tags(WalkNetwork& network, const model::Streets& streets) {
  const StreetGraph& graph = *network.graph;
  auto& missing = network.missing;
  double length_m = 0;
  for (EdgeIndex e = 0; e < graph.edge_count(); ++e) {
    const auto& tags = tags_of(graph, streets, e);
    const double m = graph.length_m[e];
    length_m += m;
    if (!tags.has("surface")) missing.surface += m;
    if (!tags.has("smoothness")) missing.smoothness += m;
    if (width_of(tags) == 0) missing.width += m;
    if (!tags.has("incline") && !graph.slopes.any(e)) missing.incline += m;
    if (!tags.has("lit")) missing.lit += m;
  }
  if (length_m == 0) return;
  for (double* share :
       {&missing.surface, &missing.smoothness, &missing.width, &missing.incline, &missing.lit}) {
    *share /= length_m;
  }
}

}  // namespace

WalkNetwork walk_network(std::shared_ptr<const StreetGraph> graph, const model::Streets& streets,
                         const model::Catalogue& catalogue, const model::Profile& profile,
                         Certainty certainty) {
  WalkNetwork network;
  network.graph = std::move(graph);
  network.profile = profile;
  network.surfaces = {catalogue.rough_surfaces, catalogue.soft_surfaces};
  if (certainty == Certainty::cautious) network.cautious = catalogue.cautious;
  cost_edges(network, streets);
  fill_arcs(network);
  count_missing_tags(network, streets);
  return network;
}

}  // namespace nahraum::analysis
