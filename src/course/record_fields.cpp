#include "course/record_fields.hpp"

#include <fmt/format.h>

#include "base/days.hpp"
#include "base/translate.hpp"

namespace nahraum::course {
namespace {

using base::tr;
using model::Cell;
using model::ColumnKind;

constexpr double most = 2'000'000'000;

std::int32_t whole(const Fields& fields, const char* name) {
  return static_cast<std::int32_t>(fields.number(name, -most, most, 0));
}

Cell references(const Fields& fields, const char* name) {
  std::vector<std::int32_t> ids;
  for (const auto& node : fields.list(name)) {
    std::int32_t id = 0;
    if (!node.IsScalar() || !YAML::convert<std::int32_t>::decode(node, id))
      fields.problems().push_back({line_of(node), tr("The number of a row is expected here"), ""});
    ids.push_back(id);
  }
  return ids;
}

Cell date(const Fields& fields, const char* name) {
  const auto text = fields.text(name);
  if (!text.empty() && !base::day_of(text))
    fields.fault_at(name, tr("This is no date of the calendar"), tr("write it like 2027-09-30"));
  return text;
}

Cell choice(const Fields& fields, const model::RecordColumn& column) {
  std::vector<std::string> known;
  for (const auto& each : column.choices)
    known.emplace_back(each.id);
  return known[fields.one_of(column.name, known, 0)];
}

Cell cell_from(const Fields& fields, const model::RecordColumn& column) {
  switch (column.kind) {
    case ColumnKind::whole:
    case ColumnKind::reference:
      return whole(fields, column.name);
    case ColumnKind::number:
      return fields.number(column.name, -1e12, 1e12, 0);
    case ColumnKind::flag:
      return fields.flag(column.name, false);
    case ColumnKind::references:
      return references(fields, column.name);
    case ColumnKind::date:
      return date(fields, column.name);
    case ColumnKind::choice:
      return choice(fields, column);
    case ColumnKind::text:
      break;
  }
  return fields.text(column.name);
}

}  // namespace

const model::RecordTable* table_named(const Fields& fields, const std::string& key) {
  const auto name = fields.text(key);
  const auto* table = model::record_table(name);
  if (table || name.empty()) return table;
  std::vector<std::string> names;
  for (const auto* each : model::record_tables())
    names.emplace_back(each->about.name);
  fields.fault_at(key, fmt::format(fmt::runtime(tr("There is no table “{0}”")), name),
                  meant(name, names));
  return nullptr;
}

model::Record record_from(const YAML::Node& node, const model::RecordTable& table,
                          Problems& problems) {
  std::vector<std::string> names;
  for (const auto& column : table.columns)
    names.emplace_back(column.name);
  const Fields fields(node, names, problems);
  auto record = table.blank();
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (fields.has(table.columns[i].name)) record.cells[i] = cell_from(fields, table.columns[i]);
  }
  return record;
}

}  // namespace nahraum::course
