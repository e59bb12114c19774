#include "scene/base_map.hpp"

#include <algorithm>
#include <numeric>

#include "scene/furniture_layers.hpp"
#include "scene/layers.hpp"
#include "scene/street_layers.hpp"

namespace nahraum::scene {
namespace {

constexpr double far_away_m = 40000;  // the faded outside reaches beyond any page

LayerPtr ground(const model::Project& project, const Style& style) {
  auto box = extent(project);
  if (box.empty()) box.add(geo::Point{});
  return layer("ground", {filled({{geo::ring_of(box.grown(far_away_m)), {}}}, style.ground)});
}

std::vector<std::size_t> largest_first(const std::vector<model::Area>& areas) {
  std::vector<double> size(areas.size());
  for (std::size_t i = 0; i < areas.size(); ++i)
    size[i] = geo::area(areas[i].outline);
  std::vector<std::size_t> order(areas.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return size[a] > size[b]; });
  return order;
}

std::optional<Stroke> edge_of(const AreaLook& look) {
  if (!look.edge) return std::nullopt;
  return mm_wide(*look.edge, 0.14);
}

/// One layer for what shows at every scale and one per smaller range, so order by size is kept
/// within each: what is hidden early is small and lies on top anyway.
std::vector<LayerPtr> area_layers(const model::Project& project, const Style& style) {
  std::vector<std::pair<double, std::vector<Item>>> ranges = {
      {1e12, {}}, {25000, {}}, {20000, {}}, {15000, {}}, {12500, {}}};
  for (const auto i : largest_first(project.areas)) {
    const auto& area = project.areas[i];
    if (area.kind == model::AreaKind::water) continue;
    const auto look = style.area(area.kind);
    const auto range = std::find_if(ranges.begin(), ranges.end(),
                                    [&](const auto& r) { return r.first == look.max_denominator; });
    range->second.push_back(filled(area.outline, look.fill, edge_of(look)));
  }
  std::vector<LayerPtr> layers;
  for (auto& [max_denominator, items] : ranges) {
    if (!items.empty()) layers.push_back(layer("areas", std::move(items), 0, max_denominator));
  }
  return layers;
}

/// Trees, grass and graves, where single ones could be seen.
LayerPtr textures(const model::Project& project, const Style& style) {
  std::vector<Item> items;
  for (const auto& area : project.areas) {
    const auto& look = style.area(area.kind);
    if (look.texture) items.push_back(Fill{area.outline, {}, look.texture, {}});
  }
  return layer("area_textures", std::move(items), 0, textures_until);
}

LayerPtr water(const model::Project& project, const Style& style) {
  std::vector<Item> items;
  for (const auto& area : project.areas) {
    if (area.kind != model::AreaKind::water) continue;
    items.push_back(filled(area.outline, style.water, mm_wide(style.water_edge, 0.15)));
  }
  return layer("water", std::move(items));
}

std::vector<Item> lines_of(const model::Project& project, model::LineKind kind,
                           const Stroke& stroke, bool with_tunnels = false) {
  std::vector<Item> items;
  for (const auto& feature : project.lines) {
    if (feature.kind != kind || (feature.tunnel && !with_tunnels)) continue;
    add_line(items, feature.line, stroke);
  }
  return items;
}

void add_water_lines(const model::Project& project, const Style& style,
                     std::vector<LayerPtr>& layers) {
  layers.push_back(layer(
      "streams", lines_of(project, model::LineKind::river, metres_wide(style.water, 6, 0.5))));
  layers.push_back(layer(
      "streams", lines_of(project, model::LineKind::stream, metres_wide(style.water, 1.5, 0.32)), 0,
      40000));
}

/// A grey line with white sleepers between: known at a glance, quiet enough.
void add_rail(const model::Project& project, const Style& style, std::vector<LayerPtr>& layers) {
  layers.push_back(layer(
      "tram", lines_of(project, model::LineKind::tram, mm_wide(with_alpha(style.rail, 0.75), 0.2)),
      0, 15000));
  layers.push_back(
      layer("rail", lines_of(project, model::LineKind::rail, metres_wide(style.rail, 2.2, 0.5))));
  auto gaps = metres_wide(style.rail_gap, 1.5, 0.3);
  gaps.dash_mm = {1.5, 1.5};
  gaps.round = false;
  layers.push_back(layer("rail", lines_of(project, model::LineKind::rail, gaps), 0, 25000));
}

void add_barriers(const model::Project& project, const Style& style,
                  std::vector<LayerPtr>& layers) {
  std::vector<Item> items;
  for (const auto kind : {model::LineKind::wall, model::LineKind::fence, model::LineKind::hedge}) {
    const auto tint = kind == model::LineKind::hedge ? style.hedge : style.barrier;
    auto some = lines_of(project, kind, mm_wide(tint, 0.16));
    items.insert(items.end(), std::make_move_iterator(some.begin()),
                 std::make_move_iterator(some.end()));
  }
  layers.push_back(layer("barriers", std::move(items), 0, 3500));
}

/// All buildings of a kind are one shape: one path on paper, one buffer on screen.
LayerPtr buildings(const model::Project& project, bool homes, const char* name, Color fill,
                   std::optional<Color> edge, double min_denominator, double max_denominator) {
  Fill all;
  all.color = fill;
  if (edge) all.outline = mm_wide(*edge, 0.12);
  for (const auto& building : project.buildings) {
    if ((building.home >= 0) != homes) continue;
    all.shape.insert(all.shape.end(), building.outline.begin(), building.outline.end());
  }
  std::vector<Item> items;
  if (!all.shape.empty()) items.push_back(std::move(all));
  return layer(name, std::move(items), min_denominator, max_denominator);
}

void add_buildings(const model::Project& project, const Style& style,
                   std::vector<LayerPtr>& layers) {
  layers.push_back(
      buildings(project, false, "buildings", style.building, style.building_edge, 0, 12500));
  layers.push_back(buildings(project, true, "homes", style.home, style.home_edge, 0, 12500));
  layers.push_back(buildings(project, false, "buildings", style.building, {}, 12500, 60000));
  layers.push_back(buildings(project, true, "homes", style.home, {}, 12500, 60000));
}

/// Everything but the district: one fill with the district as its holes.
geo::MultiPolygon outside_of(const geo::MultiPolygon& district, const geo::Box& box) {
  geo::MultiPolygon shape = {{geo::ring_of(box.grown(far_away_m)), {}}};
  for (const auto& part : district) {
    geo::Ring hole(part.outer.rbegin(), part.outer.rend());
    shape.front().holes.push_back(std::move(hole));
    for (const auto& island : part.holes) {
      shape.push_back({geo::Ring(island.rbegin(), island.rend()), {}});
    }
  }
  return shape;
}

void add_district(const model::Project& project, const Style& style,
                  std::vector<LayerPtr>& layers) {
  if (project.district.empty()) return;
  layers.push_back(layer("outside", {filled(outside_of(project.district, extent(project)),
                                            with_alpha(style.ground, style.faded))}));
  std::vector<Item> soft, crisp;
  for (const auto& part : project.district) {
    add_line(soft, part.outer, mm_wide(with_alpha(style.district, 0.16), 2.0));
    add_line(crisp, part.outer, mm_wide(style.district, 0.42, {3.2, 1.1, 0.5, 1.1}));
    for (const auto& hole : part.holes) {
      add_line(crisp, hole, mm_wide(style.district, 0.42, {3.2, 1.1, 0.5, 1.1}));
    }
  }
  soft.insert(soft.end(), crisp.begin(), crisp.end());
  layers.push_back(layer("district", std::move(soft)));
}

}  // namespace

