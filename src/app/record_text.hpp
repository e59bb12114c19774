#pragma once
/// Rows of the course's work in the journal's lines. Reading throws what nlohmann::json throws.

#include <nlohmann/json.hpp>

#include "model/edit.hpp"
#include "model/work_tables.hpp"

namespace nahraum::app {

/// [{"table": "actors", "id": 3, "now": {"name": "Verein", …, "at": [[1, 2]]}}, …]; no "now" for a
/// row that goes. Unknown columns are left out, missing ones stay empty.
nlohmann::json records_json(const model::ChangeRecords& edit);
model::ChangeRecords records_of(const nlohmann::json& all);

/// One row as an object of its columns, and back; `table` is its own.
nlohmann::json record_json(const model::RecordTable& table, const model::Record& record);
model::Record record_of(const model::RecordTable& table, model::Id id, const nlohmann::json& now);

}  // namespace nahraum::app
