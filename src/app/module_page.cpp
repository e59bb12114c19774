#include "app/module_page.hpp"

namespace nahraum::app {

ModulePage module_page(const PageInput& input, int module, jobs::Context& context) {
  ModulePage page;
  if (module == 4) page = network_page(input, context);
  if (module == 5) page = mix_page(input, context);
  page.module = module;
  return page;
}

Action put_rows(std::vector<model::RecordChange> changes) {
  return PerformEdit{model::ChangeRecords{std::move(changes)}};
}

}  // namespace nahraum::app
