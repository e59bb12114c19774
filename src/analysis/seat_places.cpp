#include <cmath>

#include "analysis/elements.hpp"
#include "analysis/seat_siting.hpp"

namespace nahraum::analysis {
namespace {

/// Whether a bench may stand beside the edge at all.
bool may_stand(const District& district, EdgeIndex edge) {
  const auto& network = district.network;
  if (network.forward[edge] == base::unreachable && network.backward[edge] == base::unreachable) {
    return false;
  }
  const auto& tags = tags_of(*network.graph, district.project->streets, edge);
  const bool inside = tags.has("tunnel") && !tags.is("tunnel", "no");
  return !inside && !tags.is("highway", "steps") && !tags.is("highway", "elevator") &&
         !is_crossing_way(tags);
}

}  // namespace

std::vector<SeatPlace> seat_places(const District& district, const model::RestRules& rules) {
  const StreetGraph& graph = *district.network.graph;
  std::vector<EdgeIndex> edge_at(graph.node_count(), none);
  std::vector<SeatPlace> along;
  for (EdgeIndex edge = 0; edge < graph.edge_count(); ++edge) {
    if (!may_stand(district, edge)) continue;
    for (const NodeIndex node : {graph.tail[edge], graph.head[edge]}) {
      if (edge_at[node] == none) edge_at[node] = edge;
    }
    const double length_m = graph.length_m[edge];
    const auto parts = static_cast<int>(std::ceil(length_m / rules.candidate_spacing.value));
    for (int part = 1; part < parts; ++part)
      along.push_back({geo::point_along(line_of(graph, edge), length_m * part / parts), edge, {}});
  }
  std::vector<SeatPlace> places;
  for (NodeIndex node = 0; node < graph.node_count(); ++node) {
    if (edge_at[node] != none) places.push_back({graph.at[node], edge_at[node], {}});
  }
  places.insert(places.end(), along.begin(), along.end());
  for (SeatPlace& place : places)
    place.spots = spots_of(district, {SeatKind::added, place.at, -1}, rules);
  return places;
}

}  // namespace nahraum::analysis
