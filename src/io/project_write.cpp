#include <algorithm>
#include <functional>
#include <map>

#include <cpl_conv.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "base/replace_file.hpp"
#include "base/translate.hpp"
#include "io/change_json.hpp"
#include "io/gpkg_container.hpp"
#include "io/gpkg_geometry.hpp"
#include "io/project_gpkg.hpp"
#include "io/project_version.hpp"
#include "io/project_words.hpp"
#include "io/sqlite.hpp"
#include "io/tags_json.hpp"
#include "io/work_rows.hpp"

namespace nahraum::io {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::tr;
using model::Project;
using sqlite::Statement;

std::string bytes_of(const std::vector<std::uint32_t>& numbers) {
  return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof numbers[0]};
}

/// One table being filled: counts its rows and knows how far its shapes reach.
class Layer {
 public:
  Layer(const sqlite::Database& database, const schema::Table& table, int epsg)
      : database_(database),
        table_(table),
        epsg_(epsg),
        insert_(database, gpkg::insert_sql(table, at_once), at_once) {}

  Statement& row() { return row_of(rows_ + 1); }
  /// Homes and services keep their ids as row numbers.
  Statement& row_of(std::int64_t fid) {
    ++rows_;
    return insert_.put(fid);
  }
  Statement& row_of(std::int64_t fid, geo::Point at) {
    box_.add(at);
    return row_of(fid).put_blob(gpkg::encode(at, epsg_));
  }
  Statement& row(geo::Point at) { return row_of(rows_ + 1, at); }
  Statement& row(const geo::Line& line) {
    box_.add(geo::bounds(line));
    return row().put_blob(gpkg::encode(line, epsg_));
  }
  Statement& row(const geo::MultiPolygon& polygons) {
    box_.add(geo::bounds(polygons));
    return row().put_blob(gpkg::encode(polygons, epsg_));
  }
  std::int64_t finish() {
    insert_.run_rest();
    gpkg::set_extent(database_, table_, box_);
    return rows_;
  }

 private:
  static constexpr int at_once = 25;
  const sqlite::Database& database_;
  const schema::Table& table_;
  int epsg_;
  Statement insert_;
  geo::Box box_;
  std::int64_t rows_ = 0;
};

Statement& put_tags(Statement& row, const model::Tags& tags) {
  return tags.empty() ? row.put_null() : row.put(to_json(tags));
}

Statement& put_residents(Statement& row, const model::Residents& residents) {
  return row.put(residents.all).put(residents.age_65).put(residents.age_80);
}

void write_info(const Project& project, Layer& layer) {
  const auto& info = project.info;
  const std::pair<const char*, std::string> entries[] = {
      {"format", std::to_string(schema::version_for(project))},
      {"title", info.title},
      {"epsg", std::to_string(info.epsg)},
      {"created", info.created},
      {"data_date", info.data_date},
      {"rim_m", fmt::format("{}", info.rim_m)},
      {"partial", info.partial ? "1" : "0"},
      {"catalogue_edition", info.catalogue_edition},
      {"program_version", info.program_version}};
  for (const auto& [key, value] : entries)
    layer.row().put(key).put(value).run();
}

void write_district(const Project& project, Layer& layer) {
  layer.row(project.district).run();
}
void write_extent(const Project& project, Layer& layer) {
  layer.row(project.data_extent).run();
}

void write_street_nodes(const Project& project, Layer& layer) {
  for (const auto& node : project.streets.nodes) {
    put_tags(layer.row(node.at).put(node.osm_id).put(node.frontier), node.tags).run();
  }
}

void write_streets(const Project& project, Layer& layer) {
  geo::Line line;
  for (const auto& street : project.streets.ways) {
    line.clear();
    for (const auto index : street.nodes)
      line.push_back(project.streets.nodes[index].at);
    auto& row = layer.row(line).put(street.osm_way_id).put(street.tags.get("highway"));
    put_tags(row.put(street.tags.get("name")).put_blob(bytes_of(street.nodes)), street.tags).run();
  }
}

