#include "app/study.hpp"

#include <algorithm>

#include "app/study_parts.hpp"
#include "base/translate.hpp"

namespace nahraum::app {
namespace {

using base::tr;

std::string cell_text(const io::Value& value, const io::Column& column) {
  if (const auto* whole = std::get_if<std::int64_t>(&value))
    return base::format_number(static_cast<double>(*whole), 0, base::language());
  if (const auto* real = std::get_if<double>(&value))
    return base::format_number(*real, column.decimals, base::language());
  const auto* text = std::get_if<std::string>(&value);
  return text && !text->empty() ? *text : "–";
}

std::size_t index_of(const io::FeatureTable& table, const std::string& name) {
  const auto at = std::find_if(table.columns.begin(), table.columns.end(),
                               [&](const io::Column& column) { return column.name == name; });
  return static_cast<std::size_t>(at - table.columns.begin());
}

StudyMaker* maker_of(Study study) {
  switch (study) {
    case Study::barriers:
      return study_barriers;
    case Study::rests:
      return study_rests;
    case Study::certainty:
      return study_certainty;
    case Study::sites:
      return study_sites;
    case Study::capacity:
      return study_capacity;
    case Study::standards:
      return study_standards;
    case Study::scenario:
      return study_scenario;
    case Study::hours:
      return study_hours;
    case Study::mobile:
      return study_mobile;
    case Study::housing:
      return study_housing;
    case Study::need:
      break;
  }
  return study_need;
}

}  // namespace

StudyTable table_of(const io::FeatureTable& from, const std::vector<StudyColumn>& columns,
                    std::string title, std::size_t most) {
  StudyTable table;
  table.title = std::move(title);
  for (const auto& column : columns)
    table.columns.push_back(column.title);
  for (std::size_t i = 0; i < from.rows.size() && i < most; ++i) {
    StudyRow row;
    for (const auto& column : columns) {
      const auto c = index_of(from, column.name);
      row.cells.push_back(cell_text(from.rows[i].values.at(c), from.columns.at(c)));
    }
    if (const auto* at = std::get_if<geo::Point>(&from.rows[i].shape)) {
      row.place = *at;
      row.mark = std::to_string(i + 1);
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::vector<std::string> column_of(const io::FeatureTable& from, const char* name) {
  const auto c = index_of(from, name);
  std::vector<std::string> cells;
  for (const auto& row : from.rows)
    cells.push_back(cell_text(row.values.at(c), from.columns.at(c)));
  return cells;
}

std::vector<std::string> age_groups() {
  return {tr("all ages"), tr("65 and over"), tr("80 and over")};
}

std::string name_of(Study study) {
  switch (study) {
    case Study::barriers:
      return tr("Barriers");
    case Study::rests:
      return tr("Seats");
    case Study::certainty:
      return tr("Sure or unsure");
    case Study::sites:
      return tr("New sites");
    case Study::capacity:
      return tr("Capacity");
    case Study::standards:
      return tr("Standards");
    case Study::scenario:
      return tr("Scenarios");
    case Study::hours:
      return tr("Opening hours");
    case Study::mobile:
      return tr("Services at home");
    case Study::housing:
      return tr("Housing");
    case Study::need:
      break;
  }
  return tr("Need");
}

std::string job_title_of(Study study) {
  switch (study) {
    case Study::barriers:
      return tr("Ranking the barriers");
    case Study::rests:
      return tr("Looking for seats on every way");
    case Study::certainty:
      return tr("Asking again with missing tags taken as bad");
    case Study::sites:
      return tr("Trying every place for a new service");
    case Study::capacity:
      return tr("Sharing out the capacity");
    case Study::standards:
      return tr("Comparing the standards");
    case Study::scenario:
      return tr("Comparing with the scenario");
    case Study::hours:
      return tr("Reading the opening hours");
    case Study::mobile:
      return tr("Counting who comes to people's homes");
    case Study::housing:
      return tr("Counting dwellings, lifts and storeys");
    case Study::need:
      break;
  }
  return tr("Counting the need");
}

StudyResult study(const StudyQuestion& asked, const Workspace& workspace, jobs::Context& context) {
  StudyResult result;
  result.of = asked;
  context.update(0.1, name_of(asked.study));
  if (const auto made = maker_of(asked.study)(asked, workspace, result, context); !made) {
    result = {};
    result.of = asked;
    result.trouble = base::one_line(made.error());
  }
  return result;
}

}  // namespace nahraum::app
