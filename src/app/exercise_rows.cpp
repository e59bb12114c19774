#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "app/exercise_work.hpp"
#include "base/translate.hpp"
#include "model/work_tables.hpp"

namespace nahraum::app {
namespace {

using course::RowTest;
using Tell = course::RowsFigure::Tell;
using Unit = FigureValue::Unit;

/// A cell as files write it; "" where nothing is known.
struct CellText {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(bool value) const { return value ? "yes" : "no"; }
  std::string operator()(std::int32_t value) const { return std::to_string(value); }
  std::string operator()(double value) const { return fmt::format("{}", value); }
  std::string operator()(const std::string& value) const { return value; }
  std::string operator()(const std::vector<std::int32_t>& ids) const {
    std::string text;
    for (const auto id : ids)
      text += (text.empty() ? "" : " ") + std::to_string(id);
    return text;
  }
};

std::optional<double> number_of(const model::Cell& cell) {
  if (const auto* whole = std::get_if<std::int32_t>(&cell)) return *whole;
  if (const auto* number = std::get_if<double>(&cell)) return *number;
  return std::nullopt;
}

/// References to none are 0.
bool is_filled(const model::RecordTable& table, const model::Record& row,
               const std::string& column) {
  if (column == "at") return !row.points.empty();
  const auto at = static_cast<std::size_t>(table.column(column));
  const auto& cell = row.cells[at];
  if (table.columns[at].kind == model::ColumnKind::reference)
    return std::get<std::int32_t>(cell) != 0;
  return !base::trim(std::visit(CellText{}, cell)).empty();
}

bool holds(const RowTest& test, const model::RecordTable& table, const model::Record& row) {
  if (test.by == RowTest::By::filled) return is_filled(table, row, test.column);
  if (test.by == RowTest::By::missing) return !is_filled(table, row, test.column);
  const auto& cell = row.cells[static_cast<std::size_t>(table.column(test.column))];
  if (test.by == RowTest::By::one_of) {
    const auto text = std::visit(CellText{}, cell);
    return std::find(test.values.begin(), test.values.end(), text) != test.values.end();
  }
  const auto number = number_of(cell);
  if (!number) return false;
  return test.by == RowTest::By::at_least ? *number >= test.bound : *number <= test.bound;
}

Unit unit_of(const std::string& column) {
  if (column == "amount" || column == "cost" || column == "cap") return Unit::euros;
  return column == "minutes" ? Unit::minutes : Unit::decimal;
}

FigureValue numbers_value(Tell tell, const std::string& column,
                          const std::vector<model::Cell>& cells) {
  FigureValue value{unit_of(column), std::nullopt, "", false};
  std::vector<double> numbers;
  for (const auto& cell : cells) {
    if (const auto number = number_of(cell)) numbers.push_back(*number);
  }
  double sum = 0;
  for (const double number : numbers)
    sum += number;
  if (tell == Tell::sum) value.number = sum;
  if (numbers.empty()) return value;
  if (tell == Tell::mean) value.number = sum / double(numbers.size());
  if (tell == Tell::highest) value.number = *std::max_element(numbers.begin(), numbers.end());
  return value;
}

FigureValue texts_value(Tell tell, const std::vector<model::Cell>& cells) {
  std::set<std::string> different;
  std::string names;
  for (const auto& cell : cells) {
    const auto text = std::visit(CellText{}, cell);
    if (text.empty() || !different.insert(text).second) continue;
    names += (names.empty() ? "" : ", ") + text;
  }
  if (tell == Tell::different)
    return {Unit::count, static_cast<double>(different.size()), "", false};
  return {Unit::text, std::nullopt, names.empty() ? base::tr("none yet") : names, false};
}

}  // namespace

FigureValue rows_value(const course::RowsFigure& figure, const model::Work& work) {
  const auto& table = *model::record_table(figure.table);
  const int column = table.column(figure.column);
  std::size_t count = 0;
  std::vector<model::Cell> cells;
  for (const auto& row : table.records(work)) {
    const bool fits = std::all_of(figure.where.begin(), figure.where.end(),
                                  [&](const RowTest& test) { return holds(test, table, row); });
    if (!fits) continue;
    ++count;
    if (column >= 0) cells.push_back(row.cells[static_cast<std::size_t>(column)]);
  }
  switch (figure.tell) {
    case Tell::count:
      return {Unit::count, static_cast<double>(count), "", false};
    case Tell::different:
    case Tell::names:
      return texts_value(figure.tell, cells);
    default:
      return numbers_value(figure.tell, figure.column, cells);
  }
}

}  // namespace nahraum::app
