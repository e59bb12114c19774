#include "geo/overlay.hpp"

#include <algorithm>
#include <cmath>
#include <cstdarg>
#include <cstdio>
#include <memory>

#include <geos_c.h>

namespace nahraum::geo {
namespace {

void keep_message(const char* message, void* into) {
  *static_cast<std::string*>(into) = message;
}

/// One GEOS context with its last error. Geometry handles must not outlive it.
class Geos {
 public:
  Geos() : handle_(GEOS_init_r()) {
    GEOSContext_setErrorMessageHandler_r(handle_, keep_message, &message_);
  }
  ~Geos() { GEOS_finish_r(handle_); }
  Geos(const Geos&) = delete;
  Geos& operator=(const Geos&) = delete;
  GEOSContextHandle_t get() const { return handle_; }
  void refuse(std::string message) { message_ = std::move(message); }
  base::Error error() const {
    return {base::ErrorCode::bad_input, message_.empty() ? "geometry failed" : message_, {}, {}};
  }

 private:
  GEOSContextHandle_t handle_;
  std::string message_;
};

struct GeometryDeleter {
  GEOSContextHandle_t geos;
  void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(geos, geometry); }
};
using Geometry = std::unique_ptr<GEOSGeometry, GeometryDeleter>;

Geometry own(const Geos& geos, GEOSGeometry* geometry) {
  return Geometry(geometry, GeometryDeleter{geos.get()});
}

bool all_finite(const Line& line) {
  return std::all_of(line.begin(), line.end(),
                     [](Point p) { return std::isfinite(p.x) && std::isfinite(p.y); });
}

bool all_finite(const Polygon& polygon) {
  return all_finite(polygon.outer) &&
         std::all_of(polygon.holes.begin(), polygon.holes.end(),
                     [](const Ring& hole) { return all_finite(hole); });
}

GEOSCoordSequence* sequence_of(const Geos& geos, const Line& line) {
  return GEOSCoordSeq_copyFromBuffer_r(geos.get(), &line[0].x, static_cast<unsigned>(line.size()),
                                       0, 0);
}

GEOSGeometry* ring_from(const Geos& geos, const Ring& ring) {
  if (ring.size() < 4 || !(ring.front() == ring.back())) return nullptr;
  return GEOSGeom_createLinearRing_r(geos.get(), sequence_of(geos, ring));
}

GEOSGeometry* polygon_from(const Geos& geos, const Polygon& polygon) {
  GEOSGeometry* shell = ring_from(geos, polygon.outer);
  if (!shell) return nullptr;
  std::vector<GEOSGeometry*> holes;
  for (const auto& hole : polygon.holes) {
    if (GEOSGeometry* ring = ring_from(geos, hole)) holes.push_back(ring);
  }
  return GEOSGeom_createPolygon_r(geos.get(), shell, holes.data(),
                                  static_cast<unsigned>(holes.size()));
}

Geometry collect(const Geos& geos, int type, std::vector<GEOSGeometry*> parts) {
  return own(geos, GEOSGeom_createCollection_r(geos.get(), type, parts.data(),
                                               static_cast<unsigned>(parts.size())));
}

constexpr const char* not_finite = "a coordinate is not a finite number";

/// Degenerate rings (fewer than four points, not closed) are left out; null for what is refused.
Geometry geometry_from(Geos& geos, const MultiPolygon& polygons) {
  std::vector<GEOSGeometry*> parts;
  if (!std::all_of(polygons.begin(), polygons.end(),
                   [](const Polygon& polygon) { return all_finite(polygon); })) {
    geos.refuse(not_finite);
    return own(geos, nullptr);
  }
  for (const auto& polygon : polygons) {
    if (GEOSGeometry* part = polygon_from(geos, polygon)) parts.push_back(part);
  }
  return collect(geos, GEOS_MULTIPOLYGON, std::move(parts));
}

Geometry geometry_from(Geos& geos, const std::vector<Line>& lines) {
  std::vector<GEOSGeometry*> parts;
  if (!std::all_of(lines.begin(), lines.end(), [](const Line& line) { return all_finite(line); })) {
    geos.refuse(not_finite);
    return own(geos, nullptr);
  }
  for (const auto& line : lines) {
    if (line.size() < 2) continue;
    parts.push_back(GEOSGeom_createLineString_r(geos.get(), sequence_of(geos, line)));
  }
  return collect(geos, GEOS_MULTILINESTRING, std::move(parts));
}

Ring ring_of(const Geos& geos, const GEOSGeometry* ring, bool counter_clockwise) {
  const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(geos.get(), ring);
  unsigned size = 0;
  GEOSCoordSeq_getSize_r(geos.get(), sequence, &size);
  Ring points(size);
  if (size > 0) GEOSCoordSeq_copyToBuffer_r(geos.get(), sequence, &points[0].x, 0, 0);
  if ((signed_area(points) > 0) != counter_clockwise) std::reverse(points.begin(), points.end());
  return points;
}

void append_polygons(const Geos& geos, const GEOSGeometry* geometry, MultiPolygon& out) {
  const int type = GEOSGeomTypeId_r(geos.get(), geometry);
  if (type == GEOS_POLYGON) {
    if (GEOSisEmpty_r(geos.get(), geometry) != 0) return;
    Polygon polygon;
    polygon.outer = ring_of(geos, GEOSGetExteriorRing_r(geos.get(), geometry), true);
    const int holes = GEOSGetNumInteriorRings_r(geos.get(), geometry);
    for (int i = 0; i < holes; ++i) {
      polygon.holes.push_back(
          ring_of(geos, GEOSGetInteriorRingN_r(geos.get(), geometry, i), false));
    }
    out.push_back(std::move(polygon));
  } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
    const int parts = GEOSGetNumGeometries_r(geos.get(), geometry);
    for (int i = 0; i < parts; ++i) {
      append_polygons(geos, GEOSGetGeometryN_r(geos.get(), geometry, i), out);
    }
  }
}

