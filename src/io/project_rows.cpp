#include "io/project_rows.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>

#include <cpl_conv.h>
#include <sqlite3.h>

#include "base/text.hpp"
#include "io/change_json.hpp"
#include "io/gpkg_geometry.hpp"
#include "io/photo.hpp"
#include "io/project_schema.hpp"
#include "io/project_words.hpp"
#include "io/scenario_change.hpp"
#include "io/tags_json.hpp"

namespace nahraum::io {
namespace {

using model::Project;
using sqlite::Statement;

[[noreturn]] void damaged(const char* what) {
  throw sqlite::Failure(SQLITE_CORRUPT, what);
}

model::Tags read_tags(Statement& row) {
  return tags_from_json(row.text());
}

model::Residents read_residents(Statement& row) {
  model::Residents residents;
  residents.all = row.optional_integer();
  residents.age_65 = row.optional_integer();
  residents.age_80 = row.optional_integer();
  return residents;
}

std::vector<std::uint32_t> read_numbers(std::string_view bytes) {
  std::vector<std::uint32_t> numbers(bytes.size() / sizeof(std::uint32_t));
  if (!numbers.empty())
    std::memcpy(numbers.data(), bytes.data(), numbers.size() * sizeof numbers[0]);
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

int read_epsg(const std::string& value) {
  const double number = base::parse_number(value, false).value_or(25832);
  if (!(number >= 1 && number <= 1e6)) damaged("no such reference system");
  return static_cast<int>(number);
}

void read_info(Project& project, Statement& row, RowIds&) {
  auto& info = project.info;
  row.integer();
  const std::string key = row.text(), value = row.text();
  if (key == "title")
    info.title = value;
  else if (key == "epsg")
    info.epsg = read_epsg(value);
  else if (key == "created")
    info.created = value;
  else if (key == "data_date")
    info.data_date = value;
  else if (key == "rim_m")
    info.rim_m = std::strtod(value.c_str(), nullptr);
  else if (key == "partial")
    info.partial = value == "1";
  else if (key == "catalogue_edition")
    info.catalogue_edition = value;
  else if (key == "program_version")
    info.program_version = value;
  else if (key == "format")
    info.read_only_newer = schema::version_of(value) > schema::format_version;
}

void read_district(Project& project, Statement& row, RowIds&) {
  row.integer();
  project.district = gpkg::decode_polygons(row.blob());
}

void read_extent(Project& project, Statement& row, RowIds&) {
  row.integer();
  project.data_extent = gpkg::decode_polygons(row.blob());
}

void read_street_node(Project& project, Statement& row, RowIds&) {
  row.integer();
  model::StreetNode node;
  node.at = gpkg::decode_point(row.blob());
  node.osm_id = row.integer();
  node.frontier = row.flag();
  node.tags = read_tags(row);
  project.streets.nodes.push_back(std::move(node));
}

void read_street(Project& project, Statement& row, RowIds&) {
  row.integer();
  row.blob();  // the shape follows from the nodes
  model::Street street;
  street.osm_way_id = row.integer();
  row.text();
  row.text();
  street.nodes = checked_nodes(read_numbers(row.blob()), project, 2);
  street.tags = read_tags(row);
  project.streets.ways.push_back(std::move(street));
}

void read_walkable_area(Project& project, Statement& row, RowIds&) {
  row.integer();
  row.blob();
  model::WalkableArea area;
  area.osm = model::osm_id_from(row.text());
  const auto numbers = read_numbers(row.blob());
  for (std::size_t at = 0; at < numbers.size();) {
    const std::size_t count = numbers[at++];
    if (count > numbers.size() - at) damaged("a ring that is cut short");
    const auto first = numbers.begin() + static_cast<std::ptrdiff_t>(at);
    area.rings.push_back(
        checked_nodes({first, first + static_cast<std::ptrdiff_t>(count)}, project, 4));
    at += count;
  }
  if (area.rings.empty()) damaged("an area without rings");
  area.tags = read_tags(row);
  project.streets.areas.push_back(std::move(area));
}

void read_road(Project& project, Statement& row, RowIds&) {
  row.integer();
  model::Road road;
  road.line = gpkg::decode_line(row.blob());
  road.osm_way_id = row.integer();
  row.text();
  road.tags = read_tags(row);
  project.roads.push_back(std::move(road));
}

void read_building(Project& project, Statement& row, RowIds& ids) {
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

void read_home(Project& project, Statement& row, RowIds& ids) {
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

void read_service(Project& project, Statement& row, RowIds& ids) {
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

void read_entrance(Project& project, Statement& row, RowIds& ids) {
  row.integer();
  const auto at = gpkg::decode_point(row.blob());
  const bool of_home = row.text() == "home";
  const auto& owners = of_home ? ids.homes : ids.services;
  const auto owner = owners.find(row.integer());
  if (owner == owners.end()) damaged("an entrance to nothing");
  const auto index = static_cast<std::size_t>(owner->second);
  (of_home ? project.homes[index].entrances : project.services[index].entrances).push_back(at);
}

void read_element(Project& project, Statement& row, RowIds&) {
  row.integer();
  model::Element element;
  element.at = gpkg::decode_point(row.blob());
  element.kind = read_word(point_words, row);
  element.osm = model::osm_id_from(row.text());
  element.tags = read_tags(row);
  project.elements.push_back(std::move(element));
}

void read_area(Project& project, Statement& row, RowIds&) {
  row.integer();
  model::Area area;
  area.outline = gpkg::decode_polygons(row.blob());
  area.kind = read_word(area_words, row);
  area.osm = model::osm_id_from(row.text());
  area.name = row.text();
  project.areas.push_back(std::move(area));
}

void read_line(Project& project, Statement& row, RowIds&) {
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

void read_place(Project& project, Statement& row, RowIds&) {
  row.integer();
  model::Place place;
  place.at = gpkg::decode_point(row.blob());
  place.name = row.text();
  place.kind = row.text();
  project.places.push_back(std::move(place));
}

void read_cell(Project& project, Statement& row, RowIds&) {
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

std::vector<float> inflated(std::string_view bytes, std::size_t count) {
  std::vector<float> heights(count);
  std::size_t size = 0;
  const bool whole = CPLZLibInflate(bytes.data(), bytes.size(), heights.data(),
                                    count * sizeof heights[0], &size) != nullptr;
  if (!whole || size != count * sizeof heights[0]) damaged("heights that cannot be unpacked");
  return heights;
}

void read_terrain(Project& project, Statement& row, RowIds&) {
  row.integer();
  model::Terrain terrain;
  terrain.file = row.text();
  terrain.resolution_m = row.real();
  terrain.south_west.x = row.real();
  terrain.south_west.y = row.real();
  terrain.cell_m = row.real();
  const auto columns = row.integer(), rows = row.integer();
  constexpr std::int64_t most_cells = 40'000'000;
  const bool sound = columns >= 2 && rows >= 2 && columns <= most_cells && rows <= most_cells &&
                     columns * rows <= most_cells && terrain.cell_m > 0 &&
                     std::isfinite(terrain.cell_m) && std::isfinite(terrain.resolution_m) &&
                     std::isfinite(terrain.south_west.x) && std::isfinite(terrain.south_west.y);
  if (!sound) damaged("heights that lie nowhere");
  terrain.columns = static_cast<int>(columns);
  terrain.rows = static_cast<int>(rows);
  terrain.height_m = inflated(row.blob(), static_cast<std::size_t>(columns * rows));
  for (const float height : terrain.height_m) {
    if (!std::isfinite(height)) damaged("heights that are no numbers");
  }
  project.terrain = std::move(terrain);
}

model::AreaStatistics& statistics_of(Project& project, std::int64_t row) {
  const auto count = static_cast<std::int64_t>(project.population.size());
  if (row < 1 || row > count) damaged("figures of an area that is not there");
  return project.population[static_cast<std::size_t>(row - 1)].statistics;
}

void read_area_statistics(Project& project, Statement& row, RowIds&) {
  row.integer();
  auto& statistics = statistics_of(project, row.integer());
  statistics.name = row.text();
  statistics.date = row.text();
  statistics.living_alone_65 = row.optional_integer();
  statistics.households_65 = row.optional_integer();
}

void read_age_band(Project& project, Statement& row, RowIds&) {
  row.integer();
  auto& statistics = statistics_of(project, row.integer());
  model::AgeCount band;
  band.from = static_cast<int>(row.integer());
  band.below = row.optional_integer();
  band.sex = read_word(sex_words, row);
  band.persons = row.optional_integer();
  const bool sound = band.from >= 0 && band.from < 150 && band.persons.value_or(0) >= 0 &&
                     (!band.below || (*band.below > band.from && *band.below <= 150));
  if (!sound) damaged("an age band that cannot be");
  statistics.ages.push_back(band);
}

void read_note(Project& project, Statement& row, RowIds&) {
  row.integer();
  model::Note note;
  note.points = gpkg::decode_points(row.blob());
  note.id = static_cast<std::int32_t>(row.integer());
  note.kind = read_word(note_words, row);
  note.text = row.text();
  project.notes.push_back(std::move(note));
}

void read_view(Project& project, Statement& row, RowIds&) {
  row.integer();
  model::NamedView view;
  const auto at = gpkg::decode_points(row.blob());
  if (at.size() != 1) damaged("a view that looks nowhere");
  view.centre = at.front();
  view.id = static_cast<std::int32_t>(row.integer());
  view.name = row.text();
  view.denominator = row.real();
  if (!(view.denominator >= 1 && view.denominator <= 1e9)) damaged("a view without a scale");
  view.type = row.text();
  view.profile = row.text();
  view.limit = row.text();
  view.scenario = row.text();
  for (auto& layer : base::split(row.text(), ' ')) {
    if (!layer.empty()) view.hidden.push_back(std::move(layer));
  }
  project.views.push_back(std::move(view));
}

void read_exercise(Project& project, Statement& row, RowIds&) {
  row.integer();
  model::ExerciseProgress exercise;
  exercise.id = static_cast<std::int32_t>(row.integer());
  exercise.exercise = row.text();
  exercise.step = row.text();
  exercise.began = row.text();
  exercise.finished = row.text();
  const auto& before = project.exercises;
  if (exercise.id < 1 || (!before.empty() && exercise.id <= before.back().id))
    damaged("an exercise without a number of its own");
  project.exercises.push_back(std::move(exercise));
}

model::ExerciseProgress& exercise_of(Project& project, Statement& row) {
  const auto id = row.integer();
  for (auto& exercise : project.exercises) {
    if (exercise.id == id) return exercise;
  }
  damaged("an answer without its exercise");
}

void read_exercise_answer(Project& project, Statement& row, RowIds&) {
  row.integer();
  auto& exercise = exercise_of(project, row);
  model::ExerciseAnswer answer;
  answer.step = row.text();
  answer.value = row.text();
  answer.revealed = row.flag();
  for (const auto& before : exercise.answers) {
    if (before.step == answer.step) damaged("a step of an exercise that is answered twice");
  }
  exercise.answers.push_back(std::move(answer));
}

void read_exercise_mark(Project& project, Statement& row, RowIds&) {
  row.integer();
  auto points = gpkg::decode_points(row.blob());
  auto& exercise = exercise_of(project, row);
  const auto step = row.text();
  for (auto& answer : exercise.answers) {
    if (answer.step != step) continue;
    answer.marks.push_back(std::move(points));
    return;
  }
  damaged("a mark without its answer");
}

void read_photo(Project& project, Statement& row, RowIds&) {
  row.integer();
  const auto id = static_cast<std::int32_t>(row.integer());
  for (auto& note : project.notes) {
    if (note.id != id || note.kind != model::NoteKind::photo) continue;
    const auto name = row.text();
    note.picture = stored_photo(name, std::string(row.blob()));
    return;
  }
  damaged("a photo without its note");
}

void read_home_statement(Project& project, Statement& row, RowIds&) {
  row.integer();
  const auto id = row.integer();
  for (auto& home : project.homes) {
    if (home.id != id) continue;
    home.stated = row.text();
    return;
  }
  damaged("a statement about a home that is not there");
}

std::optional<bool> optional_flag(Statement& row) {
  const auto number = row.optional_integer();
  return number ? std::optional(*number != 0) : std::nullopt;
}

void read_home_housing(Project& project, Statement& row, RowIds& ids) {
  row.integer();
  const auto at = ids.homes.find(row.integer());
  if (at == ids.homes.end()) damaged("a statement about the dwellings of a home that is not there");
  auto& housing = project.homes[static_cast<std::size_t>(at->second)].housing;
  housing.lift = optional_flag(row);
  housing.step_free = optional_flag(row);
  if (const auto count = row.optional_integer()) housing.low_barrier = static_cast<int>(*count);
  housing.source = row.text();
}

void read_correction(Project& project, Statement& row, RowIds&) {
  row.integer();
  row.blob();  // the place follows from the change
  model::Correction correction;
  correction.id = static_cast<std::int32_t>(row.integer());
  const auto kind = row.text(), json = row.text();
  auto change = stored_change(kind, json);
  if (!change) damaged("a correction that cannot be read");
  correction.change = std::move(*change);
  correction.note = row.text();
  correction.date = row.text();
  const auto& before = project.corrections;
  if (correction.id < 1 || (!before.empty() && correction.id <= before.back().id))
    damaged("a correction without a number of its own");
  project.corrections.push_back(std::move(correction));
}

void read_scenario(Project& project, Statement& row, RowIds&) {
  row.integer();
  model::Scenario scenario;
  scenario.name = row.text();
  scenario.note = row.text();
  scenario.created = row.text();
  if (model::find_scenario(project.scenarios, scenario.name))
    damaged("a scenario that is there twice");
  project.scenarios.push_back(std::move(scenario));
}

void read_scenario_change(Project& project, Statement& row, RowIds&) {
  row.integer();
  row.blob();  // the place follows from the change
  const auto name = row.text(), kind = row.text(), json = row.text();
  for (auto& scenario : project.scenarios) {
    if (scenario.name != name) continue;
    try {
      scenario.changes.push_back(change_from_json(kind, json));
      return;
    } catch (const YAML::Exception&) {
      damaged("a scenario's change that cannot be read");
    }
  }
  damaged("a change of a scenario that is not there");
}

void read_service_area(Project& project, Statement& row, RowIds&) {
  row.integer();
  model::ServiceArea area;
  area.outline = gpkg::decode_polygons(row.blob());
  area.type = row.text();
  area.provider = row.text();
  area.name = row.text();
  area.area = row.text();
  area.given = read_word(given_words, row);
  area.source = row.text();
  area.date = row.text();
  area.sha256 = row.text();
  if (area.type.empty()) damaged("a service area of no service type");
  if (area.outline.empty()) damaged("a service area without an outline");
  project.service_areas.push_back(std::move(area));
}

void read_source(Project& project, Statement& row, RowIds&) {
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

void read_report_entry(Project& project, Statement& row, RowIds&) {
  row.integer();
  model::ReportEntry entry;
  entry.severity = row.text();
  entry.code = row.text();
  entry.count = row.integer();
  entry.examples = row.text();
  project.report.push_back(std::move(entry));
}

}  // namespace

const std::map<std::string_view, ReadRow>& row_readers() {
  static const std::map<std::string_view, ReadRow> all = {
      {"info", read_info},
      {"district", read_district},
      {"data_extent", read_extent},
      {"street_nodes", read_street_node},
      {"streets", read_street},
      {"walkable_areas", read_walkable_area},
      {"roads", read_road},
      {"buildings", read_building},
      {"homes", read_home},
      {"services", read_service},
      {"entrances", read_entrance},
      {"elements", read_element},
      {"areas", read_area},
      {"lines", read_line},
      {"places", read_place},
      {"population_cells", read_cell},
      {"population_areas", read_area_statistics},
      {"population_ages", read_age_band},
      {"terrain", read_terrain},
      {"notes", read_note},
      {"views", read_view},
      {"exercises", read_exercise},
      {"exercise_answers", read_exercise_answer},
      {"exercise_marks", read_exercise_mark},
      {"photos", read_photo},
      {"home_statements", read_home_statement},
      {"home_housing", read_home_housing},
      {"corrections", read_correction},
      {"scenarios", read_scenario},
      {"scenario_changes", read_scenario_change},
      {"service_areas", read_service_area},
      {"sources", read_source},
      {"import_report", read_report_entry}};
  return all;
}

}  // namespace nahraum::io
