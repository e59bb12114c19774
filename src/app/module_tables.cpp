#include "app/module_tables.hpp"

#include <algorithm>
#include <array>

#include "base/check.hpp"

namespace nahraum::app {
namespace {

const std::array<std::vector<std::string>, 9>& all() {
  static const std::array<std::vector<std::string>, 9> tables{
      {{"contributions", "conflicts"},
       {"findings", "walks"},
       {},
       {"questions", "marks", "votes", "offer_stages"},
       {"actors", "ties", "ratings", "agenda"},
       {"payers"},
       {"measures", "milestones"},
       {"tasks", "roles", "responsibilities", "decisions", "competences"},
       {"costs", "sources_of_money", "shares", "application_texts"}}};
  return tables;
}

}  // namespace

const std::vector<std::string>& tables_of_module(int module) {
  NAHRAUM_CHECK(module >= 0 && module <= 8);
  return all()[static_cast<std::size_t>(module)];
}

int module_of_table(const std::string& table) {
  for (int module = 1; module <= 8; ++module) {
    const auto& tables = tables_of_module(module);
    if (std::find(tables.begin(), tables.end(), table) != tables.end()) return module;
  }
  return 0;
}

}  // namespace nahraum::app
