#pragma once
/// Catchment: the part of the network within a limit of a point, a service or a whole type.

#include "analysis/coverage.hpp"

namespace nahraum::analysis {

/// One reached stretch of an edge, in the edge's own direction.
struct ReachedPart {
  EdgeIndex edge = none;
  float from_m = 0;
  float to_m = 0;
};

/// Part of the walking network within `limit`, with partial edges at the rim.
struct Catchment {
  Limit limit;
  std::vector<ReachedPart> parts;  ///< by edge
  double length_m = 0;
  bool cut_by_data = false;  ///< the frontier lies within: the true area is larger
};

enum class Direction { towards, from };  ///< who reaches it / where one gets from here

/// Errors: no_street_nearby. Limits ascending: one catchment per band from one search. A limit in
/// metres counts along the cheapest way, as HomeReach::metres does; so a stretch is reached exactly
/// when a home there would be within the limit.
/// Cost: O(m log n) of the reached part. Pure, reentrant. Source: Dijkstra 1959; the rim is
/// interpolated along the edge, see tests/analysis/catchment_rim_test.cpp.
base::Result<std::vector<Catchment>> catchments(const District& district,
                                                const std::vector<Snap>& origins,
                                                const std::vector<Limit>& limits,
                                                Direction direction, jobs::Context& context);

/// The same with the caller's search memory: a bounded query then costs only what it reaches.
class Search;
base::Result<std::vector<Catchment>> catchments(const District& district,
                                                const std::vector<Snap>& origins,
                                                const std::vector<Limit>& limits,
                                                Direction direction, Search& search,
                                                const jobs::Context& context);

/// By the ways that count: `both` is, service by service, what lies within the limit there and home
/// again. Errors as above. Cost of `both`: two bounded searches for each service.
base::Result<std::vector<Catchment>> catchments_by(const District& district, const Targets& targets,
                                                   const std::vector<Limit>& limits, Way way,
                                                   jobs::Context& context);

/// The reached stretches as lines, for drawing.
std::vector<geo::Line> lines_of(const StreetGraph& graph, const Catchment& catchment);

/// Outline: the catchment's streets widened by 25 m, holes under 2 500 m² closed, always valid,
/// within 1 % of the plain definition's area (domain notes §3.1). It is the picture; persons are
/// counted on the network.
struct OutlineRule {
  double width_m = 25;
  double min_hole_m2 = 2500;
};
geo::MultiPolygon outline(const StreetGraph& graph, const Catchment& catchment,
                          const OutlineRule& rule = {});
/// Of several bands of one search, ascending: each lies within the next.
std::vector<geo::MultiPolygon> outlines(const StreetGraph& graph,
                                        const std::vector<Catchment>& bands,
                                        const OutlineRule& rule = {});

}  // namespace nahraum::analysis
