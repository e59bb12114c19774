#include "io/osm_picture.hpp"

#include <algorithm>
#include <set>

#include "io/osm_tags.hpp"

namespace nahraum::io {
namespace {

/// Faces that reach this far beyond the extent are cut, so that one forest does not fill the
/// project.
constexpr double overhang_m = 300;

std::vector<geo::Line> pieces_inside(const WayPoints& points) {
  std::vector<geo::Line> pieces;
  bool open = false;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const auto &a = points[i], &b = points[i + 1];
    if (!a.known || !b.known || (!a.inside && !b.inside)) {
      open = false;
      continue;
    }
    if (!open) pieces.push_back({a.at});
    pieces.back().push_back(b.at);
    open = true;
  }
  return pieces;
}

bool is_yes(std::string_view value) {
  return !value.empty() && value != "no";
}

std::string name_of(const osmium::TagList& tags) {
  return std::string(all_tags(tags).get("name"));
}

std::optional<geo::Point> middle_of(const WayPoints& points) {
  geo::Line line;
  for (const auto& point : points) {
    if (point.known) line.push_back(point.at);
  }
  if (line.empty()) return std::nullopt;
  return geo::point_along(line, geo::length(line) / 2);
}

}  // namespace

void PictureCollector::add_element(model::PointKind kind, model::OsmId id,
                                   const osmium::TagList& tags, geo::Point at) {
  auto kept = street_tags(tags);
  for (const auto* key :
       {"backrest", "armrest", "seats", "bench", "shelter_type", "button_operated"}) {
    if (const auto value = value_of(tags, key); !value.empty()) kept.set(key, std::string(value));
  }
  project_.elements.push_back({kind, at, id, std::move(kept)});
}

void PictureCollector::add_node(std::int64_t id, const osmium::TagList& tags, geo::Point at) {
  if (!frame_.in_extent(at)) return;
  if (is_place(tags)) {
    project_.places.push_back({name_of(tags), std::string(value_of(tags, "place")), at});
  }
  if (const auto kind = point_kind(tags)) add_element(*kind, {'n', id}, tags, at);
}

void PictureCollector::add_line(std::int64_t id, const osmium::TagList& tags,
                                const WayPoints& points) {
  if (value_of(tags, "natural") == "coastline") coastline_.add(points);
  if (const auto kind = line_kind(tags)) {
    for (auto& line : pieces_inside(points)) {
      project_.lines.push_back({*kind,
                                {'w', id},
                                name_of(tags),
                                std::move(line),
                                is_yes(value_of(tags, "tunnel")),
                                is_yes(value_of(tags, "bridge"))});
    }
  }
  const auto kind = point_kind(tags);
  if (!kind || *kind == model::PointKind::barrier || *kind == model::PointKind::kerb) return;
  const auto middle = middle_of(points);
  if (middle && frame_.in_extent(*middle)) add_element(*kind, {'w', id}, tags, *middle);
}

void PictureCollector::add_road(std::int64_t id, const osmium::TagList& tags,
                                const WayPoints& points) {
  for (auto& line : pieces_inside(points)) {
    project_.roads.push_back({id, std::move(line), street_tags(tags)});
  }
}

void PictureCollector::add_face(model::OsmId id, const osmium::TagList& tags, const Face& face) {
  const auto kind = area_kind(tags);
  if (!kind) return;
  const geo::Box box = geo::bounds(face.polygons), limits = frame_.box().grown(overhang_m);
  if (!box.intersects(frame_.box())) return;
  geo::MultiPolygon outline = face.polygons;
  if (!limits.contains({box.min_x, box.min_y}) || !limits.contains({box.max_x, box.max_y})) {
    auto cut = geo::intersection(outline, {{geo::ring_of(limits), {}}});
    if (!cut || cut->empty()) return;
    outline = std::move(*cut);
  }
  project_.areas.push_back({*kind, id, name_of(tags), std::move(outline)});
}

void PictureCollector::drop(const std::vector<model::OsmId>& ids) {
  const std::set<model::OsmId> gone(ids.begin(), ids.end());
  std::erase_if(project_.areas, [&](const model::Area& area) { return gone.contains(area.osm); });
}

void PictureCollector::finish() {
  if (auto sea = coastline_.sea(frame_.box().grown(overhang_m)); !sea.empty()) {
    project_.areas.push_back({model::AreaKind::water, {}, "", std::move(sea)});
  }
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < project_.areas.size(); ++i) {
    order.emplace_back(-geo::area(project_.areas[i].outline), i);
  }
  std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
    return std::tie(a.first, project_.areas[a.second].osm) <
           std::tie(b.first, project_.areas[b.second].osm);
  });
  std::vector<model::Area> areas;
  areas.reserve(order.size());
  for (const auto& [size, index] : order)
    areas.push_back(std::move(project_.areas[index]));
  project_.areas = std::move(areas);
  const auto by_osm = [](const auto& a, const auto& b) { return a.osm < b.osm; };
  std::stable_sort(project_.lines.begin(), project_.lines.end(), by_osm);
  std::stable_sort(project_.elements.begin(), project_.elements.end(), by_osm);
  std::stable_sort(project_.roads.begin(), project_.roads.end(),
                   [](const auto& a, const auto& b) { return a.osm_way_id < b.osm_way_id; });
  std::stable_sort(project_.places.begin(), project_.places.end(),
                   [](const auto& a, const auto& b) {
                     return std::tie(a.name, a.at.x) < std::tie(b.name, b.at.x);
                   });
}

}  // namespace nahraum::io
