#include "app/page_sheet.hpp"

#include <algorithm>

#include "base/translate.hpp"
#include "scene/charts/chart.hpp"
#include "scene/sheet_signs.hpp"

namespace nahraum::app {
namespace {

using base::tr;

/// Where the page's signs of that look are: the legend names what can be seen.
std::vector<geo::Box> places_like(const ModulePage& page, const PageSign& key) {
  std::vector<geo::Box> where;
  for (const auto& sign : page.signs) {
    if (sign.triangle == key.triangle)
      where.push_back({sign.at.x, sign.at.y, sign.at.x, sign.at.y});
  }
  return where;
}

scene::SheetSign sheet_sign(const ModulePage& page, const PageKey& key, const scene::Style& style) {
  auto sign = work_sign(key.sign, style);
  sign.size_mm = scene::sign_height_mm;
  return {
      key.words, {scene::point_sign(scene::work_symbol(sign, style))}, places_like(page, key.sign)};
}

}  // namespace

scene::WorkSign work_sign(const PageSign& sign, const scene::Style& style) {
  return {sign.at, sign.text, scene::series_look(style, sign.series).fill, sign.size_mm,
          sign.triangle};
}

scene::LayerPtr page_layer(const ModulePage& page, const scene::Style& style) {
  std::vector<scene::WorkSign> signs;
  for (const auto& sign : page.signs)
    signs.push_back(work_sign(sign, style));
  std::vector<scene::WorkStroke> strokes;
  for (const auto& stroke : page.strokes)
    strokes.push_back({stroke.line, scene::series_look(style, stroke.series).edge, stroke.width_mm,
                       stroke.dashed});
  return scene::work_layer(signs, strokes, style);
}

scene::SheetAnswer page_answer(const ModulePage& page, const std::string& block,
                               scene::Theme theme) {
  const auto style = scene::style_for(theme);
  scene::SheetAnswer sheet;
  const auto told = std::find_if(page.blocks.begin(), page.blocks.end(),
                                 [&](const PageBlock& each) { return each.id == block; });
  if (told == page.blocks.end()) return sheet;
  sheet.topic = told->heading;
  sheet.sentence = told->sentence;
  for (const auto& line : told->lines)
    sheet.list.places.push_back({{}, line.text, {}});
  sheet.list.heading = told->heading;
  sheet.list.all = sheet.list.places.size();
  if (auto layer = page_layer(page, style)) sheet.above.push_back(std::move(layer));
  for (const auto& key : page.keys)
    sheet.signs.push_back(sheet_sign(page, key, style));
  if (!told->method.empty()) sheet.facts.push_back({tr("Method"), told->method});
  return sheet;
}

}  // namespace nahraum::app
