#pragma once
/// The tables by the rooms that describe them.

#include <vector>

#include "model/work_tables.hpp"

namespace nahraum::model {

std::vector<const RecordTable*> tables_of_people();    ///< modules 1, 3 and 4
std::vector<const RecordTable*> tables_of_planning();  ///< modules 5–8 and groups

}  // namespace nahraum::model
