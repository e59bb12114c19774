#include "model/work_tables.hpp"

#include <algorithm>

#include "model/held_work.hpp"
#include "model/table_lists.hpp"

namespace nahraum::model {
namespace {

/// What a cell of the column may be.
bool is_of(const RecordColumn& column, const Cell& cell) {
  const bool unknown = std::holds_alternative<std::monostate>(cell);
  switch (column.kind) {
    case ColumnKind::text:
    case ColumnKind::choice:
    case ColumnKind::date:
      return std::holds_alternative<std::string>(cell);
    case ColumnKind::whole:
      return unknown || std::holds_alternative<std::int32_t>(cell);
    case ColumnKind::number:
      return unknown || std::holds_alternative<double>(cell);
    case ColumnKind::flag:
      return std::holds_alternative<bool>(cell);
    case ColumnKind::reference:
      return std::holds_alternative<std::int32_t>(cell);
    case ColumnKind::references:
      return std::holds_alternative<std::vector<std::int32_t>>(cell);
  }
  return false;
}

}  // namespace

bool RecordTable::fits(const Record& record) const {
  if (record.cells.size() != columns.size()) return false;
  if (!about.placed && !record.points.empty()) return false;
  return std::equal(columns.begin(), columns.end(), record.cells.begin(), is_of);
}

int RecordTable::column(std::string_view column_name) const {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].name == column_name) return static_cast<int>(i);
  }
  return -1;
}

const std::vector<const RecordTable*>& record_tables() {
  static const std::vector<const RecordTable*> all = [] {
    auto tables = tables_of_people();
    const auto planning = tables_of_planning();
    tables.insert(tables.end(), planning.begin(), planning.end());
    return tables;
  }();
  return all;
}

const RecordTable* record_table(std::string_view name) {
  for (const auto* table : record_tables()) {
    if (table->about.name == name) return table;
  }
  return nullptr;
}

HeldWork::HeldWork() : HeldWork(Work{}) {}
HeldWork::HeldWork(Work work) : held_(std::make_shared<const Work>(std::move(work))) {}

Work& HeldWork::edit() {
  auto copy = std::make_shared<Work>(*held_);
  held_ = copy;
  return *copy;
}

bool operator==(const HeldWork& a, const HeldWork& b) {
  if (a.held_ == b.held_) return true;
  const auto same = [&](const RecordTable* table) {
    return table->records(*a) == table->records(*b);
  };
  return a->handout == b->handout &&
         std::all_of(record_tables().begin(), record_tables().end(), same);
}

}  // namespace nahraum::model
