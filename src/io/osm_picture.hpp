#pragma once
/// What the map shows besides streets and buildings, and what stops or rests people.

#include <vector>

#include <osmium/osm/tag.hpp>

#include "io/osm_coastline.hpp"
#include "io/osm_frame.hpp"
#include "model/project.hpp"

namespace nahraum::io {

class PictureCollector {
 public:
  PictureCollector(const Frame& frame, model::Project& project)
      : frame_(frame), project_(project) {}

  void add_node(std::int64_t id, const osmium::TagList& tags, geo::Point at);
  /// Lines are cut at the extent: pieces with at least one end of each segment inside.
  void add_line(std::int64_t id, const osmium::TagList& tags, const WayPoints& points);
  void add_road(std::int64_t id, const osmium::TagList& tags, const WayPoints& points);
  void add_face(model::OsmId id, const osmium::TagList& tags, const Face& face);
  void drop(const std::vector<model::OsmId>& ids);
  /// Areas by size, largest first (they are painted in this order); the rest by OSM ids.
  void finish();

 private:
  void add_element(model::PointKind kind, model::OsmId id, const osmium::TagList& tags,
                   geo::Point at);

  const Frame& frame_;
  model::Project& project_;
  Coastline coastline_;
};

}  // namespace nahraum::io