void write_walkable_areas(const Project& project, Layer& layer) {
  for (const auto& area : project.streets.areas) {
    geo::MultiPolygon outline(1);
    std::vector<std::uint32_t> rings;
    for (std::size_t i = 0; i < area.rings.size(); ++i) {
      geo::Ring ring;
      for (const auto index : area.rings[i])
        ring.push_back(project.streets.nodes[index].at);
      if (i == 0)
        outline[0].outer = std::move(ring);
      else
        outline[0].holes.push_back(std::move(ring));
      rings.push_back(static_cast<std::uint32_t>(area.rings[i].size()));
      rings.insert(rings.end(), area.rings[i].begin(), area.rings[i].end());
    }
    put_tags(layer.row(outline).put(to_text(area.osm)).put_blob(bytes_of(rings)), area.tags).run();
  }
}

void write_roads(const Project& project, Layer& layer) {
  for (const auto& road : project.roads) {
    put_tags(layer.row(road.line).put(road.osm_way_id).put(road.tags.get("highway")), road.tags)
        .run();
  }
}

void write_buildings(const Project& project, Layer& layer) {
  for (const auto& building : project.buildings) {
    auto& row = layer.row(building.outline)
                    .put(to_text(building.osm))
                    .put(building.kind)
                    .put(building.levels);
    if (building.home < 0)
      row.put_null();
    else
      row.put(project.homes[static_cast<std::size_t>(building.home)].id);
    row.run();
  }
}

void write_homes(const Project& project, Layer& layer) {
  for (const auto& home : project.homes) {
    auto& row =
        layer.row_of(home.id, home.at).put(to_text(home.osm)).put(home.address).put(home.floors);
    row.put(home.floors_assumed)
        .put(home.floor_area_m2)
        .put(home.dwellings)
        .put(home.dwellings_assumed);
    put_residents(row, home.residents).put(basis_words.of(home.basis)).put(home.in_district).run();
  }
}

void write_services(const Project& project, Layer& layer) {
  for (const auto& service : project.services) {
    auto& row = layer.row_of(service.id, service.at)
                    .put(service.type)
                    .put(service.name)
                    .put(to_text(service.osm));
    row.put(service.provider).put(service.sector).put(service.capacity).put(service.origin);
    put_tags(row.put(service.note).put(service.in_district), service.tags).run();
  }
}

void write_entrances(const Project& project, Layer& layer) {
  for (const auto& home : project.homes) {
    for (const auto at : home.entrances)
      layer.row(at).put("home").put(home.id).run();
  }
  for (const auto& service : project.services) {
    for (const auto at : service.entrances)
      layer.row(at).put("service").put(service.id).run();
  }
}

void write_elements(const Project& project, Layer& layer) {
  for (const auto& element : project.elements) {
    put_tags(layer.row(element.at).put(point_words.of(element.kind)).put(to_text(element.osm)),
             element.tags)
        .run();
  }
}

void write_areas(const Project& project, Layer& layer) {
  for (const auto& area : project.areas) {
    layer.row(area.outline)
        .put(area_words.of(area.kind))
        .put(to_text(area.osm))
        .put(area.name)
        .run();
  }
}

void write_lines(const Project& project, Layer& layer) {
  for (const auto& line : project.lines) {
    auto& row =
        layer.row(line.line).put(line_words.of(line.kind)).put(to_text(line.osm)).put(line.name);
    row.put(line.tunnel).put(line.bridge).run();
  }
}

void write_places(const Project& project, Layer& layer) {
  for (const auto& place : project.places)
    layer.row(place.at).put(place.name).put(place.kind).run();
}

void write_population(const Project& project, Layer& layer) {
  for (const auto& cell : project.population) {
    auto& row = layer.row(cell.outline).put(cell.id).put(cell.source);
    put_residents(row, cell.residents).put(cell.homes).put(cell.unplaced).run();
  }
}

