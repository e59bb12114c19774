#include "io/gpkg_container.hpp"

#include <fmt/format.h>

#include "geo/crs.hpp"
#include "io/gdal.hpp"

namespace nahraum::io::gpkg {
namespace {

constexpr const char* metadata_sql = R"(
PRAGMA application_id = 1196444487;  -- 'GPKG'
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
)";

void add_srs(const sqlite::Database& database, const std::string& name, int id,
             const std::string& organization, const std::string& definition) {
  sqlite::Statement insert(database, "INSERT INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,NULL)");
  insert.put(name).put(id).put(organization).put(id).put(definition).run();
}

std::string column_names(const schema::Table& table) {
  std::string names = table.geometry.empty() ? "fid" : "fid, geom";
  for (const auto& column : table.columns)
    names += ", " + sqlite::quoted(column.name);
  return names;
}

}  // namespace

void create_container(sqlite::Database& database, int epsg) {
  database.run(metadata_sql);
  add_srs(database, "Undefined cartesian SRS", -1, "NONE", "undefined");
  add_srs(database, "Undefined geographic SRS", 0, "NONE", "undefined");
  add_srs(database, "WGS 84 geodetic", 4326, "EPSG", wkt_of(4326));
  if (epsg != 4326) add_srs(database, geo::crs_name(epsg), epsg, "EPSG", wkt_of(epsg));
}

void create_table(const sqlite::Database& database, const schema::Table& table, int epsg) {
  const bool shaped = !table.geometry.empty();
  std::string sql = "CREATE TABLE " + sqlite::quoted(table.name) +
                    " (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL";
  if (shaped) sql += fmt::format(", geom {}", table.geometry);
  for (const auto& column : table.columns) {
    sql += fmt::format(", {} {}", sqlite::quoted(column.name), column.type);
  }
  sqlite::Statement(database, sql + ")").run();
  sqlite::Statement contents(database,
                             "INSERT INTO gpkg_contents(table_name, data_type, identifier, "
                             "description, srs_id) VALUES (?,?,?,?,?)");
  contents.put(table.name).put(shaped ? "features" : "attributes").put(table.name).put(table.what);
  if (shaped)
    contents.put(epsg);
  else
    contents.put_null();
  contents.run();
  if (!shaped) return;
  sqlite::Statement(database, "INSERT INTO gpkg_geometry_columns VALUES (?,'geom',?,?,0,0)")
      .put(table.name)
      .put(table.geometry)
      .put(epsg)
      .run();
}

void set_extent(const sqlite::Database& database, const schema::Table& table, const geo::Box& box) {
  if (box.empty()) return;
  sqlite::Statement(
      database, "UPDATE gpkg_contents SET min_x=?, min_y=?, max_x=?, max_y=? WHERE table_name=?")
      .put(box.min_x)
      .put(box.min_y)
      .put(box.max_x)
      .put(box.max_y)
      .put(table.name)
      .run();
}

std::string insert_sql(const schema::Table& table, int rows) {
  const std::size_t count = table.columns.size() + (table.geometry.empty() ? 1 : 2);
  std::string row = "(?";
  for (std::size_t i = 1; i < count; ++i)
    row += ",?";
  std::string all = row + ")";
  for (int i = 1; i < rows; ++i)
    all += "," + row + ")";
  return fmt::format("INSERT INTO {} ({}) SELECT * FROM (VALUES {}) WHERE column1 IS NOT NULL",
                     sqlite::quoted(table.name), column_names(table), all);
}

std::string select_sql(const schema::Table& table) {
  return fmt::format("SELECT {} FROM {} ORDER BY fid", column_names(table),
                     sqlite::quoted(table.name));
}

}  // namespace nahraum::io::gpkg