std::vector<LayerPtr> paled(std::vector<LayerPtr> base, const geo::Box& extent,
                            const Style& style) {
  constexpr double veil = 0.78;
  const auto shape = geo::MultiPolygon{{geo::ring_of(extent.grown(far_away_m)), {}}};
  base.push_back(layer("veil", {filled(shape, with_alpha(style.ground, veil))}));
  return base;
}

std::vector<LayerPtr> outline_alone(const std::vector<LayerPtr>& base) {
  std::vector<LayerPtr> kept;
  for (const auto& each : base) {
    if (each->name == "district") kept.push_back(each);
  }
  return kept;
}

geo::Box extent(const model::Project& project) {
  geo::Box box = geo::bounds(project.district);
  box.add(geo::bounds(project.data_extent));
  for (const auto& node : project.streets.nodes)
    box.add(node.at);
  for (const auto& building : project.buildings)
    box.add(geo::bounds(building.outline));
  return box;
}

std::vector<LayerPtr> base_map(const model::Project& project, const Style& style) {
  std::vector<LayerPtr> layers = {ground(project, style)};
  const auto append = [&](std::vector<LayerPtr> more) {
    layers.insert(layers.end(), more.begin(), more.end());
  };
  append(area_layers(project, style));
  layers.push_back(textures(project, style));
  layers.push_back(water(project, style));
  add_water_lines(project, style, layers);
  add_barriers(project, style, layers);
  add_rail(project, style, layers);
  add_buildings(project, style, layers);
  append(street_layers(project, style));
  append(furniture_layers(project, style));
  add_district(project, style, layers);
  std::erase_if(layers, [](const LayerPtr& l) { return l->items.empty(); });
  return layers;
}

SplitLayers split_before(const std::vector<LayerPtr>& layers, std::string_view name) {
  const auto at = std::find_if(layers.begin(), layers.end(),
                               [&](const LayerPtr& l) { return l->name.starts_with(name); });
  return {{layers.begin(), at}, {at, layers.end()}};
}

}  // namespace nahraum::scene
