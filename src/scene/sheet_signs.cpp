#include "scene/sheet_signs.hpp"

#include <fmt/format.h>

#include "base/translate.hpp"
#include "scene/layers.hpp"
#include "scene/sentence.hpp"

namespace nahraum::scene {
namespace {

geo::Box box_of(geo::Point p) {
  geo::Box box;
  box.add(p);
  return box;
}

std::vector<SheetSign> home_signs(const model::Project& project, const std::vector<int>& answer,
                                  int index, const NamedLook& look) {
  SheetSign near{look.name, {area_sign(look.look.building)}, {}, 0, gap_markers_from};
  for (std::size_t i = 0; i < answer.size(); ++i) {
    if (answer[i] == index) near.where.push_back(box_of(project.homes[i].at));
  }
  if (near.where.empty()) return {};
  SheetSign far{look.name, {point_sign(look.look.marker)}, near.where, gap_markers_from};
  if (look.look.marked) near.sign.push_back(far.sign.front());
  return {std::move(near), std::move(far)};
}

Stroke stretch_stroke(bool strong, const Style& style) {
  return strong ? mm_wide(style.loss, 1.2) : mm_wide(style.loss, 0.6, {1.6, 1.0});
}

}  // namespace

Item area_sign(Fill look) {
  geo::Box box;
  box.add(geo::Point{0.2, 0.3});
  box.add(geo::Point{sign_width_mm - 0.2, sign_height_mm - 0.3});
  look.shape = {{geo::ring_of(box), {}}};
  return look;
}

Item line_sign(const Stroke& stroke) {
  return Polyline{{{0.2, sign_height_mm / 2}, {sign_width_mm - 0.2, sign_height_mm / 2}}, stroke};
}

Item point_sign(Symbol symbol) {
  symbol.at = {sign_width_mm / 2, sign_height_mm / 2};
  return symbol;
}

std::vector<SheetSign> band_signs(const std::vector<Band>& bands, const Style& style) {
  const auto looks = band_looks(style, static_cast<int>(bands.size()));
  std::vector<SheetSign> signs;
  for (std::size_t i = 0; i < bands.size(); ++i) {
    Fill look;
    look.color = looks[i].fill;
    look.hatch = looks[i].hatch;
    look.outline = looks[i].outline;
    look.outline->round = !look.outline->dash_mm.empty();
    signs.push_back(
        {fmt::format(fmt::runtime(base::tr("up to {} on foot")), limit_name(bands[i].limit)),
         {area_sign(std::move(look))},
         {geo::bounds(bands[i].outline)}});
  }
  return signs;
}

void MapAnswer::add(std::vector<LayerPtr> layers, std::vector<SheetSign> more) {
  above.insert(above.end(), layers.begin(), layers.end());
  signs.insert(signs.end(), more.begin(), more.end());
}

void add_homes(const model::Project& project, const std::vector<int>& answer,
               const std::vector<NamedLook>& looks, MapAnswer& ground) {
  std::vector<HomeLook> drawn;
  drawn.reserve(looks.size());
  std::vector<SheetSign> signs;
  for (const auto& each : looks)
    drawn.push_back(each.look);
  for (std::size_t i = looks.size(); i-- > 0;) {
    for (auto& sign : home_signs(project, answer, static_cast<int>(i), looks[i]))
      signs.push_back(std::move(sign));
  }
  ground.add(home_layers(project, answer, std::move(drawn)), std::move(signs));
}

LayerPtr stretches_layer(const std::vector<Stretch>& stretches, const Style& style) {
  std::vector<Item> items;
  for (const auto& stretch : stretches)
    add_line(items, stretch.line, mm_wide(style.paper, stretch.strong ? 1.8 : 1.2));
  for (const auto& stretch : stretches)
    add_line(items, stretch.line, stretch_stroke(stretch.strong, style));
  return layer("stretches", std::move(items));
}

std::vector<SheetSign> stretch_signs(const std::vector<Stretch>& stretches, const std::string& name,
                                     const std::string& strong_name, const Style& style) {
  std::vector<SheetSign> signs;
  for (const bool strong : {false, true}) {
    SheetSign sign{strong ? strong_name : name, {line_sign(stretch_stroke(strong, style))}, {}};
    for (const auto& stretch : stretches) {
      if (stretch.strong == strong) sign.where.push_back(geo::bounds(stretch.line));
    }
    if (!sign.where.empty()) signs.push_back(std::move(sign));
  }
  return signs;
}

void add_points(const std::string& layer_name, const std::vector<geo::Point>& points,
                const Symbol& symbol, const std::string& name, MapAnswer& ground) {
  std::vector<Item> items;
  SheetSign sign{name, {point_sign(symbol)}, {}};
  for (const auto p : points) {
    Symbol here = symbol;
    here.at = p;
    items.emplace_back(std::move(here));
    sign.where.push_back(box_of(p));
  }
  ground.add({layer(layer_name, std::move(items))}, {std::move(sign)});
}

}  // namespace nahraum::scene
