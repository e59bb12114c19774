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

/// An outer ring with what is asked of it again and again.
struct Shell {
  geo::Polygon polygon;
  geo::Box box;
  double area_m2 = 0;

  bool surrounds(Point p) const { return box.contains(p) && geo::contains(polygon.outer, p); }
};

/// The smallest shell around the point, but not `except`; nullptr: none.
Shell* innermost(std::vector<Shell>& shells, Point p, const Shell* except = nullptr) {
  Shell* owner = nullptr;
  for (auto& shell : shells) {
    if (&shell == except || (owner && shell.area_m2 >= owner->area_m2)) continue;
    if (shell.surrounds(p)) owner = &shell;
  }
  return owner;
}

/// An island in a closed hole is part of the filled ground; one in an open hole stays.
MultiPolygon without_buried(std::vector<Shell>& shells) {
  MultiPolygon kept;
  for (const auto& shell : shells) {
    const Point p = shell.polygon.outer.front();
    const Shell* around = innermost(shells, p, &shell);
    const auto in_hole = [p](const geo::Ring& hole) { return geo::contains(hole, p); };
    if (!around ||
        std::any_of(around->polygon.holes.begin(), around->polygon.holes.end(), in_hole)) {
      kept.push_back(shell.polygon);
    }
  }
  return kept;
}

MultiPolygon polygons_of(std::vector<geo::Ring> rings, const OutlineRule& rule) {
  std::vector<Shell> shells;
  std::vector<geo::Ring> holes;
  for (auto& ring : rings) {
    const double area_m2 = geo::signed_area(ring);
    if (area_m2 > 0) {
      const geo::Box box = geo::bounds(ring);
      shells.push_back({{std::move(ring), {}}, box, area_m2});
    } else if (-area_m2 >= rule.min_hole_m2) {
      holes.push_back(std::move(ring));
    }
  }
  for (auto& hole : holes) {
    Shell* owner = shells.size() == 1 ? shells.data() : innermost(shells, hole.front());
    if (owner) owner->polygon.holes.push_back(std::move(hole));
  }
  return without_buried(shells);
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
  return always_valid(polygons_of(contour(grid, rule.width_m), rule),
                      simplify_cells * grid.cell_m());
}

std::vector<geo::MultiPolygon> outlines(const StreetGraph& graph,
                                        const std::vector<Catchment>& bands,
                                        const OutlineRule& rule) {
  std::vector<MultiPolygon> outlines;
  outlines.reserve(bands.size());
  for (const auto& band : bands)
    outlines.push_back(outline(graph, band, rule));
  for (std::size_t i = outlines.size(); i-- > 1;) {
    auto nested = geo::intersection(outlines[i - 1], outlines[i]);
    if (nested) outlines[i - 1] = std::move(*nested);
  }
  return outlines;
}

}  // namespace nahraum::analysis
