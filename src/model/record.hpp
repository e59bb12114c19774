#pragma once
/// A row of a table as plain cells: what tables on the screen, files, spreadsheets, edits and the
/// merge of groups share, so that each of them knows all tables by one code
/// (model/work_tables.hpp).

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "geo/values.hpp"

namespace nahraum::model {

/// Nothing: unknown, which is neither zero nor no.
using Cell = std::variant<std::monostate, bool, std::int32_t, double, std::string,
                          std::vector<std::int32_t>>;

struct Record {
  std::int32_t id = 0;
  std::vector<Cell> cells;         ///< one for each column of its table, in order
  std::vector<geo::Point> points;  ///< empty: has no place; in the project's CRS
  friend bool operator==(const Record&, const Record&) = default;
};

/// What becomes of one row: another one in its place, or none.
struct RecordChange {
  std::string table;
  std::int32_t id = 0;  ///< 0: the next free one is given
  std::optional<Record> now;
  friend bool operator==(const RecordChange&, const RecordChange&) = default;
};

}  // namespace nahraum::model
