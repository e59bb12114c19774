#include <algorithm>

#include <fmt/format.h>

#include "app/record_words.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using model::RecordTable;
using Rows = std::vector<std::vector<std::string>>;

constexpr const char* number_column = base::tr_noop("No.");
constexpr int is_number = -2;

/// Which column of the table each pasted one is: −1 none, −2 the row's number. Empty: no header.
std::vector<int> header_of(const RecordTable& table, const std::vector<std::string>& row) {
  std::vector<int> which;
  bool known = false;
  for (const auto& cell : row) {
    const auto name = base::fold_case(base::trim(cell));
    const auto is = [&](const char* word) {
      return name == base::fold_case(word) || name == base::fold_case(tr(word));
    };
    int found = is(number_column) ? is_number : -1;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (is(table.columns[i].label) || is(table.columns[i].name)) found = static_cast<int>(i);
    }
    known = known || found != -1;
    which.push_back(found);
  }
  return known ? which : std::vector<int>{};
}

std::vector<int> in_order(const RecordTable& table) {
  std::vector<int> which;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    which.push_back(static_cast<int>(i));
  return which;
}

bool is_blank(const std::vector<std::string>& row) {
  return std::all_of(row.begin(), row.end(),
                     [](const auto& cell) { return base::trim(cell).empty(); });
}

class Paster {
 public:
  Paster(const model::Project& project, const RecordTable& table)
      : project_(project), table_(table) {}

  void take(const std::vector<std::string>& row, const std::vector<int>& columns,
            std::size_t line) {
    model::Record record = start(row, columns, line);
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i >= columns.size() || columns[i] == -1) {
        if (!base::trim(row[i]).empty()) left_over_.push_back(line);
        continue;
      }
      if (columns[i] >= 0) set(record, static_cast<std::size_t>(columns[i]), row[i], line);
    }
    out_.edit.changes.push_back({table_.about.name, record.id, std::move(record)});
  }

  PastedRecords finish() {
    if (!left_over_.empty()) {
      out_.troubles.push_back(fmt::format(
          fmt::runtime(base::tr_n(
              "{0} row has cells outside of the table's columns; they are left out (row {1})",
              "{0} rows have cells outside of the table's columns; they are "
              "left out (first: row {1})",
              left_over_.size())),
          left_over_.size(), left_over_.front()));
    }
    return std::move(out_);
  }

 private:
  /// A row that is there already keeps what was not pasted.
  model::Record start(const std::vector<std::string>& row, const std::vector<int>& columns,
                      std::size_t line) {
    for (std::size_t i = 0; i < row.size() && i < columns.size(); ++i) {
      if (columns[i] != is_number || base::trim(row[i]).empty()) continue;
      const auto id = base::parse_number(base::trim(row[i]), false);
      const auto known = id && *id >= 1 && *id < 2e9
                             ? table_.find(*project_.work, static_cast<model::Id>(*id))
                             : std::nullopt;
      const bool again =
          known && std::any_of(out_.edit.changes.begin(), out_.edit.changes.end(),
                               [&](const auto& each) { return each.id == known->id; });
      if (known && !again) return *known;
      out_.troubles.push_back(fmt::format(
          fmt::runtime(tr("row {0}: there is no row {1} (or it came before); a new one is made")),
          line, base::trim(row[i])));
    }
    return table_.blank();
  }

  void set(model::Record& record, std::size_t column, const std::string& words, std::size_t line) {
    auto cell = cell_from_words(project_, table_.columns[column], words);
    if (cell) {
      record.cells[column] = std::move(*cell);
      return;
    }
    out_.troubles.push_back(fmt::format(fmt::runtime(tr("row {0}, {1}: {2}; {3}")), line,
                                        tr(table_.columns[column].label), cell.error().what,
                                        cell.error().what_to_do));
  }

  const model::Project& project_;
  const RecordTable& table_;
  PastedRecords out_;
  std::vector<std::size_t> left_over_;
};

}  // namespace

Rows table_words(const model::Project& project, const RecordTable& table) {
  Rows rows(1);
  rows[0].push_back(tr(number_column));
  for (const auto& column : table.columns)
    rows[0].push_back(tr(column.label));
  for (const auto& record : table.records(*project.work)) {
    auto& row = rows.emplace_back();
    row.push_back(std::to_string(record.id));
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      row.push_back(cell_words(project, table.columns[i], record.cells[i]));
  }
  return rows;
}

base::Result<PastedRecords> paste_records(const model::Project& project, const RecordTable& table,
                                          const Rows& rows) {
  const auto first =
      std::find_if(rows.begin(), rows.end(), [](const auto& row) { return !is_blank(row); });
  if (first == rows.end()) {
    return base::fail(base::ErrorCode::bad_input, tr("there are no rows to paste"), "",
                      tr("copy rows in the spreadsheet first"));
  }
  const auto header = header_of(table, *first);
  const auto columns = header.empty() ? in_order(table) : header;
  Paster paster(project, table);
  for (auto row = header.empty() ? first : first + 1; row != rows.end(); ++row) {
    if (!is_blank(*row))
      paster.take(*row, columns, static_cast<std::size_t>(row - rows.begin()) + 1);
  }
  return paster.finish();
}

}  // namespace nahraum::app
