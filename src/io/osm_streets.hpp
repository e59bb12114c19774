#pragma once
/// Ways that may be walked, with the nodes they share, cut at the data's edge.

#include <unordered_map>
#include <vector>

#include <osmium/osm/tag.hpp>

#include "io/osm_frame.hpp"
#include "model/project.hpp"

namespace nahraum::io {

class StreetCollector {
 public:
  explicit StreetCollector(const Frame& frame) : frame_(frame) {}

  /// Tags that matter where a street passes; kept only for nodes that become street nodes.
  void add_node_tags(std::int64_t id, const osmium::TagList& tags);
  void add_way(std::int64_t id, const osmium::TagList& tags, const WayPoints& points);
  void add_area(model::OsmId id, const osmium::TagList& tags, const WayPoints& ring);
  void add_area(model::OsmId id, const osmium::TagList& tags, const Face& face);
  /// In the order of OSM ids. Nodes outside the extent, ends at missing nodes, and loose ends at
  /// the edge of the data (`data_box`) become frontier.
  model::Streets finish(const geo::MultiPolygon& data_box);

 private:
  std::uint32_t node(std::int64_t id, geo::Point at);
  void mark_frontiers(const geo::MultiPolygon& data_box);
  void sort_by_id();

  const Frame& frame_;
  model::Streets streets_;
  std::unordered_map<std::int64_t, std::uint32_t> index_;
  std::unordered_map<std::int64_t, model::Tags> node_tags_;
};

}  // namespace nahraum::io
