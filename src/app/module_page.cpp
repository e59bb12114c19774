#include "app/module_page.hpp"

namespace nahraum::app {

ModulePage module_page(const PageInput& input, int module, jobs::Context& context) {
  ModulePage page;
  if (module == 6) page = project_page(input, context);
  if (module == 7) page = staff_page(input, context);
  if (module == 8) page = money_page(input, context);
  page.module = module;
  return page;
}

Action put_rows(std::vector<model::RecordChange> changes) {
  return PerformEdit{model::ChangeRecords{std::move(changes)}};
}

}  // namespace nahraum::app
