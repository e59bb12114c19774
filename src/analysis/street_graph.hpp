#pragma once
/// The walking network's topology: who walks is decided later (walk_network.hpp).

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/slopes.hpp"
#include "geo/values.hpp"
#include "jobs/context.hpp"
#include "model/project.hpp"

namespace nahraum::analysis {

using NodeIndex = std::uint32_t;
using EdgeIndex = std::uint32_t;
inline constexpr std::uint32_t none = 0xFFFFFFFFu;

/// Something on the way that costs time or stops people: a kerb, crossing, lift, barrier, steps.
/// It lies on the edge `along` metres from its tail.
struct OnEdge {
  std::uint32_t street_node = none;  ///< index into Streets::nodes
  float along_m = 0;
  /// Of its cost that this edge bears: a half at an edge's end (who walks through pays twice a
  /// half: coming and going), the whole within.
  float share = 1;
  float crossed_km_h = 0;  ///< speed limit of the street crossed there; 0: unknown
};

/// Contracted undirected multigraph of what may be walked on foot. n nodes in Hilbert order, m
/// edges in tail order; every way end, junction, frontier node and change of way is a node, so that
/// one edge belongs to one OSM way. Lengths in metres of the drawn line. CRS: the project's.
struct StreetGraph {
  // nodes
  std::vector<geo::Point> at;              // n
  std::vector<std::int64_t> osm_node_id;   // n
  std::vector<std::uint32_t> street_node;  // n, index into Streets::nodes
  std::vector<bool> frontier;              // n
  // edges
  std::vector<NodeIndex> tail, head;       // m
  std::vector<float> length_m;             // m
  std::vector<std::uint32_t> way;          // m, index into Streets::ways; areas: ways.size()+index
  std::vector<std::uint32_t> shape_begin;  // m+1 into `shape`
  std::vector<geo::Point> shape;           // includes both ends
  std::vector<std::uint32_t> element_begin;  // m+1 into `elements`, ascending along the edge
  std::vector<OnEdge> elements;
  /// Per way: speed limit of the fastest street that a crossing way (footway=crossing …) leads
  /// over; 0 for other ways and where unknown.
  std::vector<float> way_crossed_km_h;
  Slopes slopes;

  std::size_t node_count() const { return at.size(); }
  std::size_t edge_count() const { return tail.size(); }
};

/// The edge's drawn line, tail to head.
geo::Line line_of(const StreetGraph& graph, EdgeIndex edge);
/// Tags of the way or area that the edge belongs to.
const model::Tags& tags_of(const StreetGraph& graph, const model::Streets& streets, EdgeIndex edge);

/// Foot access by OSM's rules (motorways, private, foot=no … dropped; steps, lifts, platforms
/// kept), walkable areas crossed along visible lines between their entrances, ways joined only
/// where they share a node. `roads`, which nobody walks along, tell how fast the traffic is that a
/// crossing leads over. Pure. Errors: none; an empty graph when nothing can be walked. Cost:
/// O(points).
StreetGraph build_street_graph(const model::Streets& streets, jobs::Context& context,
                               const std::vector<model::Road>& roads = {});

/// The graph of a project with its slopes.
StreetGraph street_graph_of(const model::Project& project, jobs::Context& context);

/// Whether a person on foot may use the way at all.
bool walkable(const model::Tags& tags);

}  // namespace nahraum::analysis
