#include "analysis/catchment.hpp"

#include <algorithm>

#include "analysis/edge_span.hpp"
#include "base/translate.hpp"

namespace nahraum::analysis {
namespace {

Bounds bounds_for(const std::vector<Limit>& limits) {
  double seconds = 0;
  double metres = 0;
  for (const Limit& limit : limits) {
    double& most = limit.kind == Limit::Kind::seconds ? seconds : metres;
    most = std::max(most, limit.value);
  }
  Bounds bounds;
  if (metres == 0) {
    bounds.cost = std::min(bounds.cost,
                           base::Millis(static_cast<std::uint32_t>(std::min(seconds * 1000, 4e9))));
  }
  if (seconds == 0) bounds.metres = static_cast<float>(metres);
  return bounds;
}

/// Edges with an end within the limit, each once, and those that carry an origin; ascending.
std::vector<EdgeIndex> edges_within(const WalkNetwork& network, const Search& search,
                                    const std::vector<Snap>& origins, const Limit& limit) {
  const StreetGraph& graph = *network.graph;
  std::vector<EdgeIndex> edges;
  for (const NodeIndex node : search.touched()) {
    if (!is_within(search.label(node), limit)) continue;
    for (auto arc = network.first_arc[node]; arc < network.first_arc[node + 1]; ++arc) {
      const EdgeIndex edge = network.edge[arc];
      if (graph.tail[edge] == node || !is_within(search.label(graph.tail[edge]), limit)) {
        edges.push_back(edge);
      }
    }
  }
  for (const Snap& origin : origins) {
    if (origin.found()) edges.push_back(origin.edge);
  }
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  return edges;
}

bool frontier_within(const StreetGraph& graph, const Search& search, const Limit& limit) {
  return std::any_of(search.touched().begin(), search.touched().end(), [&](NodeIndex node) {
    return graph.frontier[node] && is_within(search.label(node), limit);
  });
}

Catchment catchment_of(const District& district, const EdgeLabels& labels, const Search& search,
                       const std::vector<Snap>& origins, const Limit& limit) {
  Catchment catchment;
  catchment.limit = limit;
  for (const EdgeIndex edge : edges_within(district.network, search, origins, limit)) {
    labels.append_reached(edge, limit, catchment.parts);
  }
  for (const auto& part : catchment.parts) {
    catchment.length_m += static_cast<double>(part.to_m) - part.from_m;
  }
  catchment.cut_by_data = frontier_within(*district.network.graph, search, limit);
  return catchment;
}

}  // namespace

base::Result<std::vector<Catchment>> catchments(const District& district,
                                                const std::vector<Snap>& origins,
                                                const std::vector<Limit>& limits,
                                                Direction direction, Search& search,
                                                const jobs::Context& context) {
  if (std::none_of(origins.begin(), origins.end(), [](const Snap& o) { return o.found(); })) {
    return base::fail(base::ErrorCode::no_street_nearby,
                      base::tr("There is no walkable street within 150 m"), {},
                      base::tr("Choose a place nearer to a street."));
  }
  const WalkNetwork& network = district.network;
  const bool towards = direction == Direction::towards;
  const EdgeTargets on_edge(network, origins, towards);
  search.run(network, seeds_at(network, origins, towards), towards, bounds_for(limits), context);
  const EdgeLabels labels(network, search, on_edge, origins, towards);
  std::vector<Catchment> bands;
  bands.reserve(limits.size());
  for (const Limit& limit : limits) {
    bands.push_back(catchment_of(district, labels, search, origins, limit));
  }
  return bands;
}

base::Result<std::vector<Catchment>> catchments(const District& district,
                                                const std::vector<Snap>& origins,
                                                const std::vector<Limit>& limits,
                                                Direction direction, jobs::Context& context) {
  Search search;
  return catchments(district, origins, limits, direction, search, context);
}

std::vector<geo::Line> lines_of(const StreetGraph& graph, const Catchment& catchment) {
  std::vector<geo::Line> lines;
  lines.reserve(catchment.parts.size());
  for (const auto& part : catchment.parts) {
    lines.push_back(geo::part_of(line_of(graph, part.edge), part.from_m, part.to_m));
  }
  return lines;
}

}  // namespace nahraum::analysis
