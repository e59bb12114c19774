#pragma once
/// Rows of the course's work as files of answers write them, by the columns of their table.

#include "course/fields.hpp"
#include "model/work_tables.hpp"

namespace nahraum::course {

/// Null, with a problem, where there is none of that name.
const model::RecordTable* table_named(const Fields& fields, const std::string& key);

/// {name: Gemeinde, services: [1, 2]}: what is not named stays empty. Reading goes on after what is
/// wrong, which is listed.
model::Record record_from(const YAML::Node& node, const model::RecordTable& table,
                          Problems& problems);

}  // namespace nahraum::course
