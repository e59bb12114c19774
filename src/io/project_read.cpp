#include <algorithm>
#include <cstring>
#include <map>
#include <set>
#include <unordered_map>

#include <fmt/format.h>
#include <sqlite3.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "io/gpkg_container.hpp"
#include "io/gpkg_geometry.hpp"
#include "io/project_gpkg.hpp"
#include "io/project_version.hpp"
#include "io/project_words.hpp"
#include "io/sqlite.hpp"
#include "io/tags_json.hpp"

namespace nahraum::io {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::tr;
using model::Project;
using sqlite::Statement;

/// Reading a project of ordinary size takes a fraction of a second; a hostile one is stopped.
constexpr double patience_s = 30;

[[noreturn]] void damaged(const char* what) { throw sqlite::Failure(SQLITE_CORRUPT, what); }

model::Tags read_tags(Statement& row) { return tags_from_json(row.text()); }

model::Residents read_residents(Statement& row) {
  model::Residents residents;
  residents.all = row.optional_integer();
  residents.age_65 = row.optional_integer();
  residents.age_80 = row.optional_integer();
  return residents;
}

std::vector<std::uint32_t> read_numbers(std::string_view bytes) {
  std::vector<std::uint32_t> numbers(bytes.size() / sizeof(std::uint32_t));
  if (!numbers.empty()) std::memcpy(numbers.data(), bytes.data(), numbers.size() * sizeof numbers[0]);
  return numbers;
}

/// Every index must name a node: the rest of the program relies on it.
std::vector<std::uint32_t> checked_nodes(std::vector<std::uint32_t> nodes, const Project& project,
                                         std::size_t least) {
  const auto count = project.streets.nodes.size();
  if (nodes.size() < least) damaged("a street without nodes");
  if (std::any_of(nodes.begin(), nodes.end(), [&](std::uint32_t i) { return i >= count; })) {
    damaged("a street refers to a node that is not there");
  }
  return nodes;
}

template <class Words>
auto read_word(const Words& words, Statement& row) {
  const auto value = words.from(row.text());
  if (!value) damaged("an unknown kind");
  return *value;
}

/// Ids of homes and services are row numbers; what refers to them finds the index here.
struct Ids {
  std::unordered_map<std::int64_t, std::int32_t> homes, services;
};

void read_info(Project& project, Statement& row, Ids&) {
  auto& info = project.info;
  row.integer();
  const std::string key = row.text(), value = row.text();
  if (key == "title") info.title = value;
  else if (key == "epsg") info.epsg = static_cast<int>(base::parse_number(value, false).value_or(25832));
  else if (key == "created") info.created = value;
  else if (key == "data_date") info.data_date = value;
  else if (key == "rim_m") info.rim_m = std::strtod(value.c_str(), nullptr);
  else if (key == "partial") info.partial = value == "1";
  else if (key == "catalogue_edition") info.catalogue_edition = value;
  else if (key == "program_version") info.program_version = value;
  else if (key == "format") info.read_only_newer = std::atoi(value.c_str()) > schema::format_version;
}

void read_district(Project& project, Statement& row, Ids&) {
  row.integer();
  project.district = gpkg::decode_polygons(row.blob());
}

void read_extent(Project& project, Statement& row, Ids&) {
  row.integer();
  project.data_extent = gpkg::decode_polygons(row.blob());
}

void read_street_node(Project& project, Statement& row, Ids&) {
  row.integer();
  model::StreetNode node;
  node.at = gpkg::decode_point(row.blob());
  node.osm_id = row.integer();
  node.frontier = row.flag();
  node.tags = read_tags(row);
  project.streets.nodes.push_back(std::move(node));
}

void read_street(Project& project, Statement& row, Ids&) {
  row.integer();
  row.blob();   // the shape follows from the nodes
  model::Street street;
  street.osm_way_id = row.integer();
  row.text();
  row.text();
  street.nodes = checked_nodes(read_numbers(row.blob()), project, 2);
  street.tags = read_tags(row);
  project.streets.ways.push_back(std::move(street));
}

void read_walkable_area(Project& project, Statement& row, Ids&) {
  row.integer();
  row.blob();
  model::WalkableArea area;
  area.osm = model::osm_id_from(row.text());
  const auto numbers = read_numbers(row.blob());
  for (std::size_t at = 0; at < numbers.size();) {
    const std::size_t count = numbers[at++];
    if (count > numbers.size() - at) damaged("a ring that is cut short");
    const auto first = numbers.begin() + static_cast<std::ptrdiff_t>(at);
    area.rings.push_back(checked_nodes({first, first + static_cast<std::ptrdiff_t>(count)}, project, 4));
    at += count;
  }
  if (area.rings.empty()) damaged("an area without rings");
  area.tags = read_tags(row);
  project.streets.areas.push_back(std::move(area));
}

void read_road(Project& project, Statement& row, Ids&) {
  row.integer();
  model::Road road;
  road.line = gpkg::decode_line(row.blob());
  road.osm_way_id = row.integer();
  row.text();
  road.tags = read_tags(row);
  project.roads.push_back(std::move(road));
}

void read_building(Project& project, Statement& row, Ids& ids) {
  row.integer();
  model::Building building;
  building.outline = gpkg::decode_polygons(row.blob());
  building.osm = model::osm_id_from(row.text());
  building.kind = row.text();
  building.levels = row.real();
  if (const auto home = row.optional_integer()) {
    const auto at = ids.homes.find(*home);
    if (at == ids.homes.end()) damaged("a building refers to a home that is not there");
    building.home = at->second;
  }
  project.buildings.push_back(std::move(building));
}

void read_home(Project& project, Statement& row, Ids& ids) {
  model::Home home;
  home.id = static_cast<std::int32_t>(row.integer());
  home.at = gpkg::decode_point(row.blob());
  home.osm = model::osm_id_from(row.text());
  home.address = row.text();
  home.floors = row.real();
  home.floors_assumed = row.flag();
  home.floor_area_m2 = row.real();
  home.dwellings = static_cast<int>(row.integer());
  home.dwellings_assumed = row.flag();
  home.residents = read_residents(row);
  home.basis = read_word(basis_words, row);
  home.in_district = row.flag();
  ids.homes[home.id] = static_cast<std::int32_t>(project.homes.size());
  project.homes.push_back(std::move(home));
}

void read_service(Project& project, Statement& row, Ids& ids) {
  model::Service service;
  service.id = static_cast<std::int32_t>(row.integer());
  service.at = gpkg::decode_point(row.blob());
  service.type = row.text();
  service.name = row.text();
  service.osm = model::osm_id_from(row.text());
  service.provider = row.text();
  service.sector = row.text();
  service.capacity = row.optional_real();
  service.origin = row.text();
  service.note = row.text();
  service.in_district = row.flag();
  service.tags = read_tags(row);
  ids.services[service.id] = static_cast<std::int32_t>(project.services.size());
  project.services.push_back(std::move(service));
}

void read_entrance(Project& project, Statement& row, Ids& ids) {
  row.integer();
  const auto at = gpkg::decode_point(row.blob());
  const bool of_home = row.text() == "home";
  const auto& owners = of_home ? ids.homes : ids.services;
  const auto owner = owners.find(row.integer());
  if (owner == owners.end()) damaged("an entrance to nothing");
  const auto index = static_cast<std::size_t>(owner->second);
  (of_home ? project.homes[index].entrances : project.services[index].entrances).push_back(at);
}

void read_element(Project& project, Statement& row, Ids&) {
  row.integer();
  model::Element element;
  element.at = gpkg::decode_point(row.blob());
  element.kind = read_word(point_words, row);
  element.osm = model::osm_id_from(row.text());
  element.tags = read_tags(row);
  project.elements.push_back(std::move(element));
}

void read_area(Project& project, Statement& row, Ids&) {
  row.integer();
  model::Area area;
  area.outline = gpkg::decode_polygons(row.blob());
  area.kind = read_word(area_words, row);
  area.osm = model::osm_id_from(row.text());
  area.name = row.text();
  project.areas.push_back(std::move(area));
}

void read_line(Project& project, Statement& row, Ids&) {
  row.integer();
  model::LineFeature line;
  line.line = gpkg::decode_line(row.blob());
  line.kind = read_word(line_words, row);
  line.osm = model::osm_id_from(row.text());
  line.name = row.text();
  line.tunnel = row.flag();
  line.bridge = row.flag();
  project.lines.push_back(std::move(line));
}

void read_place(Project& project, Statement& row, Ids&) {
  row.integer();
  model::Place place;
  place.at = gpkg::decode_point(row.blob());
  place.name = row.text();
  place.kind = row.text();
  project.places.push_back(std::move(place));
}

void read_cell(Project& project, Statement& row, Ids&) {
  row.integer();
  model::PopulationCell cell;
  cell.outline = gpkg::decode_polygons(row.blob());
  cell.id = row.text();
  cell.source = row.text();
  cell.residents = read_residents(row);
  cell.homes = static_cast<std::int32_t>(row.integer());
  cell.unplaced = row.flag();
  project.population.push_back(std::move(cell));
}

void read_note(Project& project, Statement& row, Ids&) {
  row.integer();
  model::Note note;
  note.points = gpkg::decode_points(row.blob());
  note.id = static_cast<std::int32_t>(row.integer());
  note.kind = read_word(note_words, row);
  note.text = row.text();
  project.notes.push_back(std::move(note));
}

void read_source(Project& project, Statement& row, Ids&) {
  row.integer();
  model::Source source;
  source.role = row.text();
  source.file = row.text();
  source.date = row.text();
  source.licence = row.text();
  source.attribution = row.text();
  source.sha256 = row.text();
  project.sources.push_back(std::move(source));
}

void read_report_entry(Project& project, Statement& row, Ids&) {
  row.integer();
  model::ReportEntry entry;
  entry.severity = row.text();
  entry.code = row.text();
  entry.count = row.integer();
  entry.examples = row.text();
  project.report.push_back(std::move(entry));
}

using ReadRow = void (*)(Project&, Statement&, Ids&);
const std::map<std::string_view, ReadRow>& readers() {
  static const std::map<std::string_view, ReadRow> all = {
      {"info", read_info}, {"district", read_district}, {"data_extent", read_extent},
      {"street_nodes", read_street_node}, {"streets", read_street},
      {"walkable_areas", read_walkable_area}, {"roads", read_road}, {"buildings", read_building},
      {"homes", read_home}, {"services", read_service}, {"entrances", read_entrance},
      {"elements", read_element}, {"areas", read_area}, {"lines", read_line}, {"places", read_place},
      {"population_cells", read_cell}, {"notes", read_note}, {"sources", read_source},
      {"import_report", read_report_entry}};
  return all;
}

/// Only plain tables are read: a view may hide an endless query behind a known name.
std::set<std::string> plain_tables(const sqlite::Database& database) {
  std::set<std::string> names;
  Statement list(database, "SELECT name FROM sqlite_master WHERE type='table' AND sql NOT LIKE 'CREATE VIRTUAL%'");
  while (list.next()) names.insert(list.text());
  return names;
}

/// 0 for what is not a project.
int format_of(const sqlite::Database& database, const std::set<std::string>& tables) {
  if (!tables.count("info") || !tables.count("streets")) return 0;
  Statement format(database, "SELECT value FROM info WHERE key='format'");
  return format.next() ? std::atoi(format.text().c_str()) : 0;
}

tl::unexpected<base::Error> not_a_project(const fs::path& path) {
  return base::fail(ErrorCode::bad_input, tr("is not a project of this program"),
                    path.filename().string(), tr("make one with: nahraum new"));
}

base::Result<void> check_place(const fs::path& path) {
  std::error_code error;
  if (!fs::exists(path, error)) {
    return base::fail(ErrorCode::not_found, tr("there is no such file"), path.string());
  }
  if (!fs::is_regular_file(path, error)) return not_a_project(path);
  const fs::path log = fs::canonical(path, error).string() + "-wal";
  if (fs::exists(log, error) && fs::file_size(log, error) > 0) {
    return base::fail(ErrorCode::io, tr("another program has the project open and has not finished writing"),
                      path.filename().string(), tr("close it there (QGIS, for example) and try again"));
  }
  return {};
}

Project read_tables(const sqlite::Database& database, const std::set<std::string>& present,
                    jobs::Context& context) {
  Project project;
  Ids ids;
  // Homes come before the buildings that refer to them.
  std::vector<const schema::Table*> order;
  for (const auto& table : schema::tables()) order.push_back(&table);
  std::stable_partition(order.begin(), order.end(), [](const auto* table) { return table->name == "homes"; });
  for (std::size_t i = 0; i < order.size(); ++i) {
    context.update(double(i) / double(order.size()), tr("opening the project"));
    if (!present.count(std::string(order[i]->name))) damaged("a table is missing");
    const ReadRow read = readers().at(order[i]->name);
    Statement rows(database, gpkg::select_sql(*order[i]));
    while (rows.next()) read(project, rows, ids);
    context.check();
  }
  return project;
}

}  // namespace

bool is_newer_project(const fs::path& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return false;
  try {
    const auto database = sqlite::Database::open_untrusted(path, patience_s);
    return format_of(database, plain_tables(database)) > schema::format_version;
  } catch (const sqlite::Failure&) {
    return false;
  }
}

base::Result<Project> read_project(const fs::path& path, jobs::Context& context) {
  if (const auto place = check_place(path); !place) return tl::unexpected(place.error());
  int format = 0;
  try {
    const auto database = sqlite::Database::open_untrusted(path, patience_s);
    const auto present = plain_tables(database);
    format = format_of(database, present);
    if (format == 0) return not_a_project(path);
    return read_tables(database, present, context);
  } catch (const sqlite::Failure& failure) {
    if (format > schema::format_version) {
      return base::fail(ErrorCode::newer_version, tr("was made by a newer version of the program"),
                        path.filename().string(), tr("open it with the newer program"));
    }
    if (failure.code == SQLITE_NOTADB) return not_a_project(path);
    return base::fail(ErrorCode::bad_input, std::string(tr("the project is damaged")) + " (" + failure.what() + ")",
                      path.filename().string(), tr("restore it from a copy"));
  }
}

}  // namespace nahraum::io
