#pragma once
/// Which tables of the course's work belong to which module.

#include <string>
#include <vector>

namespace nahraum::app {

/// Names of record tables, the first being the module's own; none for module 2.
const std::vector<std::string>& tables_of_module(int module);
/// 0 for a table of groups.
int module_of_table(const std::string& table);

}  // namespace nahraum::app
