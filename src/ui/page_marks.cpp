#include "ui/page_marks.hpp"

namespace nahraum::ui {

const app::PageSign* sign_at(const app::ModulePage* page, geo::Point mouse, double reach_m) {
  if (!page) return nullptr;
  for (auto sign = page->signs.rbegin(); sign != page->signs.rend(); ++sign) {
    if (geo::distance(sign->at, mouse) <= reach_m) return &*sign;
  }
  return nullptr;
}

}  // namespace nahraum::ui
