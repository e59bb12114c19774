#pragma once
/// Rows for every table of the course's work, with a value in each column, or in none.

#include <string>

#include "model/work_tables.hpp"

namespace nahraum::districts {

inline model::Cell sample_cell(const model::RecordColumn& column, std::int32_t n) {
  using enum model::ColumnKind;
  switch (column.kind) {
    case whole:
      return n % 3 == 0 ? model::Cell() : model::Cell(n * 7 - 40);
    case number:
      return n % 4 == 0 ? model::Cell() : model::Cell(n / 3.0);
    case flag:
      return n % 2 == 0;
    case reference:
      return n % 5;
    case references:
      return n % 3 == 0 ? std::vector<std::int32_t>{} : std::vector<std::int32_t>{n, 2 * n + 1};
    case date:
      return std::string(n % 4 == 0 ? "" : "2026-11-2" + std::to_string(n % 10));
    default:
      return "„" + std::string(column.name) + "“; Zeile\n" + std::to_string(n);
  }
}

inline model::Record sample_record(const model::RecordTable& table, model::Id id, std::int32_t n) {
  model::Record record{id, {}, {}};
  for (const auto& column : table.columns)
    record.cells.push_back(sample_cell(column, n++));
  for (int i = 0; table.about.placed && i < n % 4; ++i)
    record.points.push_back({n + i * 10.5, 3.0 * n - i});
  return record;
}

inline model::Work sample_work(int rows) {
  model::Work work;
  for (const auto* table : model::record_tables()) {
    for (int i = 1; i <= rows; ++i)
      table->put(work, sample_record(*table, i * i, i * 3 + rows));
  }
  return work;
}

}  // namespace nahraum::districts