std::string deflated(const std::vector<float>& heights) {
  std::size_t size = 0;
  void* packed =
      CPLZLibDeflate(heights.data(), heights.size() * sizeof heights[0], 6, nullptr, 0, &size);
  if (!packed) throw sqlite::Failure(SQLITE_NOMEM, "no memory for the heights");
  std::string bytes(static_cast<const char*>(packed), size);
  VSIFree(packed);
  return bytes;
}

void write_terrain(const Project& project, Layer& layer) {
  if (!project.terrain) return;
  const auto& terrain = *project.terrain;
  auto& row = layer.row().put(terrain.file).put(terrain.resolution_m).put(terrain.south_west.x);
  row.put(terrain.south_west.y).put(terrain.cell_m).put(terrain.columns).put(terrain.rows);
  row.put_blob(deflated(terrain.height_m)).run();
}

bool states_more(const model::AreaStatistics& s) {
  return s != model::AreaStatistics{};
}

void write_area_statistics(const Project& project, Layer& layer) {
  for (std::size_t i = 0; i < project.population.size(); ++i) {
    const auto& s = project.population[i].statistics;
    if (!states_more(s)) continue;
    auto& row = layer.row().put(static_cast<std::int64_t>(i + 1)).put(s.name).put(s.date);
    row.put(s.living_alone_65).put(s.households_65).run();
  }
}

void write_age_bands(const Project& project, Layer& layer) {
  for (std::size_t i = 0; i < project.population.size(); ++i) {
    for (const auto& band : project.population[i].statistics.ages) {
      auto& row = layer.row().put(static_cast<std::int64_t>(i + 1)).put(band.from).put(band.below);
      row.put(sex_words.of(band.sex)).put(band.persons).run();
    }
  }
}

void write_notes(const Project& project, Layer& layer) {
  for (const auto& note : project.notes) {
    auto& row = note.points.size() == 1 ? layer.row(note.points[0]) : layer.row(note.points);
    row.put(note.id).put(note_words.of(note.kind)).put(note.text).run();
  }
}

void write_views(const Project& project, Layer& layer) {
  for (const auto& view : project.views) {
    std::string hidden;
    for (const auto& name : view.hidden)
      hidden += (hidden.empty() ? "" : " ") + name;
    auto& row = layer.row(view.centre).put(view.id).put(view.name).put(view.denominator);
    row.put(view.type).put(view.profile).put(view.limit).put(view.scenario).put(hidden).run();
  }
}

void write_exercises(const Project& project, Layer& layer) {
  for (const auto& each : project.exercises) {
    auto& row = layer.row().put(each.id).put(each.exercise).put(each.step).put(each.began);
    row.put(each.finished).run();
  }
}

void write_exercise_answers(const Project& project, Layer& layer) {
  for (const auto& exercise : project.exercises) {
    for (const auto& answer : exercise.answers) {
      auto& row = layer.row().put(exercise.id).put(answer.step).put(answer.value);
      row.put(answer.revealed).run();
    }
  }
}

void write_exercise_marks(const Project& project, Layer& layer) {
  for (const auto& exercise : project.exercises) {
    for (const auto& answer : exercise.answers) {
      for (const auto& mark : answer.marks) {
        auto& row = mark.size() == 1 ? layer.row(mark[0]) : layer.row(mark);
        row.put(exercise.id).put(answer.step).run();
      }
    }
  }
}

void write_photos(const Project& project, Layer& layer) {
  for (const auto& note : project.notes) {
    if (!note.picture.photo) continue;
    const auto& photo = *note.picture.photo;
    layer.row().put(note.id).put(photo.name).put_blob(photo.jpeg).run();
  }
}

void write_home_statements(const Project& project, Layer& layer) {
  for (const auto& home : project.homes) {
    if (!home.stated.empty()) layer.row().put(home.id).put(home.stated).run();
  }
}

void write_home_housing(const Project& project, Layer& layer) {
  for (const auto& home : project.homes) {
    const auto& housing = home.housing;
    if (housing == model::Housing{}) continue;
    auto& row = layer.row().put(home.id).put(housing.lift);
    row.put(housing.step_free).put(housing.low_barrier).put(housing.source).run();
  }
}

