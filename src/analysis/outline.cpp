#include <algorithm>
#include <cmath>

#include "analysis/catchment.hpp"
#include "analysis/contour.hpp"
#include "geo/overlay.hpp"

namespace nahraum::analysis {
namespace {

using geo::MultiPolygon;
using geo::Point;

/// A gap between two streets' bands that falls between grid points is closed. In a large catchment
/// the courtyard behind it weighs nothing, in a small one it does: small ones get finer grids.
constexpr double coarse_m = 5;
constexpr double fine_m = 1.25;
constexpr double enough_cells = 40e3;
constexpr double most_cells = 24e6;  ///< beyond it the grid gets coarser: whole counties
constexpr double simplify_cells = 0.08;

geo::Box box_of(const StreetGraph& graph, const std::vector<ReachedPart>& parts) {
  geo::Box box;
  for (const auto& part : parts) {
    for (auto i = graph.shape_begin[part.edge]; i < graph.shape_begin[part.edge + 1]; ++i) {
      box.add(graph.shape[i]);
    }
  }
  return box;
}

DistanceGrid grid_for(const geo::Box& box, double radius_m) {
  const geo::Box wide = box.grown(radius_m);
  const auto cells = [&](double cell_m) {
    return wide.width() / cell_m * (wide.height() / cell_m);
  };
  double cell_m = coarse_m;
  while (cell_m > fine_m && cells(cell_m / 2) <= enough_cells)
    cell_m /= 2;
  while (cells(cell_m) > most_cells)
    cell_m *= 2;
  return {box, radius_m, cell_m};
}

/// Segment by segment between two positions on the edge.
void add_part(const StreetGraph& graph, const ReachedPart& part, DistanceGrid& grid) {
  double before_m = 0;
  for (auto i = graph.shape_begin[part.edge] + 1; i < graph.shape_begin[part.edge + 1]; ++i) {
    const Point a = graph.shape[i - 1];
    const Point b = graph.shape[i];
    const double length_m = geo::distance(a, b);
    const double from_m = std::max(part.from_m - before_m, 0.0);
    const double to_m = std::min(part.to_m - before_m, length_m);
    before_m += length_m;
    if (from_m > to_m || (length_m == 0 && graph.length_m[part.edge] > 0)) continue;
    const auto at = [&](double m) {
      const double t = length_m > 0 ? m / length_m : 0;
      return Point{a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
    };
    grid.add_segment(at(from_m), at(to_m));
  }
}

MultiPolygon polygons_of(std::vector<geo::Ring> rings, const OutlineRule& rule) {
  MultiPolygon polygons;
  std::vector<geo::Ring> holes;
  for (auto& ring : rings) {
    const double area_m2 = geo::signed_area(ring);
    if (area_m2 > 0) {
      polygons.push_back({std::move(ring), {}});
    } else if (-area_m2 >= rule.min_hole_m2) {
      holes.push_back(std::move(ring));
    }
  }
  for (auto& hole : holes) {
    geo::Polygon* owner = nullptr;
    double least_m2 = 0;
    for (auto& polygon : polygons) {
      const bool around = polygons.size() == 1 || geo::contains(polygon.outer, hole.front());
      const double area_m2 = geo::signed_area(polygon.outer);
      if (!around || (owner && area_m2 >= least_m2)) continue;
      owner = &polygon;
      least_m2 = area_m2;
    }
    if (owner) owner->holes.push_back(std::move(hole));
  }
  return polygons;
}

/// An island in a closed hole is part of the filled ground.
MultiPolygon without_buried(MultiPolygon polygons) {
  if (polygons.size() < 2) return polygons;
  const auto buried = [&](const geo::Polygon& inner) {
    return std::any_of(polygons.begin(), polygons.end(), [&](const geo::Polygon& outer) {
      return &outer != &inner && geo::contains(outer, inner.outer.front());
    });
  };
  MultiPolygon kept;
  for (const auto& polygon : polygons) {
    if (!buried(polygon)) kept.push_back(polygon);
  }
  return kept;
}

MultiPolygon simplified(const MultiPolygon& polygons, double tolerance_m) {
  MultiPolygon simple;
  for (const auto& polygon : polygons) {
    geo::Polygon out{thinned(polygon.outer, tolerance_m), {}};
    for (const auto& hole : polygon.holes)
      out.holes.push_back(thinned(hole, tolerance_m));
    simple.push_back(std::move(out));
  }
  return simple;
}

/// The contour is valid by its making; simplified it nearly always still is.
MultiPolygon always_valid(const MultiPolygon& exact, double tolerance_m) {
  MultiPolygon simple = simplified(exact, tolerance_m);
  if (!geo::invalid_reason(simple)) return simple;
  if (!geo::invalid_reason(exact)) return exact;
  return geo::make_valid(exact).value_or(MultiPolygon{});
}

}  // namespace

geo::MultiPolygon outline(const StreetGraph& graph, const Catchment& catchment,
                          const OutlineRule& rule) {
  if (catchment.parts.empty()) return {};
  DistanceGrid grid = grid_for(box_of(graph, catchment.parts), rule.width_m);
  for (const auto& part : catchment.parts)
    add_part(graph, part, grid);
  return always_valid(without_buried(polygons_of(contour(grid, rule.width_m), rule)),
                      simplify_cells * grid.cell_m());
}

std::vector<geo::MultiPolygon> outlines(const StreetGraph& graph,
                                        const std::vector<Catchment>& bands,
                                        const OutlineRule& rule) {
  std::vector<MultiPolygon> outlines;
  for (const auto& band : bands)
    outlines.push_back(outline(graph, band, rule));
  for (std::size_t i = outlines.size(); i-- > 1;) {
    auto nested = geo::intersection(outlines[i - 1], outlines[i]);
    if (nested) outlines[i - 1] = std::move(*nested);
  }
  return outlines;
}

}  // namespace nahraum::analysis
