#include "app/record_text.hpp"

namespace nahraum::app {
namespace {

using model::Cell;
using model::ColumnKind;
using nlohmann::json;

struct Writer {
  json operator()(std::monostate) const { return nullptr; }
  template <class Value>
  json operator()(const Value& value) const {
    return value;
  }
};

Cell cell_of(ColumnKind kind, const json& value) {
  switch (kind) {
    case ColumnKind::whole:
      return value.is_null() ? Cell() : Cell(value.get<std::int32_t>());
    case ColumnKind::number:
      return value.is_null() ? Cell() : Cell(value.get<double>());
    case ColumnKind::reference:
      return value.get<std::int32_t>();
    case ColumnKind::references:
      return value.get<std::vector<std::int32_t>>();
    case ColumnKind::flag:
      return value.get<bool>();
    default:
      return value.get<std::string>();
  }
}

}  // namespace

json record_json(const model::RecordTable& table, const model::Record& record) {
  json now = json::object();
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    now[table.columns[i].name] = std::visit(Writer{}, record.cells[i]);
  if (table.about.placed) {
    auto& at = now["at"] = json::array();
    for (const auto& point : record.points)
      at.push_back({point.x, point.y});
  }
  return now;
}

model::Record record_of(const model::RecordTable& table, model::Id id, const json& now) {
  model::Record record = table.blank();
  record.id = id;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const auto found = now.find(table.columns[i].name);
    if (found != now.end()) record.cells[i] = cell_of(table.columns[i].kind, *found);
  }
  if (table.about.placed && now.contains("at")) {
    for (const auto& pair : now.at("at"))
      record.points.push_back({pair.at(0).get<double>(), pair.at(1).get<double>()});
  }
  return record;
}

json records_json(const model::ChangeRecords& edit) {
  json all = json::array();
  for (const auto& change : edit.changes) {
    json one = {{"table", change.table}, {"id", change.id}};
    const auto* table = model::record_table(change.table);
    if (table && change.now) one["now"] = record_json(*table, *change.now);
    all.push_back(std::move(one));
  }
  return all;
}

model::ChangeRecords records_of(const json& all) {
  model::ChangeRecords edit;
  for (const auto& one : all) {
    model::RecordChange change{one.at("table"), one.at("id"), std::nullopt};
    const auto* table = model::record_table(change.table);
    if (!table) throw json::other_error::create(501, "table", nullptr);
    if (one.contains("now")) change.now = record_of(*table, change.id, one["now"]);
    edit.changes.push_back(std::move(change));
  }
  return edit;
}

}  // namespace nahraum::app
