#include "io/age_table.hpp"

#include <set>

#include "base/text.hpp"
#include "io/delimited_text.hpp"
#include "io/population_polygons.hpp"

namespace nahraum::io {
namespace {

std::string loose_key(std::string_view text) {
  std::string key = base::trim(text);
  if (key.size() > 2 && key.ends_with(".0")) key.resize(key.size() - 2);
  const auto digit = key.find_first_not_of('0');
  return digit == std::string::npos ? key : key.substr(digit);
}

AgeRow row_of(const StatisticsTable& table, const std::vector<std::string>& row, Report& report) {
  long unreadable = 0, contradictions = 0;
  AgeRow result;
  result.ages = table.ages.read(row, table.decimal_comma, unreadable).ages;
  const auto sums = table.columns.read(row, table.decimal_comma, contradictions, contradictions);
  result.ages.push_back({0, {}, model::Sex::both, sums.all});
  result.ages.push_back({65, {}, model::Sex::both, sums.age_65});
  result.ages.push_back({80, {}, model::Sex::both, sums.age_80});
  std::set<std::size_t> figures;
  for (const auto& band : table.ages.bands)
    figures.insert(band.column);
  if (table.columns.all) figures.insert(*table.columns.all);
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (!figures.contains(i)) result.keys.push_back(row[i]);
  }
  if (unreadable > 0) report.count("loss", "population_unreadable", table.source, unreadable);
  return result;
}

}  // namespace

base::Result<AgeTable> read_age_table(const std::filesystem::path& file, std::optional<int> year,
                                      std::vector<model::ReportEntry>& report) {
  Report counted;
  const auto table = read_statistics(file, counted, year);
  if (!table) return tl::unexpected(table.error());
  AgeTable ages{table->source, "", {}, {}};
  for (const auto& row : table->rows) {
    ages.rows.push_back(row_of(*table, row, counted));
    if (ages.date.empty() && table->ages.date)
      ages.date = iso_date_of(cell(row, *table->ages.date));
  }
  if (!table->totals.empty()) ages.total = row_of(*table, table->totals, counted);
  for (auto& entry : counted.entries())
    report.push_back(std::move(entry));
  return ages;
}

bool same_area(std::string_view a, std::string_view b) {
  return loose_key(a) == loose_key(b);
}

}  // namespace nahraum::io
