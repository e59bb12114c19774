#pragma once
/// The tables of the course's work, each with its columns, their kinds and their words for people.
/// One description serves the project file, tables on the screen, spreadsheets, edits and the
/// merge.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/record.hpp"
#include "model/work.hpp"

namespace nahraum::model {

enum class ColumnKind {
  text,
  choice,      ///< text, one of `choices` or another one that an author made
  date,        ///< text, ISO
  whole,       ///< std::int32_t or unknown
  number,      ///< double or unknown
  flag,        ///< bool
  reference,   ///< std::int32_t, id of a row of `refers_to`, 0 none
  references,  ///< several of them
};

struct Choice {
  const char* id;
  const char* label;  ///< message id
};

struct RecordColumn {
  const char* name;   ///< in files: "next_step"
  const char* label;  ///< message id: "Next step"
  ColumnKind kind = ColumnKind::text;
  const char* refers_to = "";  ///< table, or "service"
  std::vector<Choice> choices = {};
};

class RecordTable {
 public:
  struct About {
    const char* name;   ///< "actors"
    const char* label;  ///< message id: "Actors"
    const char* added;  ///< message ids of the history list
    const char* changed;
    const char* removed;
    bool placed = false;  ///< its rows have points
  };
  About about;
  std::vector<RecordColumn> columns;

  virtual ~RecordTable() = default;
  virtual std::size_t count(const Work& work) const = 0;
  virtual std::vector<Record> records(const Work& work) const = 0;
  virtual std::optional<Record> find(const Work& work, Id id) const = 0;
  /// Instead of the row with its id, or in its place among the others. The record fits.
  virtual void put(Work& work, const Record& record) const = 0;
  virtual void erase(Work& work, Id id) const = 0;
  virtual Id next_id(const Work& work) const = 0;
  virtual Record blank() const = 0;
  /// As many cells as columns, each of its column's kind; points only where it has places.
  bool fits(const Record& record) const;
  int column(std::string_view column_name) const;  ///< −1 none

 protected:
  RecordTable(About what, std::vector<RecordColumn> which)
      : about(what), columns(std::move(which)) {}
};

/// In the order of the modules.
const std::vector<const RecordTable*>& record_tables();
/// Null where there is none of that name.
const RecordTable* record_table(std::string_view name);

/// Of every row type in model/work.hpp.
template <class Row>
const RecordTable& table_of();
template <class Row>
Record to_record(const Row& row);
template <class Row>
Row from_record(const Record& record);

/// A row put in or changed, taken out.
template <class Row>
RecordChange put_row(const Row& row) {
  return {table_of<Row>().about.name, row.id, to_record(row)};
}
template <class Row>
RecordChange erase_row(const Row& row) {
  return {table_of<Row>().about.name, row.id, std::nullopt};
}

}  // namespace nahraum::model