const geo::Line* line_of(const model::Change& change) {
  if (const auto* path = std::get_if<model::AddPath>(&change)) return &path->line;
  const auto* crossing = std::get_if<model::AddCrossing>(&change);
  return crossing && crossing->line.size() > 1 ? &crossing->line : nullptr;
}

void write_corrections(const Project& project, Layer& layer) {
  for (const auto& each : project.corrections) {
    const auto* line = line_of(each.change);
    const auto place = model::place_of(each.change);
    auto& row = line ? layer.row(*line) : place ? layer.row(*place) : layer.row().put_null();
    row.put(each.id).put(model::kind_of(each.change)).put(to_json(each.change));
    row.put(each.note).put(each.date).run();
  }
}

void write_scenarios(const Project& project, Layer& layer) {
  for (const auto& scenario : project.scenarios)
    layer.row().put(scenario.name).put(scenario.note).put(scenario.created).run();
}

void write_scenario_changes(const Project& project, Layer& layer) {
  for (const auto& scenario : project.scenarios) {
    for (const auto& change : scenario.changes) {
      const auto place = model::place_of(change);
      auto& row = place ? layer.row(*place) : layer.row().put_null();
      row.put(scenario.name).put(model::kind_of(change)).put(to_json(change)).run();
    }
  }
}

void write_service_areas(const Project& project, Layer& layer) {
  for (const auto& area : project.service_areas) {
    auto& row = layer.row(area.outline).put(area.type).put(area.provider).put(area.name);
    row.put(area.area).put(given_words.of(area.given)).put(area.source).put(area.date);
    row.put(area.sha256).run();
  }
}

void write_sources(const Project& project, Layer& layer) {
  for (const auto& source : project.sources) {
    auto& row = layer.row().put(source.role).put(source.file).put(source.date).put(source.licence);
    row.put(source.attribution).put(source.sha256).run();
  }
}

void write_report(const Project& project, Layer& layer) {
  for (const auto& entry : project.report) {
    layer.row().put(entry.severity).put(entry.code).put(entry.count).put(entry.examples).run();
  }
}

using WriteTable = void (*)(const Project&, Layer&);
const std::map<std::string_view, WriteTable>& writers() {
  static const std::map<std::string_view, WriteTable> all = {
      {"info", write_info},
      {"district", write_district},
      {"data_extent", write_extent},
      {"street_nodes", write_street_nodes},
      {"streets", write_streets},
      {"walkable_areas", write_walkable_areas},
      {"roads", write_roads},
      {"buildings", write_buildings},
      {"homes", write_homes},
      {"services", write_services},
      {"entrances", write_entrances},
      {"elements", write_elements},
      {"areas", write_areas},
      {"lines", write_lines},
      {"places", write_places},
      {"population_cells", write_population},
      {"terrain", write_terrain},
      {"population_areas", write_area_statistics},
      {"population_ages", write_age_bands},
      {"notes", write_notes},
      {"views", write_views},
      {"exercises", write_exercises},
      {"exercise_answers", write_exercise_answers},
      {"exercise_marks", write_exercise_marks},
      {"photos", write_photos},
      {"home_statements", write_home_statements},
      {"home_housing", write_home_housing},
      {"corrections", write_corrections},
      {"scenarios", write_scenarios},
      {"scenario_changes", write_scenario_changes},
      {"service_areas", write_service_areas},
      {"sources", write_sources},
      {"import_report", write_report}};
  return all;
}

using Counts = std::map<std::string_view, std::int64_t>;

tl::unexpected<base::Error> failed(const sqlite::Failure& failure, const fs::path& path) {
  if (failure.code == SQLITE_FULL) {
    return base::fail(ErrorCode::io, tr("the disk is full"), path.string(),
                      tr("free some space or choose another drive; the old file is unchanged"));
  }
  return base::fail(ErrorCode::io, std::string(tr("cannot be written")) + ": " + failure.what(),
                    path.string(), tr("choose another folder; the old file is unchanged"));
}

