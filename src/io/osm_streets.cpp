#include "io/osm_streets.hpp"

#include <algorithm>
#include <numeric>

#include "io/osm_tags.hpp"

namespace nahraum::io {
namespace {

/// Cutting programs drop what lies beyond the edge without a trace: a loose end this near to it is
/// taken for a cut.
constexpr double edge_zone_m = 25;

double distance_to_boundary(const geo::MultiPolygon& polygons, geo::Point p) {
  double nearest = std::numeric_limits<double>::infinity();
  for (const auto& polygon : polygons) {
    nearest = std::min(nearest, geo::nearest_on_line(polygon.outer, p).distance);
  }
  return nearest;
}

}  // namespace

void StreetCollector::add_node_tags(std::int64_t id, const osmium::TagList& tags) {
  auto kept = street_node_tags(tags);
  if (!kept.empty()) node_tags_[id] = std::move(kept);
}

std::uint32_t StreetCollector::node(std::int64_t id, geo::Point at) {
  const auto [entry, is_new] =
      index_.try_emplace(id, static_cast<std::uint32_t>(streets_.nodes.size()));
  if (is_new) streets_.nodes.push_back({id, at, {}, false});
  return entry->second;
}

void StreetCollector::add_way(std::int64_t id, const osmium::TagList& tags,
                              const WayPoints& points) {
  std::vector<std::uint32_t> run;
  const auto close_run = [&] {
    if (run.size() >= 2) streets_.ways.push_back({id, run, street_tags(tags)});
    run.clear();
  };
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const auto &a = points[i], &b = points[i + 1];
    if (a.known != b.known) {  // the way goes on where the file does not
      const auto& end = a.known ? a : b;
      if (end.inside) streets_.nodes[node(end.id, end.at)].frontier = true;
    }
    if (!a.known || !b.known || (!a.inside && !b.inside)) {
      close_run();
      continue;
    }
    if (run.empty()) run.push_back(node(a.id, a.at));
    run.push_back(node(b.id, b.at));
  }
  close_run();
}

void StreetCollector::add_area(model::OsmId id, const osmium::TagList& tags,
                               const WayPoints& ring) {
  model::WalkableArea area{id, {{}}, street_tags(tags)};
  for (const auto& point : ring)
    area.rings[0].push_back(node(point.id, point.at));
  streets_.areas.push_back(std::move(area));
}

void StreetCollector::add_area(model::OsmId id, const osmium::TagList& tags, const Face& face) {
  std::size_t next_hole = face.polygons.size();
  for (std::size_t i = 0; i < face.polygons.size(); ++i) {
    model::WalkableArea area{id, {}, street_tags(tags)};
    const auto add_ring = [&](const geo::Ring& ring, const std::vector<std::int64_t>& ids) {
      area.rings.emplace_back();
      for (std::size_t k = 0; k < ids.size(); ++k)
        area.rings.back().push_back(node(ids[k], ring[k]));
    };
    add_ring(face.polygons[i].outer, face.ring_nodes[i]);
    for (const auto& hole : face.polygons[i].holes)
      add_ring(hole, face.ring_nodes[next_hole++]);
    streets_.areas.push_back(std::move(area));
  }
}

void StreetCollector::mark_frontiers(const geo::MultiPolygon& data_box) {
  std::vector<std::uint32_t> uses(streets_.nodes.size());
  for (const auto& way : streets_.ways) {
    for (std::size_t i = 0; i < way.nodes.size(); ++i) {
      uses[way.nodes[i]] += i == 0 || i + 1 == way.nodes.size() ? 1 : 2;
    }
  }
  for (const auto& area : streets_.areas) {
    for (const auto& ring : area.rings) {
      for (const auto index : ring)
        uses[index] += 2;
    }
  }
  for (std::size_t i = 0; i < streets_.nodes.size(); ++i) {
    auto& node = streets_.nodes[i];
    const bool loose = uses[i] == 1;
    if (!frame_.in_extent(node.at) ||
        (loose && distance_to_boundary(data_box, node.at) < edge_zone_m)) {
      node.frontier = true;
    }
  }
}

void StreetCollector::sort_by_id() {
  std::stable_sort(streets_.ways.begin(), streets_.ways.end(),
                   [](const auto& a, const auto& b) { return a.osm_way_id < b.osm_way_id; });
  std::stable_sort(streets_.areas.begin(), streets_.areas.end(),
                   [](const auto& a, const auto& b) { return a.osm < b.osm; });
  std::vector<std::uint32_t> order(streets_.nodes.size()), rank(streets_.nodes.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return streets_.nodes[a].osm_id < streets_.nodes[b].osm_id;
  });
  std::vector<model::StreetNode> nodes;
  nodes.reserve(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    rank[order[i]] = i;
    nodes.push_back(std::move(streets_.nodes[order[i]]));
  }
  streets_.nodes = std::move(nodes);
  const auto renumber = [&](std::vector<std::uint32_t>& list) {
    for (auto& index : list)
      index = rank[index];
  };
  for (auto& way : streets_.ways)
    renumber(way.nodes);
  for (auto& area : streets_.areas) {
    for (auto& ring : area.rings)
      renumber(ring);
  }
}

model::Streets StreetCollector::finish(const geo::MultiPolygon& data_box) {
  mark_frontiers(data_box);
  for (auto& node : streets_.nodes) {
    const auto tags = node_tags_.find(node.osm_id);
    if (tags != node_tags_.end()) node.tags = tags->second;
  }
  sort_by_id();
  index_.clear();
  return std::move(streets_);
}

}  // namespace nahraum::io
