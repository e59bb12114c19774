#include "app/record_file.hpp"

#include <algorithm>
#include <cmath>

#include "app/scratch_file.hpp"
#include "base/replace_file.hpp"
#include "base/translate.hpp"
#include "io/delimited_text.hpp"
#include "io/xlsx_file.hpp"

namespace nahraum::app {
namespace {

namespace fs = std::filesystem;
using base::tr;
using Rows = std::vector<std::vector<std::string>>;

constexpr std::size_t most_bytes = 20'000'000;

/// A formula in the eyes of a spreadsheet.
bool is_formula(const std::string& text) {
  if (text.empty() || std::string_view("=+-@").find(text[0]) == std::string::npos) return false;
  return !base::parse_number(text, true) && !base::parse_number(text, false);
}

std::string one_line_of(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return is_formula(text) ? "'" + text : text;
}

std::string quoted(const std::string& text) {
  const std::string safe = is_formula(text) ? "'" + text : text;
  if (safe.find_first_of(";\"\n\r") == std::string::npos) return safe;
  std::string out = "\"";
  for (const char c : safe)
    out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

/// With the place of each row behind its cells.
Rows placed_words(const model::Project& project, const model::RecordTable& table) {
  auto rows = table_words(project, table);
  if (!table.about.placed) return rows;
  rows[0].push_back(tr("Easting (m)"));
  rows[0].push_back(tr("Northing (m)"));
  const auto records = table.records(*project.work);
  for (std::size_t i = 0; i < records.size(); ++i) {
    const auto& points = records[i].points;
    const auto metres = [&](double value) {
      return points.empty() ? std::string() : std::to_string(std::lround(value));
    };
    rows[i + 1].push_back(metres(points.empty() ? 0 : points[0].x));
    rows[i + 1].push_back(metres(points.empty() ? 0 : points[0].y));
  }
  return rows;
}

base::Result<void> write_csv(const Rows& rows, const fs::path& path) {
  std::string text = "\xEF\xBB\xBF";
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i)
      text += (i > 0 ? ";" : "") + quoted(row[i]);
    text += "\r\n";
  }
  return base::replace_file(path, text);
}

io::SheetCell sheet_cell(const model::RecordColumn& column, const model::Cell& cell,
                         const std::string& words) {
  if (const auto* number = std::get_if<double>(&cell)) return *number;
  if (column.kind == model::ColumnKind::whole) {
    const auto* whole = std::get_if<std::int32_t>(&cell);
    return whole ? io::SheetCell(double(*whole)) : io::SheetCell();
  }
  if (words.empty()) return {};
  if (column.kind == model::ColumnKind::date) return io::IsoDate{std::get<std::string>(cell)};
  return words;
}

io::WorkbookSheet sheet_of(const model::Project& project, const model::RecordTable& table) {
  const auto words = placed_words(project, table);
  const auto records = table.records(*project.work);
  io::WorkbookSheet sheet{tr(table.about.label), words[0], {}};
  for (std::size_t r = 0; r < records.size(); ++r) {
    auto& row = sheet.rows.emplace_back();
    row.emplace_back(double(records[r].id));
    for (std::size_t c = 0; c < table.columns.size(); ++c)
      row.push_back(sheet_cell(table.columns[c], records[r].cells[c], words[r + 1][c + 1]));
    if (!table.about.placed || records[r].points.empty()) continue;
    row.emplace_back(std::round(records[r].points[0].x));
    row.emplace_back(std::round(records[r].points[0].y));
  }
  return sheet;
}

}  // namespace

base::Result<void> write_record_table(const model::Project& project,
                                      const model::RecordTable& table, const fs::path& path) {
  const auto ending = base::fold_case(path.extension().string());
  if (ending == ".csv") return write_csv(placed_words(project, table), path);
  if (ending == ".xlsx") return io::write_xlsx({sheet_of(project, table)}, path);
  return base::fail(base::ErrorCode::bad_input, tr("a table is written as .csv or .xlsx"),
                    path.filename().string(), tr("choose one of these endings"));
}

std::string tabbed_records(const model::Project& project, const model::RecordTable& table) {
  std::string text;
  for (const auto& row : table_words(project, table)) {
    for (std::size_t i = 0; i < row.size(); ++i)
      text += (i > 0 ? "\t" : "") + one_line_of(row[i]);
    text += '\n';
  }
  return text;
}

base::Result<Rows> rows_of_text(const std::string& text) {
  if (text.size() > most_bytes) {
    return base::fail(base::ErrorCode::bad_input, tr("the pasted text is too long"), "",
                      tr("paste fewer rows at a time"));
  }
  const ScratchFile file(text);
  auto table = io::DelimitedText::open(file.path());
  if (!table) return tl::unexpected(table.error());
  Rows rows;
  io::Row row;
  while (true) {
    const auto more = table->next(row);
    if (!more) return tl::unexpected(more.error());
    if (!*more) return rows;
    rows.push_back(row);
  }
}

}  // namespace nahraum::app
