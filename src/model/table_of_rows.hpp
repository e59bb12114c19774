#pragma once
/// The one kind of table: rows of a struct, reached by pointers to its members.

#include <algorithm>
#include <utility>

#include "base/check.hpp"
#include "model/work_tables.hpp"

namespace nahraum::model {

template <class Row>
using Member = std::variant<std::string Row::*, Id Row::*, Whole Row::*, Number Row::*, bool Row::*,
                            Ids Row::*>;

template <class Row>
struct MemberColumn {
  RecordColumn column;
  Member<Row> member;
};

inline Cell cell_of(const std::string& value) {
  return value;
}
inline Cell cell_of(Id value) {
  return value;
}
inline Cell cell_of(const Whole& value) {
  return value ? Cell(*value) : Cell();
}
inline Cell cell_of(const Number& value) {
  return value ? Cell(*value) : Cell();
}
inline Cell cell_of(bool value) {
  return value;
}
inline Cell cell_of(const Ids& value) {
  return value;
}

template <class Value>
void set_from(const Cell& cell, Value& value) {
  value = std::get<Value>(cell);
}
template <class Value>
void set_from(const Cell& cell, std::optional<Value>& value) {
  const auto* known = std::get_if<Value>(&cell);
  value = known ? std::optional<Value>(*known) : std::nullopt;
}

template <class Row>
class TableOfRows : public RecordTable {
 public:
  TableOfRows(About what, std::vector<Row> Work::*rows, std::vector<MemberColumn<Row>> members,
              Points Row::*points = nullptr)
      : RecordTable(what, columns_of(members)),
        rows_(rows),
        members_(std::move(members)),
        points_(points) {
    about.placed = points != nullptr;
  }

  std::size_t count(const Work& work) const override { return (work.*rows_).size(); }
  std::vector<Record> records(const Work& work) const override {
    std::vector<Record> all;
    for (const auto& row : work.*rows_)
      all.push_back(record(row));
    return all;
  }
  std::optional<Record> find(const Work& work, Id id) const override {
    const Row* row = find_row(work.*rows_, id);
    return row ? std::optional(record(*row)) : std::nullopt;
  }
  void put(Work& work, const Record& record) const override {
    auto& rows = work.*rows_;
    const auto at = std::lower_bound(rows.begin(), rows.end(), record.id,
                                     [](const Row& row, Id id) { return row.id < id; });
    if (at != rows.end() && at->id == record.id)
      *at = row(record);
    else
      rows.insert(at, row(record));
  }
  void erase(Work& work, Id id) const override {
    std::erase_if(work.*rows_, [id](const Row& row) { return row.id == id; });
  }
  Id next_id(const Work& work) const override {
    return next_row_id(work.*rows_, work.handout.group);
  }
  Record blank() const override { return record(Row{}); }

  Record record(const Row& row) const {
    Record record{row.id, {}, points_ ? row.*points_ : Points{}};
    for (const auto& each : members_)
      record.cells.push_back(
          std::visit([&](auto member) { return cell_of(row.*member); }, each.member));
    return record;
  }
  Row row(const Record& record) const {
    NAHRAUM_CHECK(fits(record));
    Row row;
    row.id = record.id;
    if (points_) row.*points_ = record.points;
    for (std::size_t i = 0; i < members_.size(); ++i)
      std::visit([&](auto member) { set_from(record.cells[i], row.*member); }, members_[i].member);
    return row;
  }

 private:
  static std::vector<RecordColumn> columns_of(const std::vector<MemberColumn<Row>>& members) {
    std::vector<RecordColumn> columns;
    for (const auto& each : members)
      columns.push_back(each.column);
    return columns;
  }

  std::vector<Row> Work::*rows_;
  std::vector<MemberColumn<Row>> members_;
  Points Row::*points_;
};

template <class Row>
Record to_record(const Row& row) {
  return static_cast<const TableOfRows<Row>&>(table_of<Row>()).record(row);
}
template <class Row>
Row from_record(const Record& record) {
  return static_cast<const TableOfRows<Row>&>(table_of<Row>()).row(record);
}

}  // namespace nahraum::model
