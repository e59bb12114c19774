#include "io/work_rows.hpp"

#include <algorithm>
#include <set>

#include <sqlite3.h>

#include "base/text.hpp"
#include "io/gpkg_container.hpp"
#include "io/gpkg_geometry.hpp"

namespace nahraum::io {
namespace {

using model::Cell;
using model::ColumnKind;
using sqlite::Statement;

[[noreturn]] void damaged(const char* what) {
  throw sqlite::Failure(SQLITE_CORRUPT, what);
}

const char* type_of(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::whole:
    case ColumnKind::reference:
      return "INTEGER";
    case ColumnKind::number:
      return "REAL";
    case ColumnKind::flag:
      return "BOOLEAN";
    default:
      return "TEXT";
  }
}

struct Putter {
  Statement& row;
  void operator()(std::monostate) const { row.put_null(); }
  void operator()(const std::vector<std::int32_t>& ids) const {
    std::string text;
    for (const auto id : ids)
      text += (text.empty() ? "" : " ") + std::to_string(id);
    row.put(text);
  }
  template <class Value>
  void operator()(const Value& value) const {
    row.put(value);
  }
};

std::int32_t whole_of(std::int64_t value) {
  if (value < INT32_MIN || value > INT32_MAX) damaged("a number that is too large");
  return static_cast<std::int32_t>(value);
}

std::vector<std::int32_t> ids_of(const std::string& text) {
  std::vector<std::int32_t> ids;
  for (const auto& word : base::split(text, ' ')) {
    if (word.empty()) continue;
    const auto id = base::parse_number(word, false);
    if (!id || !(*id >= 0 && *id <= INT32_MAX)) damaged("a list of numbers that is none");
    ids.push_back(static_cast<std::int32_t>(*id));
  }
  return ids;
}

Cell read_cell(Statement& row, ColumnKind kind) {
  switch (kind) {
    case ColumnKind::whole: {
      const auto value = row.optional_integer();
      return value ? Cell(std::int32_t{*value}) : Cell();
    }
    case ColumnKind::number: {
      const auto value = row.optional_real();
      return value ? Cell(*value) : Cell();
    }
    case ColumnKind::reference:
      return whole_of(row.integer());
    case ColumnKind::flag:
      return row.flag();
    case ColumnKind::references:
      return ids_of(row.text());
    default:
      return row.text();
  }
}

void read_table(const sqlite::Database& database, const model::RecordTable& table,
                model::Work& work) {
  Statement rows(database, gpkg::select_sql(schema_of(table)));
  std::set<model::Id> seen;
  while (rows.next()) {
    rows.integer();
    model::Record record;
    if (table.about.placed && rows.is_null())
      rows.blob();
    else if (table.about.placed)
      record.points = gpkg::decode_points(rows.blob());
    record.id = whole_of(rows.integer());
    if (record.id < 1 || !seen.insert(record.id).second)
      damaged("a row without a number of its own");
    for (const auto& column : table.columns)
      record.cells.push_back(read_cell(rows, column.kind));
    table.put(work, record);
  }
}

void read_handout(const sqlite::Database& database, model::Handout& handout) {
  Statement one(database, gpkg::select_sql(handout_table()));
  if (!one.next()) return;
  one.integer();
  handout.id = one.text();
  handout.group = whole_of(one.integer());
  handout.groups = whole_of(one.integer());
  if (handout.group < 0 || handout.group > INT32_MAX / model::ids_of_a_group - 1)
    damaged("a group that cannot be");
}

void read_base(const sqlite::Database& database, model::Handout& handout) {
  Statement rows(database, gpkg::select_sql(handout_base_table()));
  while (rows.next()) {
    rows.integer();
    model::BaseObject object{rows.text(), 0, {}};
    object.id = whole_of(rows.integer());
    object.hash = rows.text();
    handout.base.push_back(std::move(object));
  }
}

}  // namespace

schema::Table schema_of(const model::RecordTable& table) {
  schema::Table out{table.about.name,
                    table.about.placed ? "GEOMETRY" : "",
                    table.about.label,
                    {{"record_id", "INTEGER", "stays for the project's life"}},
                    true};
  for (const auto& column : table.columns)
    out.columns.push_back({column.name, type_of(column.kind), column.label});
  return out;
}

const schema::Table& handout_table() {
  static const schema::Table table{"handout",
                                   "",
                                   "The hand-out to groups that this file belongs to",
                                   {{"handout", "TEXT", "the same in all its files"},
                                    {"group_number", "INTEGER", "0: the trainer's own"},
                                    {"groups", "INTEGER", "files that were handed out"}},
                                   true};
  return table;
}

const schema::Table& handout_base_table() {
  static const schema::Table table{
      "handout_base",
      "",
      "Objects as they were when the files were handed out",
      {{"kind", "TEXT", ""}, {"object_id", "INTEGER", ""}, {"hash", "TEXT", "of its text form"}},
      true};
  return table;
}

void put_record(Statement& row, const model::Record& record) {
  row.put(record.id);
  for (const auto& cell : record.cells)
    std::visit(Putter{row}, cell);
}

void put_handout(Statement& row, const model::Handout& handout) {
  row.put(handout.id).put(handout.group).put(handout.groups);
}

void read_work(const sqlite::Database& database, const std::vector<std::string>& tables,
               model::Work& work) {
  const auto there = [&](std::string_view name) {
    return std::find(tables.begin(), tables.end(), name) != tables.end();
  };
  for (const auto* table : model::record_tables()) {
    if (there(table->about.name)) read_table(database, *table, work);
  }
  if (there("handout")) read_handout(database, work.handout);
  if (there("handout_base")) read_base(database, work.handout);
}

}  // namespace nahraum::io
