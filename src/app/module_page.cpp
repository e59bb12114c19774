#include "app/module_page.hpp"

#include "app/page_chain.hpp"

namespace nahraum::app {

ModulePage module_page(const PageInput& input, int module, jobs::Context& context) {
  ModulePage page;
  if (module == 1) page = walk_page(input, context);
  if (module == 3) page = participation_page(input, context);
  if (module == 4) page = network_page(input, context);
  if (module == 5) page = mix_page(input, context);
  if (module == 6) page = project_page(input, context);
  if (module == 7) page = staff_page(input, context);
  if (module == 8) page = money_page(input, context);
  if (module == 6 || module == 8) page.blocks.push_back(chain_block(input));
  page.module = module;
  return page;
}

Action put_rows(std::vector<model::RecordChange> changes) {
  return PerformEdit{model::ChangeRecords{std::move(changes)}};
}

}  // namespace nahraum::app
