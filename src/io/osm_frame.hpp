#pragma once
/// Where the project lies: its CRS, its district, and how far data are kept.

#include <cstdint>
#include <vector>

#include <osmium/osm/area.hpp>
#include <osmium/osm/box.hpp>
#include <osmium/osm/way.hpp>

#include "geo/crs.hpp"
#include "geo/overlay.hpp"
#include "io/osm_scan.hpp"
#include "io/region.hpp"

namespace nahraum::io {

/// One point of a way: `known` is false where the file misses the node.
struct WayPoint {
  std::int64_t id = 0;
  geo::Point at;
  bool known = false;
  bool inside = false;  ///< within the extent
};
using WayPoints = std::vector<WayPoint>;

/// A face and the nodes of its rings, outer rings first as in `polygons`.
struct Face {
  geo::MultiPolygon polygons;
  std::vector<std::vector<std::int64_t>> ring_nodes;
};

class Frame {
 public:
  Frame(int epsg, geo::Projection projection, geo::MultiPolygon district, geo::MultiPolygon extent);

  int epsg() const { return epsg_; }
  const geo::MultiPolygon& district() const { return district_; }
  const geo::MultiPolygon& extent() const { return extent_; }
  bool in_district(geo::Point p) const { return district_region_.contains(p); }
  bool in_extent(geo::Point p) const { return extent_region_.contains(p); }
  const geo::Box& box() const { return extent_region_.box(); }
  /// Cheap test before anything is projected: may it lie in the extent?
  bool near(osmium::Location at) const { return at.valid() && lon_lat_.contains(at); }
  bool near(const osmium::Box& box) const;

  geo::Point project(osmium::Location at) const;
  /// Empty when the way cannot touch the extent. Marks its nodes as used and counts missing ones.
  WayPoints locate(const osmium::Way& way, NodeTable& nodes, Report& report) const;
  /// The assembled face of a relation, or of a closed way; nothing is repaired here.
  Face face_of(const osmium::Area& area) const;
  static Face face_of(const WayPoints& ring);

 private:
  int epsg_;
  geo::Projection projection_;
  geo::MultiPolygon district_, extent_;
  Region district_region_, extent_region_;
  osmium::Box lon_lat_;
};

/// Counter-clockwise outside, clockwise holes; broken faces are repaired and counted, hopeless ones
/// dropped and counted. False when nothing is left.
bool tidy(Face& face, model::OsmId id, Report& report);

/// Inside, for sure; the centroid where it does.
geo::Point point_inside(const geo::MultiPolygon& polygons);

}  // namespace nahraum::io
