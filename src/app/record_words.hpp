#pragma once
/// Cells of the course's tables as people read and write them: choices in their language, dates and
/// numbers by its manners, other rows by their names.

#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/edit.hpp"
#include "model/work_tables.hpp"

namespace nahraum::app {

/// What a reference may name: rows of a table, services ("service"), notes ("note").
struct Named {
  model::Id id = 0;
  std::string name;  ///< with its number behind where others are called the same
};
std::vector<Named> named_rows(const model::Project& project, const std::string& table);
/// "" for 0; "#7" where the row is gone.
std::string row_name(const model::Project& project, const std::string& table, model::Id id);

/// "" for what is unknown.
std::string cell_words(const model::Project& project, const model::RecordColumn& column,
                       const model::Cell& cell);
/// The cell that was meant: a choice by its word in either language or its id, a row by its name or
/// "#7", a date as 22.11.2026 or 2026-11-22, a number with comma or point, with or without its
/// unit. Errors: bad_input with what is allowed.
base::Result<model::Cell> cell_from_words(const model::Project& project,
                                          const model::RecordColumn& column,
                                          const std::string& words);

/// A table as rows of words, the first being the header; their first cell is the row's number.
std::vector<std::vector<std::string>> table_words(const model::Project& project,
                                                  const model::RecordTable& table);

/// Rows that were pasted or read from a file become one edit. A header names the columns in either
/// language; without one they are taken in the table's order. A row whose number is there already
/// replaces it. Cells that cannot be read stay empty and are told in `troubles` with row and
/// column.
struct PastedRecords {
  model::ChangeRecords edit;
  std::vector<std::string> troubles;
};
base::Result<PastedRecords> paste_records(const model::Project& project,
                                          const model::RecordTable& table,
                                          const std::vector<std::vector<std::string>>& rows);

}  // namespace nahraum::app
