#pragma once
/// Overlays by GEOS. Every function opens its own GEOS context: pure, reentrant, any thread.
/// Results are valid, holes clockwise, empty when nothing is left. Errors: bad_input with GEOS's
/// reason; non-finite coordinates are refused.

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "geo/values.hpp"

namespace nahraum::geo {

/// Self-intersections resolved (structure method), polygons only.
base::Result<MultiPolygon> make_valid(const MultiPolygon& polygons);
/// Why it is not valid, or nothing.
std::optional<std::string> invalid_reason(const MultiPolygon& polygons);
/// Round buffer, `segments` per quarter circle. `distance` in metres, negative shrinks.
base::Result<MultiPolygon> buffer(const MultiPolygon& polygons, double distance, int segments = 8);
base::Result<MultiPolygon> buffer(const std::vector<Line>& lines, double distance,
                                  int segments = 8);
base::Result<MultiPolygon> unite(const MultiPolygon& polygons);
base::Result<MultiPolygon> intersection(const MultiPolygon& a, const MultiPolygon& b);
base::Result<MultiPolygon> difference(const MultiPolygon& a, const MultiPolygon& b);
/// Cells that share edges but do not overlap, joined: about 2 M cells/s.
base::Result<MultiPolygon> coverage_union(const MultiPolygon& cells);
/// The faces that a net of lines encloses; lines are noded first, ends that dangle enclose nothing.
base::Result<MultiPolygon> polygonize(const std::vector<Line>& lines);
/// A point that lies inside, never in a hole.
base::Result<Point> point_on_surface(const MultiPolygon& polygons);

/// Constrained Delaunay: a flat list of triangle corners, 3 per triangle; their areas add up to the
/// polygon's. Cost: 0.1–0.8 M vertices/s.
base::Result<std::vector<Point>> triangulate(const MultiPolygon& polygons);

}  // namespace nahraum::geo
