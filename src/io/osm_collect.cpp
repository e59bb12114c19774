#include "io/osm_collect.hpp"

#include <algorithm>

#include <osmium/osm/node.hpp>

#include "base/translate.hpp"
#include "io/osm_areas.hpp"
#include "io/osm_buildings.hpp"
#include "io/osm_picture.hpp"
#include "io/osm_services.hpp"
#include "io/osm_streets.hpp"
#include "io/osm_tags.hpp"

namespace nahraum::io {
namespace {

using base::tr;

/// Everything the second read fills.
struct Collectors {
  const Frame& frame;
  OsmScan& scan;
  Report& report;
  model::Project& project;
  StreetCollector streets;
  BuildingCollector buildings;
  ServiceCollector services;
  PictureCollector picture;
  MemberWays member_ways;
  std::size_t loose_ways = 0;  ///< without tags and in no relation

  Collectors(const Frame& f, OsmScan& s, Report& r, model::Project& p,
             const model::Catalogue& catalogue)
      : frame(f),
        scan(s),
        report(r),
        project(p),
        streets(f),
        buildings(f, catalogue.people),
        services(f, catalogue),
        picture(f, p) {}

  void add(const osmium::Node& node);
  void add(const osmium::Way& way);
  void add_face(model::OsmId id, const osmium::TagList& tags, Face face);
  void add_relations(jobs::Context& context);
  void drop(const std::vector<model::OsmId>& ids);
};

/// The last of doubled objects holds.
bool comes_again(std::unordered_map<std::int64_t, int>& doubled, std::int64_t id) {
  if (doubled.empty()) return false;
  const auto more = doubled.find(id);
  return more != doubled.end() && more->second-- > 0;
}

void Collectors::add(const osmium::Node& node) {
  if (comes_again(scan.doubled_nodes, node.id())) return;
  if (node.tags().empty() || !node.visible() || !frame.near(node.location())) return;
  const geo::Point at = frame.project(node.location());
  streets.add_node_tags(node.id(), node.tags());
  buildings.add_node(node.id(), node.tags(), at);
  picture.add_node(node.id(), node.tags(), at);
  if (services.may_match(node.tags())) services.add_point({'n', node.id()}, node.tags(), at);
}

void Collectors::add_face(model::OsmId id, const osmium::TagList& tags, Face face) {
  const bool building = is_building(tags);
  const bool service = services.may_match(tags);
  if (!building && !service && !area_kind(tags)) return;
  if (!tidy(face, id, report)) return;
  picture.add_face(id, tags, face);
  if (service) services.add_face(id, tags, face);
  if (building && frame.in_extent(point_inside(face.polygons))) {
    buildings.add_building(id, tags, std::move(face));
  }
}

void Collectors::add(const osmium::Way& way) {
  if (comes_again(scan.doubled_ways, way.id()) || !way.visible()) return;
  if (scan.relation_ways.contains(way.id())) member_ways.add(way, scan.nodes);
  if (way.tags().empty() && !scan.all_relation_ways.contains(way.id())) ++loose_ways;
  const WayPoints points = frame.locate(way, scan.nodes, report);
  const auto& tags = way.tags();
  if (points.size() < 2 || tags.empty() || is_gone(tags)) return;
  const model::OsmId id{'w', way.id()};
  const bool whole =
      std::all_of(points.begin(), points.end(), [](const auto& p) { return p.known; });
  const bool closed = points.size() > 3 && way.nodes().front().ref() == way.nodes().back().ref();
  const bool face = closed && whole && means_area(tags);
  if (closed && !whole && means_area(tags))
    report.count("loss", "incomplete_outline", model::to_text(id));
  const bool inside =
      std::any_of(points.begin(), points.end(), [](const auto& p) { return p.inside; });
  if (face && is_walkable_area(tags)) {
    if (inside) streets.add_area(id, tags, points);
  } else if (const StreetUse use = street_use(tags); use == StreetUse::walk) {
    streets.add_way(way.id(), tags, points);
  } else if (use == StreetUse::road) {
    picture.add_road(way.id(), tags, points);
  }
  picture.add_line(way.id(), tags, points);
  if (face) return add_face(id, tags, Frame::face_of(points));
  if (inside && !closed && services.may_match(tags)) {
    const auto& middle = points[points.size() / 2];
    if (middle.known) services.add_point(id, tags, middle.at);
  }
}

void Collectors::drop(const std::vector<model::OsmId>& ids) {
  buildings.drop(ids);
  services.drop(ids);
  picture.drop(ids);
}

/// An outer way that says the same as its relation, or lends it its tags, is no face of its own.
bool repeats_relation(const Assembly& assembly, const osmium::Way& way) {
  if (assembly.tags_from_ways) return true;
  for (const auto* key : {"building", "landuse", "natural", "leisure", "amenity", "waterway"}) {
    const auto value = value_of(*assembly.tags, key);
    if (!value.empty() && value == value_of(way.tags(), key)) return true;
  }
  return false;
}

void Collectors::add_relations(jobs::Context& context) {
  struct Pending {
    model::OsmId id;
    Assembly assembly;
  };
  std::vector<Pending> assembled;
  std::vector<model::OsmId> repeated;
  for (std::size_t i = 0; i < scan.relation_offsets.size(); ++i) {
    context.check();
    const auto& relation = scan.relation(i);
    if (value_of(relation.tags(), "type") != "multipolygon" || is_gone(relation.tags())) continue;
    Assembly assembly = assemble(relation, member_ways);
    const model::OsmId id{'r', relation.id()};
    if (assembly.outcome != Assembly::Outcome::whole) {
      const bool torn = assembly.outcome == Assembly::Outcome::incomplete;
      report.count("loss", torn ? "incomplete_multipolygon" : "broken_multipolygon",
                   model::to_text(id));
      continue;
    }
    for (const auto* way : assembly.outer_ways) {
      if (repeats_relation(assembly, *way)) repeated.push_back({'w', way->id()});
    }
    assembled.push_back({id, std::move(assembly)});
  }
  drop(repeated);
  for (auto& [id, assembly] : assembled) {
    if (!frame.near(assembly.area->envelope())) continue;
    const bool walkable = is_walkable_area(*assembly.tags);
    Face face = frame.face_of(*assembly.area);
    if (walkable) streets.add_area(id, *assembly.tags, face);
    add_face(id, *assembly.tags, std::move(face));
  }
}

}  // namespace

namespace {

/// Gates in fences and kerbs in lawns stop nobody: only those on a street stay.
void drop_elements_off_street(model::Project& project) {
  const auto& nodes = project.streets.nodes;  // sorted by id
  const auto on_street = [&](std::int64_t id) {
    const auto at = std::lower_bound(
        nodes.begin(), nodes.end(), id,
        [](const auto& node, std::int64_t wanted) { return node.osm_id < wanted; });
    return at != nodes.end() && at->osm_id == id;
  };
  std::erase_if(project.elements, [&](const model::Element& element) {
    const bool in_the_way =
        element.kind == model::PointKind::barrier || element.kind == model::PointKind::kerb;
    return in_the_way && element.osm.kind == 'n' && !on_street(element.osm.id);
  });
}

}  // namespace

SecondRead collect(const OsmFile& file, const Location& location, OsmScan& scan, Report& report,
                   const model::Catalogue& catalogue, model::Project& project,
                   jobs::Context& context) {
  Collectors all(location.frame, scan, report, project, catalogue);
  SecondRead read;
  const auto kinds = osmium::osm_entity_bits::node | osmium::osm_entity_bits::way;
  read.end = read_osm(file, kinds, context, [&](osmium::memory::Buffer& buffer) {
    for (const auto& node : buffer.select<osmium::Node>())
      all.add(node);
    for (const auto& way : buffer.select<osmium::Way>())
      all.add(way);
  });
  read.loose_ways = all.loose_ways;
  context.update(0.55, tr("assembling areas"));
  all.add_relations(context);
  context.update(0.65, tr("recognising homes and services"));
  project.streets = all.streets.finish(location.data_box);
  all.services.finish(project, all.buildings, report);
  all.buildings.finish(project, report);
  drop_elements_off_street(project);
  all.picture.finish();
  return read;
}

}  // namespace nahraum::io
