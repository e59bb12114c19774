#pragma once
/// The tables of the course's work in the project file: those that have rows, one GeoPackage table
/// each, with the columns that model/work_tables.hpp describes.

#include <map>
#include <string>
#include <vector>

#include "io/project_schema.hpp"
#include "io/sqlite.hpp"
#include "model/work.hpp"
#include "model/work_tables.hpp"

namespace nahraum::io {

/// As the file has it: `record_id`, then the columns, lists of ids as "3 14".
schema::Table schema_of(const model::RecordTable& table);
/// Of the hand-out: `handout` with one row, `handout_base` with a row for each object.
const schema::Table& handout_table();
const schema::Table& handout_base_table();

/// Puts id and cells, not the shape, which comes before them.
void put_record(sqlite::Statement& row, const model::Record& record);
void put_handout(sqlite::Statement& row, const model::Handout& handout);

/// Fills the rows of every table that the file has. Throws sqlite::Failure where a value cannot be.
void read_work(const sqlite::Database& database, const std::vector<std::string>& tables,
               model::Work& work);

}  // namespace nahraum::io
