#pragma once
/// Coordinate reference systems (PROJ, never over the network). One `Projection` per thread.

#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "geo/values.hpp"

namespace nahraum::geo {

/// The project's CRS for a place: ETRS89 / UTM 32N or 33N (EPSG:25832, 25833) in Germany by the
/// meridian 12° E, else the WGS 84 UTM zone (EPSG:326zz north, 327zz south).
int choose_epsg(LonLat place);

/// Longitude/latitude (degrees) ↔ a projected CRS (metres). Not thread-safe, movable.
class Projection {
 public:
  /// Errors: unsupported, when `epsg` is unknown, not projected, or not in metres.
  static base::Result<Projection> to_epsg(int epsg);
  /// Any CRS definition text (WKT, PROJJSON, "EPSG:4647") → `target_epsg`; x is the easting or
  /// longitude always. Errors: unsupported.
  static base::Result<Projection> between(const std::string& source_definition, int target_epsg);

  ~Projection();
  Projection(const Projection&) = delete;
  Projection& operator=(const Projection&) = delete;
  Projection(Projection&&) noexcept;
  Projection& operator=(Projection&&) noexcept;

  /// Forward: source → target. Non-finite where the point cannot be projected.
  Point forward(Point source) const;
  Point forward(LonLat source) const { return forward(Point{source.lon, source.lat}); }
  LonLat inverse(Point target) const;
  /// In place, one call for many points.
  void forward(std::vector<Point>& points) const;

 private:
  struct Handle;
  explicit Projection(std::unique_ptr<Handle> handle);
  std::unique_ptr<Handle> handle_;
};

/// "ETRS89 / UTM zone 32N (EPSG:25832)"
std::string crs_name(int epsg);

/// How many metres of the grid one metre of ground is at a place of the projection: UTM 0.9996 to
/// 1.001, Web Mercator 1.6 in Germany. NaN where the place cannot be projected.
double grid_per_ground(const Projection& projection, LonLat place);

/// Ellipsoidal (GRS 80) distance, metres. The oracle for scale bars and rulers.
double geodesic_distance(LonLat a, LonLat b);

}  // namespace nahraum::geo
