#include "io/osm_import.hpp"

#include <algorithm>
#include <ctime>

#include <osmium/osm/node.hpp>

#include "base/paths.hpp"
#include "base/translate.hpp"
#include "io/checksum.hpp"
#include "io/osm_areas.hpp"
#include "io/osm_buildings.hpp"
#include "io/osm_district.hpp"
#include "io/osm_picture.hpp"
#include "io/osm_services.hpp"
#include "io/osm_streets.hpp"

namespace nahraum::io {
namespace {

using base::ErrorCode;
using base::tr;

constexpr const char* osm_licence = "ODbL 1.0";
constexpr const char* osm_attribution = "© OpenStreetMap contributors, ODbL 1.0";

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
  std::size_t loose_ways = 0;   ///< without tags and in no relation

  Collectors(const Frame& f, OsmScan& s, Report& r, model::Project& p, const model::Catalogue& catalogue)
      : frame(f), scan(s), report(r), project(p), streets(f), buildings(f), services(f, catalogue), picture(f, p) {}

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
  if (scan.relation_ways.count(way.id())) member_ways.add(way, scan.nodes);
  if (way.tags().empty() && !scan.all_relation_ways.count(way.id())) ++loose_ways;
  const WayPoints points = frame.locate(way, scan.nodes, report);
  const auto& tags = way.tags();
  if (points.size() < 2 || tags.empty() || is_gone(tags)) return;
  const model::OsmId id{'w', way.id()};
  const bool whole = std::all_of(points.begin(), points.end(), [](const auto& p) { return p.known; });
  const bool closed = points.size() > 3 && way.nodes().front().ref() == way.nodes().back().ref();
  const bool face = closed && whole && means_area(tags);
  if (closed && !whole && means_area(tags)) report.count("loss", "incomplete_outline", model::to_text(id));
  const bool inside = std::any_of(points.begin(), points.end(), [](const auto& p) { return p.inside; });
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
      report.count("loss", torn ? "incomplete_multipolygon" : "broken_multipolygon", model::to_text(id));
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

std::string today() {
  char text[16];
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  std::strftime(text, sizeof text, "%Y-%m-%d", &utc);
  return text;
}

/// A clean cut between two blocks leaves a readable file. It shows in what refers to nothing:
/// nodes that no way uses, or ways without tags that no relation uses, or no ways at all.
std::optional<base::Error> silent_truncation(const OsmScan& scan, const OsmFile& file,
                                             std::size_t loose_ways) {
  const double orphans = double(scan.nodes.orphans());
  const bool nodes_without_ways = scan.nodes.size() > 1000 && orphans > 0.05 * double(scan.nodes.size());
  const bool ways_without_relations = scan.relation_count == 0 && scan.way_count > 200 && loose_ways >= 3;
  if (!nodes_without_ways && !ways_without_relations) return std::nullopt;
  return base::Error{ErrorCode::truncated,
                     nodes_without_ways ? tr("the file ends early: most nodes belong to no way")
                                        : tr("the file ends early: its relations are missing"),
                     file.path.filename().string(),
                     tr("download it again, or go on with what can be read: --accept-partial")};
}

base::Result<void> refuse_useless(const model::Project& project, const Frame& frame,
                                  const OsmFile& file) {
  const auto& nodes = project.streets.nodes;
  const bool street = std::any_of(nodes.begin(), nodes.end(), [&](const model::StreetNode& node) {
    return frame.in_district(node.at);
  });
  if (!street) {
    return base::fail(ErrorCode::bad_input, tr("no street to walk on lies in the district"),
                      file.path.filename().string(),
                      tr("check the district and that the extract holds streets (highway=*)"));
  }
  return {};
}

void warn_of_gaps(const model::Project& project, Report& report) {
  if (project.buildings.empty()) report.count("warning", "no_building");
  else if (project.homes.empty()) report.count("warning", "no_home");
  if (project.services.empty()) report.count("warning", "no_service");
  std::int64_t frontier = 0;
  for (const auto& node : project.streets.nodes) frontier += node.frontier;
  report.count("info", "frontier_node", {}, frontier);
}

void describe(model::Project& project, const Location& location, const OsmScan& scan,
              const OsmFile& file, const ImportOptions& options, const model::Catalogue& catalogue) {
  auto& info = project.info;
  info.title = !options.title.empty()   ? options.title
               : !location.title.empty() ? location.title
                                         : file.path.stem().stem().string();
  info.epsg = location.frame.epsg();
  info.created = today();
  info.data_date = scan.data_date;
  info.rim_m = options.rim_m;
  info.catalogue_edition = catalogue.edition;
  info.program_version = base::version();
  project.district = location.frame.district();
  project.data_extent = location.frame.extent();
  project.sources.push_back({"osm", file.path.filename().string(), scan.data_date, osm_licence,
                             osm_attribution, sha256_of(file.path)});
  if (!location.source_file.empty()) {
    project.sources.push_back({"district", location.source_file, "", "", "", ""});
  }
}

struct SecondRead {
  ReadEnd end;
  std::size_t loose_ways = 0;
};

SecondRead collect(const OsmFile& file, const Location& location, OsmScan& scan, Report& report,
                   const model::Catalogue& catalogue, model::Project& project,
                   jobs::Context& context) {
  Collectors all(location.frame, scan, report, project, catalogue);
  SecondRead read;
  const auto kinds = osmium::osm_entity_bits::node | osmium::osm_entity_bits::way;
  read.end = read_osm(file, kinds, context, [&](osmium::memory::Buffer& buffer) {
    for (const auto& item : buffer) {
      if (item.type() == osmium::item_type::node) all.add(static_cast<const osmium::Node&>(item));
      if (item.type() == osmium::item_type::way) all.add(static_cast<const osmium::Way&>(item));
    }
  });
  read.loose_ways = all.loose_ways;
  context.update(0.55, tr("assembling areas"));
  all.add_relations(context);
  context.update(0.65, tr("recognising homes and services"));
  project.streets = all.streets.finish(location.data_box);
  all.services.finish(project, all.buildings, report);
  all.buildings.finish(project, report);
  all.picture.finish();
  return read;
}

tl::unexpected<base::Error> nothing_there(const OsmFile& file) {
  return base::fail(ErrorCode::bad_input, tr("the file holds no node with a place"),
                    file.path.filename().string(),
                    tr("use an extract of your town: .osm.pbf, .osm, .osm.gz or .osm.bz2"));
}

}  // namespace

base::Result<model::Project> import_osm(const std::filesystem::path& path,
                                        const DistrictSpec& district, const ImportOptions& options,
                                        const model::Catalogue& catalogue, jobs::Context& context) {
  const auto file = open_osm(path, options.accept_partial);
  if (!file) return tl::unexpected(file.error());
  Report report;
  context.update(0.05, tr("reading the OpenStreetMap file"));
  OsmScan scan = scan_osm(*file, report, context);
  std::optional<base::Error> damage = scan.end.damage;
  if (damage && !options.accept_partial) return tl::unexpected(*damage);
  if (!scan.box.valid() || scan.box.size() <= 0) return nothing_there(*file);
  const auto location = locate(district, options, *file, scan, report, context);
  if (!location) return tl::unexpected(location.error());
  context.update(0.3, tr("collecting streets and buildings"));
  model::Project project;
  const auto read = collect(*file, *location, scan, report, catalogue, project, context);
  if (!damage) damage = read.end.damage;
  if (!damage) damage = silent_truncation(scan, *file, read.loose_ways);
  if (damage && !options.accept_partial) return tl::unexpected(*damage);
  if (const auto useful = refuse_useless(project, location->frame, *file); !useful) {
    return tl::unexpected(useful.error());
  }
  describe(project, *location, scan, *file, options, catalogue);
  project.info.partial = damage.has_value() || file->misnamed;
  if (damage) report.count("loss", "partial_file", damage->what);
  if (file->misnamed) report.count("warning", "misnamed_file", file->format);
  warn_of_gaps(project, report);
  project.report = report.entries();
  context.update(1, tr("finished"));
  return project;
}

}  // namespace nahraum::io
