#include "app/page_money.hpp"

namespace nahraum::app {

ModulePage money_page(const PageInput& input, jobs::Context& context) {
  ModulePage page;
  page.module = 8;
  context.check();
  page.blocks.push_back(plan_block(input));
  page.blocks.push_back(programmes_block(input));
  page.blocks.push_back(texts_block(input));
  return page;
}

}  // namespace nahraum::app
