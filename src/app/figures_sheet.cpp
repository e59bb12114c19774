#include "app/figures_sheet.hpp"

#include <algorithm>

#include "base/translate.hpp"
#include "scene/sheet_signs.hpp"
#include "scene/style.hpp"

namespace nahraum::app {
namespace {

using base::tr;

/// Where the areas are of which something holds.
template <class Holds>
std::vector<geo::Box> boxes(const Indicator& indicator, const Holds& holds) {
  std::vector<geo::Box> where;
  for (const auto& area : indicator.areas) {
    if (!area.outline.empty() && holds(area)) where.push_back(geo::bounds(area.outline));
  }
  return where;
}

void add_sign(scene::MapAnswer& ground, std::string name, scene::Item sign,
              std::vector<geo::Box> where) {
  if (!where.empty())
    ground.signs.push_back({std::move(name), {std::move(sign)}, std::move(where)});
}

void add_signs(const AreaFigures& figures, const Indicator& indicator, const scene::Style& style,
               scene::MapAnswer& ground) {
  const auto looks = scene::class_looks(style, indicator.classes.upper.size());
  for (std::size_t i = looks.size(); i-- > 0;) {
    add_sign(ground, class_name(indicator, i), scene::area_sign(looks[i]),
             boxes(indicator, [&](const scene::AreaFigure& area) {
               return area.rate && scene::class_of(indicator.classes, *area.rate) == i;
             }));
  }
  scene::Fill doubt;
  doubt.hatch = scene::uncertain_hatch(style);
  add_sign(ground, doubt_name(), scene::area_sign(doubt),
           boxes(indicator, [](const auto& area) { return area.rate && area.at_least; }));
  add_sign(ground, no_figure_name(), scene::area_sign(scene::no_figure(style)),
           boxes(indicator, [](const auto& area) { return !area.rate; }));
  scene::Symbol circle;
  circle.plate = scene::Plate::circle;
  circle.tint = style.count;
  circle.size_mm = scene::sign_height_mm;
  add_sign(ground, circles_name(figures), scene::point_sign(circle),
           boxes(indicator, [](const auto& area) { return area.count.value_or(0) > 0; }));
}

}  // namespace

scene::SheetAnswer figures_answer(const AreaFigures& figures, const Indicator& indicator,
                                  const StudyResult& need, scene::Theme theme) {
  const auto style = scene::style_for(theme);
  const auto layers = scene::choropleth_layers(indicator.areas, indicator.classes, style);
  scene::MapAnswer ground{{layers[0]}, {layers[1]}, {}};
  ground.add({scene::count_circles(indicator.areas, style)}, {});
  add_signs(figures, indicator, style, ground);
  scene::SheetAnswer sheet;
  sheet.topic = indicator.name;
  sheet.sentence = need.sentence;
  for (const auto& remark : need.remarks)
    sheet.remarks += (sheet.remarks.empty() ? "" : " ") + remark;
  sheet.ground = std::move(ground.ground);
  sheet.above = std::move(ground.above);
  sheet.signs = std::move(ground.signs);
  sheet.facts = scene::facts_of(need.method);
  sheet.facts.insert(sheet.facts.begin(), {tr("Classes"), classes_note()});
  return sheet;
}

}  // namespace nahraum::app
