#include "course/work_figures.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "course/record_fields.hpp"

namespace nahraum::course {
namespace {

using base::tr;
using model::ColumnKind;
using model::RecordColumn;
using Tell = RowsFigure::Tell;

bool is_number(const RecordColumn& column) {
  return column.kind == ColumnKind::whole || column.kind == ColumnKind::number;
}

std::vector<std::string> column_names(const model::RecordTable& table, bool numbers) {
  std::vector<std::string> names;
  for (const auto& column : table.columns) {
    if (!numbers || is_number(column)) names.emplace_back(column.name);
  }
  if (table.about.placed && !numbers) names.emplace_back("at");
  return names;
}

/// A column of the table; "" with a problem where there is none of that name.
std::string column_of(const Fields& fields, const std::string& key, const model::RecordTable& table,
                      bool numbers) {
  const auto names = column_names(table, numbers);
  return names.empty() ? std::string() : names[fields.one_of(key, names, 0)];
}

/// {at_least: 3, at_most: 5}
void bounds_from(const std::string& column, const YAML::Node& node, Reading& reading,
                 std::vector<RowTest>& tests) {
  const Fields bounds(node, {"at_least", "at_most"}, reading.problems);
  if (bounds.has("at_least"))
    tests.push_back({column, RowTest::By::at_least, {}, bounds.number("at_least", -1e9, 1e9, 0)});
  if (bounds.has("at_most"))
    tests.push_back({column, RowTest::By::at_most, {}, bounds.number("at_most", -1e9, 1e9, 0)});
}

RowTest one_of_from(const RecordColumn& column, const Fields& where, Reading& reading) {
  RowTest test{column.name, RowTest::By::one_of, {}, 0};
  for (const auto& node : where.list(column.name)) {
    const auto value = node.IsScalar() ? node.Scalar() : std::string();
    std::vector<std::string> known;
    for (const auto& choice : column.choices)
      known.emplace_back(choice.id);
    const bool fits = node.IsScalar() && (known.empty() || std::find(known.begin(), known.end(),
                                                                     value) != known.end());
    if (!fits)
      reading.problems.push_back(
          {line_of(node),
           fmt::format(fmt::runtime(tr("“{0}” is nothing that “{1}” can be")), value, column.name),
           known.empty() ? "" : meant(value, known)});
    test.values.push_back(value);
  }
  return test;
}

void tests_from(const YAML::Node& node, const model::RecordTable& table, Reading& reading,
                std::vector<RowTest>& tests) {
  auto names = column_names(table, false);
  std::erase(names, "at");
  const Fields where(node, names, reading.problems);
  for (const auto& column : table.columns) {
    const auto value = where.find(column.name);
    if (!value) continue;
    if (value->IsMap()) {
      if (!is_number(column))
        where.fault_at(column.name, tr("Only numbers are at least or at most something"),
                       listed(column_names(table, true)));
      bounds_from(column.name, *value, reading, tests);
    } else {
      tests.push_back(one_of_from(column, where, reading));
    }
  }
}

/// Columns that must hold something, or nothing.
void filled_from(const Fields& fields, const model::RecordTable& table, Reading& reading,
                 std::vector<RowTest>& tests) {
  const auto names = column_names(table, false);
  for (const auto by : {RowTest::By::filled, RowTest::By::missing}) {
    for (const auto& node : fields.list(by == RowTest::By::filled ? "filled" : "missing")) {
      const auto name = node.IsScalar() ? node.Scalar() : std::string();
      if (std::find(names.begin(), names.end(), name) == names.end())
        reading.problems.push_back({line_of(node),
                                    fmt::format(fmt::runtime(tr("The key “{0}” is unknown")), name),
                                    meant(name, names)});
      tests.push_back({name, by, {}, 0});
    }
  }
}

constexpr std::pair<const char*, Tell> tells_of_rows[] = {{"sum", Tell::sum},
                                                          {"mean", Tell::mean},
                                                          {"highest", Tell::highest},
                                                          {"different", Tell::different},
                                                          {"names", Tell::names}};

void tell_from(const Fields& fields, const model::RecordTable& table, RowsFigure& figure) {
  std::size_t found = 0;
  std::vector<std::string> all;
  for (const auto& [key, tell] : tells_of_rows) {
    all.emplace_back(key);
    if (!fields.has(key)) continue;
    ++found;
    figure.tell = tell;
    figure.column = column_of(fields, key, table, tell != Tell::different && tell != Tell::names);
  }
  if (found > 1) fields.fault(tr("At most one of these is told"), listed(all));
}

}  // namespace

const std::vector<WorkTells>& work_tells() {
  static const std::vector<WorkTells> all = {
      {"network",
       {"ties", "density", "isolated", "isolated_names", "hinges", "hinge_names", "bridges",
        "parts"}},
      {"matrix",
       {"rated", "disputed", "disputed_names", "engage_closely", "keep_satisfied", "keep_informed",
        "monitor"}},
      {"stages",
       {"rated", "carries_itself", "falls", "falls_names", "handed_over", "without_date"}},
      {"mix", {"offers", "unknown", "sectors", "informal", "largest_share"}},
      {"smart", {"all", "specific", "measurable", "accepted", "realistic", "timed"}},
      {"schedule",
       {"dated", "faults", "circles", "overlaps", "wide_gaps", "months", "critical",
        "critical_names", "most_slack"}},
      {"raci",
       {"faults", "overloaded", "overloaded_names", "highest_load", "hours", "capacity",
        "without_deputy"}},
      {"money", {"cost", "paid", "gap", "own", "faults", "years", "months_paid", "post_ends"}}};
  return all;
}

FigureKind rows_figure(const YAML::Node& body, Reading& reading) {
  std::vector<std::string> keys{"table", "where", "filled", "missing"};
  for (const auto& each : tells_of_rows)
    keys.emplace_back(each.first);
  const Fields fields(body, keys, reading.problems);
  RowsFigure figure;
  fields.need("table");
  const auto* table = table_named(fields, "table");
  if (!table) return figure;
  figure.table = table->about.name;
  if (const auto where = fields.find("where")) tests_from(*where, *table, reading, figure.where);
  filled_from(fields, *table, reading, figure.where);
  tell_from(fields, *table, figure);
  return figure;
}

FigureKind work_figure(const YAML::Node& body, Reading& reading, const WorkTells& tells) {
  const Fields fields(body, {"tell"}, reading.problems);
  fields.need("tell");
  return WorkFigure{tells.kind, tells.tells[fields.one_of("tell", tells.tells, 0)]};
}

FigureKind stress_figure(const YAML::Node& body, Reading& reading) {
  const Fields fields(body, {"group", "service", "profile", "limit", "scenario", "without", "tell"},
                      reading.problems);
  StressFigure figure;
  figure.who = reaching_of(fields, reading, true);
  figure.provider = fields.one_of("without", {"provider", "service"}, 0) == 0;
  figure.name = fields.one_of("tell", {"persons", "name"}, 0) == 1;
  return figure;
}

}  // namespace nahraum::course
