#pragma once
/// The GeoPackage around the tables: its own metadata, the CRS, table by table.

#include <string>

#include "geo/values.hpp"
#include "io/project_schema.hpp"
#include "io/sqlite.hpp"

namespace nahraum::io::gpkg {

/// Header and metadata tables of a new file, with the CRS EPSG:`epsg`.
void create_container(sqlite::Database& database, int epsg);
/// The table and its entries in the metadata; `box` of its shapes may be empty.
void create_table(const sqlite::Database& database, const schema::Table& table, int epsg);
void set_extent(const sqlite::Database& database, const schema::Table& table, const geo::Box& box);

/// An INSERT of up to `rows` rows (fid, geom, …) and the SELECT that reads the same columns. Rows
/// without fid are skipped. Many at once: AUTOINCREMENT, which GeoPackage asks for, keeps books
/// after every statement.
std::string insert_sql(const schema::Table& table, int rows);
std::string select_sql(const schema::Table& table);

}  // namespace nahraum::io::gpkg
