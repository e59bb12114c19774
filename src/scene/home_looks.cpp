#include "scene/home_looks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace nahraum::scene {
namespace {

Symbol at(Symbol symbol, geo::Point place) {
  symbol.at = place;
  return symbol;
}

/// At most one marker per cell, the first home's: far away single houses cannot be told apart.
void add_far(const std::vector<geo::Point>& points, double cell_m, const Symbol& marker,
             std::vector<Item>& items) {
  std::set<std::pair<long, long>> taken;
  for (const auto p : points) {
    if (taken.insert({std::lround(p.x / cell_m), std::lround(p.y / cell_m)}).second)
      items.push_back(at(marker, p));
  }
}

/// Scale denominators at which far markers are thinned out anew.
constexpr std::array<double, 4> far_from{gap_markers_from, 30000, 60000, 1e12};

struct MarkedStep {
  double from, below;  ///< scale denominators
};
constexpr MarkedStep marked_steps[] = {
    {0, 2500}, {2500, 5000}, {5000, 10000}, {10000, gap_markers_from}};

/// Markers that touch each other would say no more than one.
LayerPtr marked_layer(const std::vector<HomeShapes>& homes, const std::vector<HomeLook>& looks,
                      const MarkedStep& step) {
  std::vector<Item> items;
  for (std::size_t i = 0; i < looks.size(); ++i) {
    if (!looks[i].marked) continue;
    auto marker = looks[i].marker;
    marker.size_mm = looks[i].alone_mm;
    add_far(homes[i].all, step.below * (marker.size_mm + 0.4) / 1000, marker, items);
  }
  return layer("home_markers", std::move(items), step.from, step.below);
}

LayerPtr far_layer(const std::vector<HomeShapes>& homes, const std::vector<HomeLook>& looks,
                   double from, double below) {
  std::vector<Item> items;
  for (std::size_t i = 0; i < looks.size(); ++i)
    add_far(homes[i].all, from * 2.0 / 1000, looks[i].marker, items);
  return layer("gap_markers", std::move(items), from, below);
}

Symbol marker(double size_mm, Plate plate, const Style& style, Color tint, std::string sign = {}) {
  Symbol symbol;
  symbol.size_mm = size_mm;
  symbol.plate = plate;
  symbol.tint = tint;
  symbol.sign = std::move(sign);
  symbol.rim = style.rim;
  symbol.ink = style.on_mark;
  return symbol;
}

Fill look_of(Color fill, std::optional<Hatch> hatch, const Stroke& outline) {
  Fill look;
  look.color = fill;
  look.hatch = hatch;
  look.outline = outline;
  return look;
}

}  // namespace

HomeLook unknown_homes(const Style& style) {
  return {"not_assessable",
          look_of(style.unknown_fill, Hatch{style.unknown, 0.8, 0.3, 0, Pattern::dots},
                  mm_wide(style.unknown, 0.18, {0.6, 0.5})),
          marker(1.0, Plate::circle, style, style.unknown), 1.6};
}

HomeLook gap_homes(const Style& style) {
  return {"gaps",
          look_of(with_alpha(style.gap, 0.2), Hatch{style.gap, 0.75, 0.18, 45},
                  mm_wide(style.gap, 0.2)),
          marker(1.3, Plate::triangle, style, style.gap), 2.0};
}

HomeLook unsure_homes(const Style& style) {
  return {"unsure",
          look_of(style.paper, Hatch{style.unsure, 0.75, 0.5, 0, Pattern::dots},
                  mm_wide(style.unsure, 0.3)),
          marker(1.3, Plate::square, style, style.unsure), 2.0};
}

HomeLook unrested_homes(const Style& style) {
  return {"without_rests",
          look_of(with_alpha(style.unsure, 0.25), Hatch{style.unsure, 0.6, 0.2, 0},
                  mm_wide(style.unsure, 0.25)),
          marker(1.3, Plate::square, style, style.unsure), 2.0};
}

HomeLook gained_homes(const Style& style) {
  return {"gained", look_of(with_alpha(style.gain, 0.55), {}, mm_wide(style.gain, 0.3)),
          marker(2.4, Plate::circle, style, style.gain, "+"), 2.4, true};
}

HomeLook lost_homes(const Style& style) {
  return {"lost", look_of(with_alpha(style.loss, 0.55), {}, mm_wide(style.loss, 0.3)),
          marker(2.4, Plate::square, style, style.loss, "-"), 2.4, true};
}

HomeLook nearer_homes(const Style& style) {
  return {"nearer", look_of(style.gain_pale, {}, mm_wide(style.gain, 0.18)),
          marker(1.0, Plate::circle, style, style.gain_pale), 1.6};
}

HomeLook farther_homes(const Style& style) {
  return {"farther",
          look_of(style.loss_pale, Hatch{style.loss, 0.9, 0.15, 135}, mm_wide(style.loss, 0.18)),
          marker(1.0, Plate::square, style, style.loss_pale), 1.6};
}

