#pragma once
/// The project file: one GeoPackage 1.3 (OGC 12-128r18), every table below registered in
/// gpkg_contents, so that QGIS and ogrinfo show them as layers. All shapes are in the project's CRS
/// (metres); times, dates and ids as described at each column. Rows keep the order of their `fid`.
///
/// `tags` columns hold OSM tags as one flat JSON object of strings, NULL for none. `osm` columns
/// hold "n123", "w5", "r7" or "". The format version is in `info` (key "format"): it grows when an
/// older program would read the file wrongly; columns and tables that are merely added do not raise
/// it. A file says the least version that reads it right (`version_for`): 2 where it has
/// corrections or drawings.

#include <algorithm>
#include <charconv>
#include <string_view>
#include <vector>

#include "model/project.hpp"

namespace nahraum::io::schema {

inline constexpr int format_version = 2;

inline int version_for(const model::Project& project) {
  const bool drawings =
      std::any_of(project.notes.begin(), project.notes.end(),
                  [](const model::Note& note) { return note.kind > model::NoteKind::arrow; });
  const bool stated = std::any_of(project.homes.begin(), project.homes.end(),
                                  [](const model::Home& home) { return !home.stated.empty(); });
  return drawings || stated || !project.corrections.empty() ? 2 : 1;
}

/// 0 for what is no number.
inline int version_of(std::string_view text) {
  int version = 0;
  std::from_chars(text.data(), text.data() + text.size(), version);
  return version;
}

struct Column {
  std::string_view name;
  std::string_view type;  ///< SQLite / GeoPackage type
  std::string_view what;  ///< meaning and unit
};

struct Table {
  std::string_view name;
  std::string_view
      geometry;  ///< POINT, LINESTRING, MULTIPOLYGON, GEOMETRY, or "" for attributes only
  std::string_view what;
  std::vector<Column> columns;  ///< without `fid` and `geom`, which come first
  bool later = false;           ///< added after format 1 was fixed: an older project has none
};

/// In the order in which they are written and read.
inline const std::vector<Table>& tables() {
  static const std::vector<Table> all = {
      {"info",
       "",
       "What the project is",
       {{"key", "TEXT",
         "format, title, epsg, created, data_date, rim_m, partial, catalogue_edition, "
         "program_version"},
        {"value", "TEXT", "as text, numbers in C locale"}}},
      {"district", "MULTIPOLYGON", "The district, one row", {}},
      {"data_extent",
       "MULTIPOLYGON",
       "Where streets are known: district + rim, cut at the file's edge",
       {}},
      {"street_nodes",
       "POINT",
       "Points of the streets; fid − 1 is the index that `nodes` refers to",
       {{"osm_id", "INTEGER", "node id, negative for nodes made here"},
        {"frontier", "BOOLEAN", "a street goes on behind, but the data do not"},
        {"tags", "TEXT", "crossing, kerb, barrier …"}}},
      {"streets",
       "LINESTRING",
       "What may be walked by somebody: one OSM way or the part inside the extent",
       {{"osm_way_id", "INTEGER", ""},
        {"highway", "TEXT", "for styling; the same as in tags"},
        {"name", "TEXT", "for labels; the same as in tags"},
        {"nodes", "BLOB", "indices into street_nodes, uint32 little-endian, one after the other"},
        {"tags", "TEXT", ""}}},
      {"walkable_areas",
       "MULTIPOLYGON",
       "Squares and platforms crossed in any direction",
       {{"osm", "TEXT", ""},
        {"rings", "BLOB",
         "per ring: count, then that many indices into street_nodes; uint32 little-endian; outer "
         "ring first"},
        {"tags", "TEXT", ""}}},
      {"roads",
       "LINESTRING",
       "Roads that nobody walks",
       {{"osm_way_id", "INTEGER", ""},
        {"highway", "TEXT", "for styling; the same as in tags"},
        {"tags", "TEXT", ""}}},
      {"buildings",
       "MULTIPOLYGON",
       "Outlines",
       {{"osm", "TEXT", ""},
        {"kind", "TEXT", "building=*"},
        {"levels", "REAL", "storeys, 0 where not tagged"},
        {"home_id", "INTEGER", "homes.fid, NULL where nobody lives"}}},
      {"homes",
       "POINT",
       "Residential buildings; fid is the home's id",
       {{"osm", "TEXT", ""},
        {"address", "TEXT", ""},
        {"floors", "REAL", "storeys"},
        {"floors_assumed", "BOOLEAN", ""},
        {"floor_area_m2", "REAL", "footprint · floors · residential share · 0.8"},
        {"dwellings", "INTEGER", ""},
        {"dwellings_assumed", "BOOLEAN", ""},
        {"residents", "INTEGER", "persons, NULL unknown"},
        {"residents_65", "INTEGER", "65 and older, NULL unknown"},
        {"residents_80", "INTEGER", "80 and older, NULL unknown"},
        {"basis", "TEXT", "none, counted, weighted, assumed"},
        {"in_district", "BOOLEAN", "0: in the rim, never counted"}}},
      {"services",
       "POINT",
       "Places that offer something; fid is the service's id",
       {{"type", "TEXT", "catalogue id, \"G04\""},
        {"name", "TEXT", ""},
        {"osm", "TEXT", ""},
        {"provider", "TEXT", "operator"},
        {"sector", "TEXT", "state, market, nonprofit, informal or \"\""},
        {"capacity", "REAL", "places, NULL unknown"},
        {"origin", "TEXT", "osm (unverified), list, user"},
        {"note", "TEXT", "what is to be checked"},
        {"in_district", "BOOLEAN", ""},
        {"tags", "TEXT", "opening_hours, wheelchair …"}}},
      {"entrances",
       "POINT",
       "Of homes and services, the main one first",
       {{"owner", "TEXT", "home or service"},
        {"owner_id", "INTEGER", "homes.fid or services.fid"}}},
      {"elements",
       "POINT",
       "What stops people and what lets them rest",
       {{"kind", "TEXT", "steps, kerb, crossing, lift, barrier, bench, shelter"},
        {"osm", "TEXT", ""},
        {"tags", "TEXT", ""}}},
      {"areas",
       "MULTIPOLYGON",
       "Land use and water, largest first",
       {{"kind", "TEXT", "water, wood, park, residential …"},
        {"osm", "TEXT", ""},
        {"name", "TEXT", ""}}},
      {"lines",
       "LINESTRING",
       "Rail, water, walls",
       {{"kind", "TEXT", "rail, tram, river, stream, wall, fence, hedge, tree_row, power"},
        {"osm", "TEXT", ""},
        {"name", "TEXT", ""},
        {"tunnel", "BOOLEAN", ""},
        {"bridge", "BOOLEAN", ""}}},
      {"places", "POINT", "Names on the map", {{"name", "TEXT", ""}, {"kind", "TEXT", "place=*"}}},
      {"population_cells",
       "MULTIPOLYGON",
       "Source cells of population, as published",
       {{"cell", "TEXT", "the source's id"},
        {"source", "TEXT", "file name"},
        {"residents", "INTEGER", "persons, NULL unknown or suppressed"},
        {"residents_65", "INTEGER", ""},
        {"residents_80", "INTEGER", ""},
        {"homes", "INTEGER", "homes that the cell was spread over"},
        {"unplaced", "BOOLEAN", "people, but no home: counted nowhere"}}},
      {"terrain",
       "",
       "Heights of the ground, one row or none: a grid in the project's CRS",
       {{"file", "TEXT", "first source file"},
        {"resolution_m", "REAL", "of the source"},
        {"west", "REAL", "centre of the first cell"},
        {"south", "REAL", ""},
        {"cell_m", "REAL", ""},
        {"columns", "INTEGER", ""},
        {"rows", "INTEGER", ""},
        {"heights", "BLOB",
         "metres, float32 little-endian, row by row from the south-west, -32768 unknown; zlib"}},
       true},
      {"population_areas",
       "",
       "What the source states of a population cell besides its sums",
       {{"cell_row", "INTEGER", "population_cells.fid"},
        {"name", "TEXT", ""},
        {"date", "TEXT", "ISO date or year of the figures, \"\" unknown"},
        {"living_alone_65", "INTEGER", "one-person households of people of 65 and over"},
        {"households_65", "INTEGER", "households with people of 65 and over"}},
       true},
      {"population_ages",
       "",
       "Persons of a population cell by age band, as published",
       {{"cell_row", "INTEGER", "population_cells.fid"},
        {"from_age", "INTEGER", "years"},
        {"below_age", "INTEGER", "years, left out; NULL open upwards"},
        {"sex", "TEXT", "both, women, men"},
        {"persons", "INTEGER", "NULL unknown or suppressed"}},
       true},
      {"notes",
       "GEOMETRY",
       "What the user drew: one point, or target and text place, or from and to, or a line; a "
       "polygon's outline without its last point",
       {{"note_id", "INTEGER", ""},
        {"kind", "TEXT",
         "point, text, callout, arrow, freehand, polygon, highlight, number, photo"},
        {"text", "TEXT", ""}}},
      {"views",
       "POINT",
       "Views of the map under a name, in the order in which they are presented; where each looks",
       {{"view_id", "INTEGER", ""},
        {"name", "TEXT", ""},
        {"denominator", "REAL", "scale 1:n"},
        {"type", "TEXT", "service type, catalogue id"},
        {"profile", "TEXT", "walking profile, catalogue id"},
        {"limit_text", "TEXT", "10min or 500m"},
        {"scenario", "TEXT", "scenarios.name; empty: the project as it is"},
        {"hidden", "TEXT", "layers that are off, separated by spaces"}},
       true},
      {"exercises",
       "",
       "Exercises of the course that were begun",
       {{"exercise_id", "INTEGER", ""},
        {"exercise", "TEXT", "the exercise's id"},
        {"step", "TEXT", "id of the step that the group is at"},
        {"began", "TEXT", "ISO date"},
        {"finished", "TEXT", "ISO date, empty: not finished"}},
       true},
      {"exercise_answers",
       "",
       "What was answered in them, in order",
       {{"exercise_id", "INTEGER", "exercises.exercise_id"},
        {"step", "TEXT", "the step's id"},
        {"value", "TEXT", "a choice's id, a number in C locale or a text"},
        {"revealed", "BOOLEAN", "the solution was looked at"}},
       true},
      {"exercise_marks",
       "GEOMETRY",
       "Pins, lines and areas that are answers; an area's outline without its last point",
       {{"exercise_id", "INTEGER", "exercises.exercise_id"}, {"step", "TEXT", "the step's id"}},
       true},
      {"photos",
       "",
       "Pictures of the notes of kind photo",
       {{"note_id", "INTEGER", "notes.note_id"},
        {"name", "TEXT", "of the file, without folder"},
        {"jpeg", "BLOB", "upright, without camera data"}},
       true},
      {"home_statements",
       "",
       "Homes whose residents the user stated",
       {{"home_id", "INTEGER", "homes.fid"}, {"date", "TEXT", "ISO date of the statement"}},
       true},
      {"corrections",
       "GEOMETRY",
       "What the map data have wrong, always in force; none of it is in the other tables",
       {{"correction_id", "INTEGER", ""},
        {"kind", "TEXT", "add_bench, add_path …, as in scenario_changes"},
        {"change", "TEXT", "particulars as one JSON object, places in the project's CRS"},
        {"note", "TEXT", ""},
        {"date", "TEXT", "ISO date on which it was stated"}},
       true},
      {"scenarios",
       "",
       "Named sets of changes; none of them is in the other tables",
       {{"name", "TEXT", "each once"}, {"note", "TEXT", ""}, {"created", "TEXT", "ISO date"}},
       true},
      {"scenario_changes",
       "POINT",
       "What the scenarios change, in order",
       {{"scenario", "TEXT", "scenarios.name"},
        {"kind", "TEXT", "open_service, add_path …"},
        {"change", "TEXT", "particulars as one JSON object, places in the project's CRS"}},
       true},
      {"service_areas",
       "MULTIPOLYGON",
       "Where providers come to people's homes, ordered by type",
       {{"type", "TEXT", "catalogue id, \"P01\""},
        {"provider", "TEXT", "\"\" unknown"},
        {"name", "TEXT", "of the offer"},
        {"area", "TEXT", R"(as stated: "52062, 52064"; "" for a drawn outline)"},
        {"given", "TEXT", "polygon, postcodes, areas (of the population), mixed"},
        {"source", "TEXT", "names without folder: the file, and that of the postcodes' polygons"},
        {"date", "TEXT", "ISO date or year from when it is, \"\" unknown"},
        {"sha256", "TEXT", "of the file that states the area"}},
       true},
      {"sources",
       "",
       "What the project was made from",
       {{"role", "TEXT", "osm, population, district, services"},
        {"file", "TEXT", "name without folder"},
        {"date", "TEXT", "ISO date of the data, \"\" unknown"},
        {"licence", "TEXT", ""},
        {"attribution", "TEXT", "must stand on every map"},
        {"sha256", "TEXT", "of the file"}}},
      {"import_report",
       "",
       "What was dropped, repaired or assumed",
       {{"severity", "TEXT", "loss, warning, info"},
        {"code", "TEXT",
         "missing_node, duplicate_object …; behind a dot the service type that it is about"},
        {"count", "INTEGER", ""},
        {"examples", "TEXT", "up to five ids"}}},
  };
  return all;
}

}  // namespace nahraum::io::schema
