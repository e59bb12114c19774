#include "ui/page_marks.hpp"

#include "scene/charts/chart.hpp"
#include "scene/work_layer.hpp"

namespace nahraum::ui {

scene::LayerPtr page_layer(const app::ModulePage& page, const scene::Style& style) {
  std::vector<scene::WorkSign> signs;
  for (const auto& sign : page.signs)
    signs.push_back({sign.at, sign.text, scene::series_look(style, sign.series).fill});
  std::vector<scene::WorkStroke> strokes;
  for (const auto& stroke : page.strokes)
    strokes.push_back({stroke.line, scene::series_look(style, stroke.series).edge, stroke.width_mm,
                       stroke.dashed});
  return scene::work_layer(signs, strokes, style);
}

const app::PageSign* sign_at(const app::ModulePage* page, geo::Point mouse, double reach_m) {
  if (!page) return nullptr;
  for (auto sign = page->signs.rbegin(); sign != page->signs.rend(); ++sign) {
    if (geo::distance(sign->at, mouse) <= reach_m) return &*sign;
  }
  return nullptr;
}

}  // namespace nahraum::ui
