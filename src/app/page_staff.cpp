#include "app/page_staff.hpp"

namespace nahraum::app {

ModulePage staff_page(const PageInput& input, jobs::Context& context) {
  const auto& work = *input.project->work;
  ModulePage page;
  page.module = 7;
  context.check();
  page.blocks.push_back(raci_block(input));
  if (!work.tasks.empty() || !work.roles.empty()) {
    page.blocks.push_back(load_block(input));
    if (!work.roles.empty()) page.blocks.push_back(deputies_block(input));
  }
  page.blocks.push_back(decisions_block(input));
  page.blocks.push_back(competences_block(input));
  return page;
}

}  // namespace nahraum::app