void write_records(const model::RecordTable& table, const model::Work& work, Layer& layer) {
  for (const auto& record : table.records(work)) {
    auto& row = !table.about.placed         ? layer.row()
                : record.points.empty()     ? layer.row().put_null()
                : record.points.size() == 1 ? layer.row(record.points[0])
                                            : layer.row(record.points);
    put_record(row, record);
    row.run();
  }
}

/// Tables without rows are not there: most projects have few of them.
void write_work(const sqlite::Database& database, const Project& project, Counts& counts) {
  const auto write = [&](const schema::Table& table, const auto& rows) {
    gpkg::create_table(database, table, project.info.epsg);
    Layer layer(database, table, project.info.epsg);
    rows(layer);
    counts[table.name] = layer.finish();
  };
  const auto& work = *project.work;
  for (const auto* table : model::record_tables()) {
    if (table->count(work) == 0) continue;
    write(schema_of(*table), [&](Layer& layer) { write_records(*table, work, layer); });
  }
  if (work.handout.id.empty()) return;
  write(handout_table(), [&](Layer& layer) {
    auto& row = layer.row();
    put_handout(row, work.handout);
    row.run();
  });
  write(handout_base_table(), [&](Layer& layer) {
    for (const auto& object : work.handout.base)
      layer.row().put(object.kind).put(object.id).put(object.hash).run();
  });
}

base::Result<void> write_all(const Project& project, const fs::path& path, Counts& counts,
                             jobs::Context& context, const std::string& changed) {
  try {
    auto database = sqlite::Database::create(path);
    database.run("BEGIN");
    gpkg::create_container(database, project.info.epsg);
    const auto& tables = schema::tables();
    for (std::size_t i = 0; i < tables.size(); ++i) {
      context.update(double(i) / double(tables.size()), tr("writing the project"));
      gpkg::create_table(database, tables[i], project.info.epsg);
      Layer layer(database, tables[i], project.info.epsg);
      writers().at(tables[i].name)(project, layer);
      counts[tables[i].name] = layer.finish();
    }
    write_work(database, project, counts);
    if (!changed.empty())
      Statement(database, "UPDATE gpkg_contents SET last_change=?").put(changed).run();
    database.run("COMMIT");
    return {};
  } catch (const sqlite::Failure& failure) {
    return failed(failure, path);
  }
}

base::Result<void> verify_all(const fs::path& path, const Counts& counts) {
  const auto wrong = [&](const std::string& what) {
    return base::fail(
        ErrorCode::io,
        std::string(tr("what was written does not read back the same")) + " (" + what + ")",
        path.string(), tr("check the drive; the old file is unchanged"));
  };
  try {
    auto database = sqlite::Database::open_untrusted(path, 600);
    Statement check(database, "PRAGMA quick_check");
    const std::string verdict = check.next() ? check.text() : "";
    if (verdict != "ok") return wrong(verdict);
    for (const auto& [table, count] : counts) {
      const auto found = database.integer("SELECT count(*) FROM " + sqlite::quoted(table));
      if (found != count) return wrong(fmt::format("{}: {} of {}", table, found, count));
    }
    return {};
  } catch (const sqlite::Failure& failure) {
    return wrong(failure.what());
  }
}

}  // namespace

base::Result<void> write_project(const Project& project, const fs::path& path,
                                 jobs::Context& context, const std::string& changed) {
  if (project.info.read_only_newer || is_newer_project(path)) {
    return base::fail(ErrorCode::newer_version, tr("was made by a newer version of the program"),
                      path.string(), tr("save under another name or use the newer program"));
  }
  Counts counts;
  bool cancelled = false;
  auto result = base::replace_file(
      path,
      [&](const fs::path& temporary) -> base::Result<void> {
        try {
          return write_all(project, temporary, counts, context, changed);
        } catch (const jobs::Cancelled&) {  // the temporary file must go first
          cancelled = true;
          return base::fail(ErrorCode::cancelled, tr("cancelled"), path.string());
        }
      },
      [&](const fs::path& temporary) { return verify_all(temporary, counts); });
  if (cancelled) throw jobs::Cancelled{};
  return result;
}

}  // namespace nahraum::io
