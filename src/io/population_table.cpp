#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "io/delimited_text.hpp"
#include "io/population_long.hpp"
#include "io/population_polygons.hpp"

namespace nahraum::io {

using base::tr;

namespace {

constexpr int header_search_rows = 10;

bool is_total(const Row& row) {
  static const std::vector<std::string> words{"insgesamt", "gesamt",      "summe",          "total",
                                              "zusammen",  "gesamtsumme", "stadt insgesamt"};
  return std::any_of(row.begin(), row.end(), [](const std::string& field) {
    return std::find(words.begin(), words.end(), base::fold_case(field)) != words.end();
  });
}

void take_long(WideTable wide, StatisticsTable& table) {
  table.header = std::move(wide.header);
  table.rows = std::move(wide.rows);
  table.columns = population_columns(table.header);
}

/// The header's row, with the columns that state residents; the whole table where it is long.
base::Result<void> find_header(DelimitedText& text, StatisticsTable& table, std::optional<int> year,
                               Report& report) {
  Row row;
  for (int i = 0; i < header_search_rows; ++i) {
    const auto more = text.next(row);
    if (!more) return tl::unexpected(more.error());
    if (!*more) break;
    if (const auto layout = long_layout_of(row)) {
      auto wide = read_long(text, row, *layout, table.source, year, report);
      if (!wide) return tl::unexpected(wide.error());
      take_long(std::move(*wide), table);
      return {};
    }
    table.columns = population_columns(row);
    if (!table.columns.any() || row.size() < 2) continue;
    table.header = row;
    return {};
  }
  return base::fail(base::ErrorCode::bad_input, tr("no column of residents was found"),
                    table.source,
                    tr("name one “Insgesamt” or “Einwohner” and the ages “65 bis unter 70” …"));
}

/// Takes `row` as the totals row when its figure says so: a block may be called "Gesamt…" too.
void check_totals(StatisticsTable& table, Report& report) {
  if (table.totals.empty() || !table.columns.all) return;
  long ignored = 0;
  long sum = 0;
  for (const auto& row : table.rows) {
    sum += table.columns.read(row, table.decimal_comma, ignored, ignored).all.value_or(0);
  }
  const auto stated = table.columns.read(table.totals, table.decimal_comma, ignored, ignored).all;
  if (!stated) return;
  const std::string both = std::to_string(*stated) + " ≠ " + std::to_string(sum);
  if (*stated != sum) {
    report.count("warning", "population_total_differs", both, std::abs(*stated - sum));
  } else {
    report.count("info", "population_total_agrees", std::to_string(sum));
  }
}

}  // namespace

base::Result<StatisticsTable> read_statistics(const std::filesystem::path& file, Report& report,
                                              std::optional<int> year) {
  auto text = DelimitedText::open(file);
  if (!text) return tl::unexpected(text.error());
  StatisticsTable table;
  table.source = file.filename().string();
  table.decimal_comma = text->decimal_comma();
  if (auto found = find_header(*text, table, year, report); !found) {
    return tl::unexpected(found.error());
  }
  table.ages = age_columns(table.header);
  Row row;
  for (;;) {
    const auto more = text->next(row);
    if (!more) return tl::unexpected(more.error());
    if (!*more) break;
    if (is_total(row)) {
      table.totals = row;
    } else {
      table.rows.push_back(row);
    }
  }
  check_totals(table, report);
  return table;
}

}  // namespace nahraum::io
