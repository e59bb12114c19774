#include "io/osm_frame.hpp"

#include <algorithm>
#include <cmath>

namespace nahraum::io {
namespace {

osmium::Box lon_lat_box(const geo::Box& box, const geo::Projection& projection) {
  osmium::Box around;
  constexpr int steps = 16;  // the edges of a metric box are curves in degrees
  for (int i = 0; i <= steps; ++i) {
    for (int j = 0; j <= steps; ++j) {
      const auto p = projection.inverse(
          {box.min_x + box.width() * i / steps, box.min_y + box.height() * j / steps});
      if (std::abs(p.lon) <= 180 && std::abs(p.lat) <= 90)
        around.extend(osmium::Location(p.lon, p.lat));
    }
  }
  return around;
}

bool cross(geo::Point a, geo::Point b, geo::Point c, geo::Point d) {
  const auto side = [](geo::Point p, geo::Point q, geo::Point r) {
    const double v = (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    return (v > 0) - (v < 0);
  };
  const int s1 = side(a, b, c), s2 = side(a, b, d), s3 = side(c, d, a), s4 = side(c, d, b);
  return s1 != s2 && s3 != s4;
}

/// Small rings only: every pair of edges that do not follow each other.
bool crosses_itself(const geo::Ring& ring) {
  const std::size_t edges = ring.size() - 1;
  for (std::size_t i = 0; i < edges; ++i) {
    for (std::size_t j = i + 2; j < edges; ++j) {
      if (i == 0 && j + 1 == edges) continue;
      if (cross(ring[i], ring[i + 1], ring[j], ring[j + 1])) return true;
    }
  }
  return false;
}

bool is_valid(const geo::MultiPolygon& polygons) {
  constexpr std::size_t few = 48;
  const bool simple =
      polygons.size() == 1 && polygons[0].holes.empty() && polygons[0].outer.size() <= few;
  return simple ? !crosses_itself(polygons[0].outer) : !geo::invalid_reason(polygons);
}

void drop_repeated_points(geo::Ring& ring) {
  ring.erase(std::unique(ring.begin(), ring.end()), ring.end());
}

void orient(geo::Ring& ring, bool counter_clockwise) {
  if ((geo::signed_area(ring) > 0) != counter_clockwise) std::reverse(ring.begin(), ring.end());
}

void orient(geo::MultiPolygon& polygons) {
  for (auto& polygon : polygons) {
    orient(polygon.outer, true);
    for (auto& hole : polygon.holes)
      orient(hole, false);
  }
}

geo::Point centroid(const geo::Ring& ring) {
  const geo::Point origin = ring.front();  // near zero, so that products keep their digits
  double twice_area = 0, x = 0, y = 0;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    const geo::Point a{ring[i].x - origin.x, ring[i].y - origin.y};
    const geo::Point b{ring[i + 1].x - origin.x, ring[i + 1].y - origin.y};
    const double part = a.x * b.y - b.x * a.y;
    twice_area += part;
    x += (a.x + b.x) * part;
    y += (a.y + b.y) * part;
  }
  if (twice_area == 0) return origin;
  return {origin.x + x / (3 * twice_area), origin.y + y / (3 * twice_area)};
}

}  // namespace

Frame::Frame(int epsg, geo::Projection projection, geo::MultiPolygon district,
             geo::MultiPolygon extent)
    : epsg_(epsg),
      projection_(std::move(projection)),
      district_(std::move(district)),
      extent_(std::move(extent)),
      district_region_(district_),
      extent_region_(extent_),
      lon_lat_(lon_lat_box(extent_region_.box().grown(50), projection_)) {}

bool Frame::near(const osmium::Box& box) const {
  return box.valid() && lon_lat_.valid() && box.bottom_left().x() <= lon_lat_.top_right().x() &&
         lon_lat_.bottom_left().x() <= box.top_right().x() &&
         box.bottom_left().y() <= lon_lat_.top_right().y() &&
         lon_lat_.bottom_left().y() <= box.top_right().y();
}

geo::Point Frame::project(osmium::Location at) const {
  return projection_.forward(geo::LonLat{at.lon_without_check(), at.lat_without_check()});
}

WayPoints Frame::locate(const osmium::Way& way, NodeTable& nodes, Report& report) const {
  WayPoints points;
  points.reserve(way.nodes().size());
  std::vector<geo::Point> coordinates;
  coordinates.reserve(way.nodes().size());
  osmium::Box box;
  std::uint32_t last = 0;
  for (const auto& node : way.nodes()) {
    const std::uint32_t index = nodes.find(node.ref(), last);
    points.push_back({node.ref(), {}, index != NodeTable::none, false});
    if (index == NodeTable::none) {
      report.count("loss", "missing_node", "w" + std::to_string(way.id()));
      continue;
    }
    nodes.mark_used(index);
    last = index;
    const auto at = nodes.at(index);
    box.extend(at);
    coordinates.push_back({at.lon_without_check(), at.lat_without_check()});
  }
  if (!near(box)) return {};
  projection_.forward(coordinates);
  auto next = coordinates.begin();
  for (auto& point : points) {
    if (!point.known) continue;
    point.at = *next++;
    point.inside = in_extent(point.at);
  }
  return points;
}

Face Frame::face_of(const osmium::Area& area) const {
  Face face;
  std::vector<std::vector<std::int64_t>> hole_nodes;
  const auto ring_of = [&](const auto& nodes, std::vector<std::vector<std::int64_t>>& ids) {
    geo::Ring ring;
    ids.emplace_back();
    for (const auto& node : nodes) {
      ring.push_back({node.location().lon_without_check(), node.location().lat_without_check()});
      ids.back().push_back(node.ref());
    }
    projection_.forward(ring);
    return ring;
  };
  for (const auto& outer : area.outer_rings()) {
    face.polygons.push_back({ring_of(outer, face.ring_nodes), {}});
    for (const auto& inner : area.inner_rings(outer)) {
      face.polygons.back().holes.push_back(ring_of(inner, hole_nodes));
    }
  }
  face.ring_nodes.insert(face.ring_nodes.end(), hole_nodes.begin(), hole_nodes.end());
  return face;
}

Face Frame::face_of(const WayPoints& ring) {
  Face face;
  face.polygons.emplace_back();
  face.ring_nodes.emplace_back();
  for (const auto& point : ring) {
    if (!point.known) continue;
    face.polygons.back().outer.push_back(point.at);
    face.ring_nodes.back().push_back(point.id);
  }
  return face;
}

bool tidy(Face& face, model::OsmId id, Report& report) {
  for (auto& polygon : face.polygons)
    drop_repeated_points(polygon.outer);
  const bool degenerate =
      std::any_of(face.polygons.begin(), face.polygons.end(), [](const auto& polygon) {
        return polygon.outer.size() < 4 || geo::signed_area(polygon.outer) == 0;
      });
  if (!degenerate && is_valid(face.polygons)) {
    orient(face.polygons);
    return true;
  }
  auto repaired = geo::make_valid(face.polygons);
  const bool usable = repaired && geo::area(*repaired) > 0;
  report.count(usable ? "info" : "loss", usable ? "repaired_outline" : "broken_outline",
               model::to_text(id));
  if (!usable) return false;
  face.polygons = std::move(*repaired);
  orient(face.polygons);
  return true;
}

geo::Point point_inside(const geo::MultiPolygon& polygons) {
  const auto largest =
      std::max_element(polygons.begin(), polygons.end(),
                       [](const auto& a, const auto& b) { return geo::area(a) < geo::area(b); });
  const geo::Point centre = centroid(largest->outer);
  if (geo::contains(*largest, centre)) return centre;
  const auto inside = geo::point_on_surface({*largest});
  return inside ? *inside : largest->outer.front();
}

}  // namespace nahraum::io
