#include "io/ogr_shapes.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

namespace nahraum::io {
namespace {

struct GeometryCloser {
  void operator()(OGRGeometryH geometry) const { OGR_G_DestroyGeometry(geometry); }
};

geo::Ring ring_of(OGRGeometryH geometry) {
  geo::Ring ring;
  const int count = OGR_G_GetPointCount(geometry);
  ring.reserve(static_cast<std::size_t>(std::max(0, count)));
  for (int i = 0; i < count; ++i)
    ring.push_back({OGR_G_GetX(geometry, i), OGR_G_GetY(geometry, i)});
  if (!ring.empty() && !(ring.front() == ring.back())) ring.push_back(ring.front());
  return ring;
}

/// Polygons of any geometry, curves made straight; empty where there are none.
geo::MultiPolygon polygons_of(OGRGeometryH geometry) {
  geo::MultiPolygon polygons;
  if (!geometry) return polygons;
  const std::unique_ptr<void, GeometryCloser> multi(
      OGR_G_ForceToMultiPolygon(OGR_G_GetLinearGeometry(geometry, 0, nullptr)));
  if (!multi || wkbFlatten(OGR_G_GetGeometryType(multi.get())) != wkbMultiPolygon) return polygons;
  for (int i = 0; i < OGR_G_GetGeometryCount(multi.get()); ++i) {
    OGRGeometryH part = OGR_G_GetGeometryRef(multi.get(), i);
    geo::Polygon polygon;
    for (int ring = 0; ring < OGR_G_GetGeometryCount(part); ++ring) {
      auto points = ring_of(OGR_G_GetGeometryRef(part, ring));
      if (ring == 0)
        polygon.outer = std::move(points);
      else if (points.size() >= 4)
        polygon.holes.push_back(std::move(points));
    }
    if (polygon.outer.size() >= 4) polygons.push_back(std::move(polygon));
  }
  return polygons;
}

/// The point, or the first of several.
std::optional<geo::Point> point_of(OGRGeometryH geometry) {
  if (!geometry || OGR_G_IsEmpty(geometry)) return std::nullopt;
  const auto type = wkbFlatten(OGR_G_GetGeometryType(geometry));
  if (type == wkbMultiPoint) return point_of(OGR_G_GetGeometryRef(geometry, 0));
  if (type != wkbPoint) return std::nullopt;
  const geo::Point at{OGR_G_GetX(geometry, 0), OGR_G_GetY(geometry, 0)};
  return std::isfinite(at.x) && std::isfinite(at.y) ? std::optional(at) : std::nullopt;
}

}  // namespace

bool all_finite(const geo::MultiPolygon& polygons) {
  const auto finite = [](const geo::Ring& ring) {
    return std::all_of(ring.begin(), ring.end(),
                       [](geo::Point p) { return std::isfinite(p.x) && std::isfinite(p.y); });
  };
  return std::all_of(polygons.begin(), polygons.end(), [&](const geo::Polygon& polygon) {
    return finite(polygon.outer) && std::all_of(polygon.holes.begin(), polygon.holes.end(), finite);
  });
}

std::optional<VectorFeature> shape_of(OGRFeatureH feature, Wanted wanted) {
  OGRGeometryH geometry = OGR_F_GetGeometryRef(feature);
  VectorFeature shape;
  if (const auto at = wanted == Wanted::places ? point_of(geometry) : std::nullopt) {
    shape.at = *at;
    return shape;
  }
  shape.outline = polygons_of(geometry);
  if (shape.outline.empty() || !all_finite(shape.outline)) return std::nullopt;
  return shape;
}

}  // namespace nahraum::io
