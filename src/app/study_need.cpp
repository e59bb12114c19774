// Need by age, of the district or of one of its areas.

#include <algorithm>

#include <fmt/format.h>

#include "app/area_figures.hpp"
#include "app/need_charts.hpp"
#include "app/need_report.hpp"
#include "app/study_parts.hpp"
#include "base/translate.hpp"

namespace nahraum::app {
namespace {

using base::tr;

/// Lines with their heading first, of them the columns asked for.
StudyTable table_of(const std::vector<Cells>& lines, const std::vector<std::size_t>& columns,
                    std::string title) {
  StudyTable table;
  table.title = std::move(title);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Cells cells;
    for (const auto c : columns)
      cells.push_back(lines[i].at(c));
    if (i == 0) {
      table.columns = std::move(cells);
    } else {
      table.rows.push_back({std::move(cells), {}, "", {}, false});
    }
  }
  return table;
}

StudyTable indicators(const NeedAnswer& answer, const NeedRow& row, int min_count) {
  auto lines = need_ratios(answer, row, min_count);
  lines.front() = {tr("Indicator"), tr("here"), tr("w/o homes"), tr("compared"), tr("differ.")};
  auto table = table_of(lines, {0, 1, 2, 3, 4}, row.unit.name);
  if (&row != &answer.district) {  // an area stands beside its district
    const auto whole = need_ratios(answer, answer.district, min_count);
    table = table_of(lines, {0, 1, 2, 3}, row.unit.name);
    table.columns = {tr("Indicator"), tr("here"), tr("district"), tr("compared")};
    for (std::size_t i = 0; i < table.rows.size(); ++i)
      table.rows[i].cells[2] = whole.at(i + 1).at(1);
  }
  table.note = fmt::format(fmt::runtime(tr("Compared with: {0}, {1}.")), answer.reference.name,
                           base::format_date(answer.reference.date, base::language()));
  if (const auto note = need_interpolated(row); !note.empty()) table.note += " " + note;
  return table;
}

/// The range below the expected number, so that it stays narrow.
StudyTable years_of(const std::vector<Cells>& lines) {
  auto table = table_of(lines, {0, 1, 2}, tr("Projection"));
  for (auto& row : table.rows) {
    for (auto& cell : row.cells) {
      const auto range = cell.find(" (");
      if (range != std::string::npos) cell[range] = '\n';
    }
  }
  return table;
}

/// A click on an area asks about it, a click on the first row about the whole.
StudyTable areas(const NeedAnswer& answer, const std::string& chosen, int min_count) {
  auto table = table_of(need_units(answer, min_count), {0, 1, 3, 5, 6}, tr("By area"));
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    table.rows[i].unit = answer.units[i].unit.id;
    table.rows[i].chosen = answer.units[i].unit.id == chosen;
  }
  StudyRow whole{{tr("The whole district"), "", "", "", ""}, {}, "", "", chosen.empty()};
  table.rows.insert(table.rows.begin(), std::move(whole));
  return table;
}

/// The unit that is asked about; the district where none is or it is gone.
const NeedRow& row_of(const NeedAnswer& answer, const std::string& unit) {
  const auto at = std::find_if(answer.units.begin(), answer.units.end(),
                               [&](const NeedRow& row) { return row.unit.id == unit; });
  return unit.empty() || at == answer.units.end() ? answer.district : *at;
}

void add_what_is_missing(const NeedAnswer& answer, StudyResult& result) {
  const auto& ages = answer.district.unit.ages.both;
  if (!ages.knows(65) && !ages.knows(80)) {
    result.remarks.emplace_back(
        tr("The project knows no ages: make it with residents by age, such as "
           "--population STATISTICS.csv with columns for 65 and over and 80 and over."));
  } else if (answer.base_year == 0) {
    result.remarks.emplace_back(
        tr("The population data do not tell from when they are: nothing is projected."));
  }
}

}  // namespace

base::Result<void> study_need(const StudyQuestion& asked, const Workspace& workspace,
                              StudyResult& result, jobs::Context& context) {
  NeedOptions options;
  options.by = "area";
  const auto answer = answer_need(options, workspace, context);
  if (!answer) return tl::unexpected(answer.error());
  const int min_count = workspace.catalogue.people.min_count;
  const auto& row = row_of(*answer, asked.unit);
  result.sentence = need_sentences(*answer, min_count);
  while (!result.sentence.empty() && result.sentence.back() == '\n')
    result.sentence.pop_back();
  add_what_is_missing(*answer, result);
  result.tables.push_back(indicators(*answer, row, min_count));
  result.tables.push_back(table_of(need_estimates(row, min_count), {0, 1, 2}, ""));
  if (const auto years = need_years(*answer, row, min_count); !years.empty())
    result.tables.push_back(years_of(years));
  if (!answer->units.empty()) result.tables.push_back(areas(*answer, asked.unit, min_count));
  result.figures = area_figures(*answer);
  result.charts = std::make_shared<const NeedCharts>(need_charts(*answer, row, min_count));
  result.method = need_card(*answer, workspace);
  return {};
}

}  // namespace nahraum::app