HomeLook still_gap_homes(const Style& style) {
  return {"still_gaps",
          look_of(style.still_fill, Hatch{style.ink_soft, 0.75, 0.18, 45},
                  mm_wide(style.ink_soft, 0.2)),
          marker(1.2, Plate::triangle, style, style.ink_soft), 1.8};
}

HomeLook new_homes(const Style& style) {
  return {"new_homes", look_of(style.paper, {}, mm_wide(style.ink, 0.35, {0.8, 0.5})),
          marker(1.6, Plate::house, style, style.ink), 2.6};
}

HomeLook good_homes(const Style& style) {
  return {"good", look_of(style.good_pale, {}, mm_wide(style.good, 0.18)),
          marker(1.1, Plate::circle, style, style.good), 1.6};
}

HomeLook sufficient_homes(const Style& style) {
  return {"sufficient",
          look_of(with_alpha(style.sufficient, 0.22), Hatch{style.sufficient, 1.2, 0.2, 0},
                  mm_wide(style.sufficient, 0.2)),
          marker(1.2, Plate::square, style, style.sufficient), 1.8};
}

HomeLook between_homes(const Style& style) {
  Fill rim;
  rim.outline = metres_wide(style.ink, 1.1, 0.24);
  return {"between", rim, marker(1.9, Plate::octagon, style, style.ink), 2.8};
}

std::vector<HomeShapes> home_shapes(const model::Project& project,
                                    const std::vector<std::int32_t>& answer, std::size_t looks) {
  std::vector<HomeShapes> by_look(looks);
  std::vector<bool> drawn(answer.size(), false);
  for (const auto& building : project.buildings) {
    if (building.home < 0) continue;
    const auto home = static_cast<std::size_t>(building.home);
    if (home >= answer.size() || answer[home] < 0) continue;
    auto& shape = by_look[static_cast<std::size_t>(answer[home])].buildings;
    shape.insert(shape.end(), building.outline.begin(), building.outline.end());
    drawn[home] = true;
  }
  for (std::size_t i = 0; i < answer.size(); ++i) {
    if (answer[i] < 0) continue;
    auto& homes = by_look[static_cast<std::size_t>(answer[i])];
    homes.all.push_back(project.homes[i].at);
    if (!drawn[i]) homes.alone.push_back(project.homes[i].at);
  }
  return by_look;
}

std::vector<LayerPtr> layers_of(const HomeShapes& homes, HomeLook look) {
  std::vector<LayerPtr> layers;
  if (!homes.buildings.empty()) {
    look.building.shape = homes.buildings;
    layers.push_back(layer(look.layer, {std::move(look.building)}, 0, gap_markers_from));
  }
  std::vector<Item> alone;
  auto near = look.marker;
  near.size_mm = look.alone_mm;
  for (const auto p : homes.alone)
    alone.push_back(at(near, p));
  if (!alone.empty()) layers.push_back(layer("gap_markers", std::move(alone), 0, gap_markers_from));
  for (std::size_t i = 0; i + 1 < far_from.size() && !homes.all.empty(); ++i) {
    std::vector<Item> far;
    add_far(homes.all, far_from[i] * 2.0 / 1000, look.marker, far);
    layers.push_back(layer("gap_markers", std::move(far), far_from[i], far_from[i + 1]));
  }
  return layers;
}

std::vector<LayerPtr> home_layers(const model::Project& project, const std::vector<int>& answer,
                                  std::vector<HomeLook> looks) {
  auto homes = home_shapes(project, answer, looks.size());
  std::vector<LayerPtr> layers;
  std::vector<Item> alone;
  for (std::size_t i = 0; i < looks.size(); ++i) {
    std::vector<Item> filled;
    if (!homes[i].buildings.empty()) {
      looks[i].building.shape = std::move(homes[i].buildings);
      filled.emplace_back(std::move(looks[i].building));
    }
    layers.push_back(layer(looks[i].layer, std::move(filled), 0, gap_markers_from));
    auto marker = looks[i].marker;
    marker.size_mm = looks[i].alone_mm;
    if (looks[i].marked) continue;
    for (const auto p : homes[i].alone)
      alone.push_back(at(marker, p));
  }
  layers.push_back(layer("gap_markers", std::move(alone), 0, gap_markers_from));
  const bool marked =
      std::any_of(looks.begin(), looks.end(), [](const HomeLook& look) { return look.marked; });
  for (const auto& step : marked_steps) {
    if (marked) layers.push_back(marked_layer(homes, looks, step));
  }
  for (std::size_t i = 0; i + 1 < far_from.size(); ++i)
    layers.push_back(far_layer(homes, looks, far_from[i], far_from[i + 1]));
  return layers;
}

}  // namespace nahraum::scene