base::Result<MultiPolygon> polygons_of(const Geos& geos, const Geometry& geometry) {
  if (!geometry) return tl::unexpected(geos.error());
  MultiPolygon out;
  append_polygons(geos, geometry.get(), out);
  return out;
}

}  // namespace

base::Result<MultiPolygon> make_valid(const MultiPolygon& polygons) {
  Geos geos;
  const Geometry input = geometry_from(geos, polygons);
  if (!input) return tl::unexpected(geos.error());
  if (GEOSisValid_r(geos.get(), input.get()) == 1) return polygons_of(geos, input);
  std::unique_ptr<GEOSMakeValidParams, void (*)(GEOSMakeValidParams*)> params(
      GEOSMakeValidParams_create_r(geos.get()),
      [](GEOSMakeValidParams* p) { GEOSMakeValidParams_destroy(p); });
  GEOSMakeValidParams_setMethod_r(geos.get(), params.get(), GEOS_MAKE_VALID_STRUCTURE);
  return polygons_of(geos,
                     own(geos, GEOSMakeValidWithParams_r(geos.get(), input.get(), params.get())));
}

std::optional<std::string> invalid_reason(const MultiPolygon& polygons) {
  Geos geos;
  const Geometry input = geometry_from(geos, polygons);
  if (!input) return geos.error().what;
  if (GEOSisValid_r(geos.get(), input.get()) == 1) return std::nullopt;
  char* reason = GEOSisValidReason_r(geos.get(), input.get());
  std::string text = reason ? reason : "not valid";
  GEOSFree_r(geos.get(), reason);
  return text;
}

base::Result<MultiPolygon> buffer(const MultiPolygon& polygons, double distance, int segments) {
  Geos geos;
  const Geometry input = geometry_from(geos, polygons);
  if (!input) return tl::unexpected(geos.error());
  return polygons_of(geos, own(geos, GEOSBuffer_r(geos.get(), input.get(), distance, segments)));
}

base::Result<MultiPolygon> buffer(const std::vector<Line>& lines, double distance, int segments) {
  Geos geos;
  const Geometry input = geometry_from(geos, lines);
  if (!input) return tl::unexpected(geos.error());
  return polygons_of(geos, own(geos, GEOSBuffer_r(geos.get(), input.get(), distance, segments)));
}

base::Result<MultiPolygon> unite(const MultiPolygon& polygons) {
  Geos geos;
  const Geometry input = geometry_from(geos, polygons);
  if (!input) return tl::unexpected(geos.error());
  return polygons_of(geos, own(geos, GEOSUnaryUnion_r(geos.get(), input.get())));
}

base::Result<MultiPolygon> intersection(const MultiPolygon& a, const MultiPolygon& b) {
  Geos geos;
  const Geometry left = geometry_from(geos, a);
  const Geometry right = geometry_from(geos, b);
  if (!left || !right) return tl::unexpected(geos.error());
  return polygons_of(geos, own(geos, GEOSIntersection_r(geos.get(), left.get(), right.get())));
}

base::Result<MultiPolygon> difference(const MultiPolygon& a, const MultiPolygon& b) {
  Geos geos;
  const Geometry left = geometry_from(geos, a);
  const Geometry right = geometry_from(geos, b);
  if (!left || !right) return tl::unexpected(geos.error());
  return polygons_of(geos, own(geos, GEOSDifference_r(geos.get(), left.get(), right.get())));
}

base::Result<MultiPolygon> coverage_union(const MultiPolygon& cells) {
  Geos geos;
  const Geometry input = geometry_from(geos, cells);
  if (!input) return tl::unexpected(geos.error());
  return polygons_of(geos, own(geos, GEOSCoverageUnion_r(geos.get(), input.get())));
}

base::Result<MultiPolygon> polygonize(const std::vector<Line>& lines) {
  Geos geos;
  const Geometry input = geometry_from(geos, lines);
  if (!input) return tl::unexpected(geos.error());
  const Geometry noded = own(geos, GEOSUnaryUnion_r(geos.get(), input.get()));
  if (!noded) return tl::unexpected(geos.error());
  const GEOSGeometry* net = noded.get();
  return polygons_of(geos, own(geos, GEOSPolygonize_r(geos.get(), &net, 1)));
}

base::Result<Point> point_on_surface(const MultiPolygon& polygons) {
  Geos geos;
  const Geometry input = geometry_from(geos, polygons);
  if (!input) return tl::unexpected(geos.error());
  const Geometry point = own(geos, GEOSPointOnSurface_r(geos.get(), input.get()));
  Point at;
  if (!point || GEOSGeomGetX_r(geos.get(), point.get(), &at.x) != 1 ||
      GEOSGeomGetY_r(geos.get(), point.get(), &at.y) != 1) {
    return tl::unexpected(geos.error());
  }
  return at;
}

base::Result<std::vector<Point>> triangulate(const MultiPolygon& polygons) {
  Geos geos;
  const Geometry input = geometry_from(geos, polygons);
  if (!input) return tl::unexpected(geos.error());
  const Geometry triangles =
      own(geos, GEOSConstrainedDelaunayTriangulation_r(geos.get(), input.get()));
  auto parts = polygons_of(geos, triangles);
  if (!parts) return tl::unexpected(parts.error());
  std::vector<Point> corners;
  corners.reserve(parts->size() * 3);
  for (const auto& triangle : *parts) {
    corners.insert(corners.end(), triangle.outer.begin(), triangle.outer.begin() + 3);
  }
  return corners;
}

}  // namespace nahraum::geo
