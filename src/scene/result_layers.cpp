#include "scene/result_layers.hpp"

#include <cmath>
#include <set>

#include "geo/overlay.hpp"
#include "scene/layers.hpp"

namespace nahraum::scene {
namespace {

using analysis::Within;

/// What the next narrower band leaves of this one; all of it where GEOS refuses.
geo::MultiPolygon left_over(const std::vector<Band>& bands, std::size_t i) {
  if (i == 0 || bands[i - 1].outline.empty()) return bands[i].outline;
  auto rest = geo::difference(bands[i].outline, bands[i - 1].outline);
  if (!rest) return bands[i].outline;
  return std::move(*rest);
}

void add_rings(const geo::MultiPolygon& shape, const Stroke& stroke, std::vector<Item>& items) {
  for (const auto& polygon : shape) {
    add_line(items, polygon.outer, stroke);
    for (const auto& hole : polygon.holes)
      add_line(items, hole, stroke);
  }
}

struct GapHomes {
  geo::MultiPolygon gaps, unknown;
  std::vector<geo::Point> gap_points, unknown_points;
  std::vector<geo::Point> gap_alone, unknown_alone;  ///< homes without a building outline
};

GapHomes find_gaps(const model::Project& project, const std::vector<analysis::HomeReach>& reach,
                   const analysis::Limit& limit) {
  GapHomes found;
  std::vector<Within> answer(project.homes.size(), Within::yes);
  std::vector<bool> drawn(project.homes.size(), false);
  for (std::size_t i = 0; i < project.homes.size() && i < reach.size(); ++i) {
    if (project.homes[i].in_district) answer[i] = analysis::within(reach[i], limit);
  }
  for (const auto& building : project.buildings) {
    if (building.home < 0) continue;
    const auto home = static_cast<std::size_t>(building.home);
    if (answer[home] == Within::yes) continue;
    auto& shape = answer[home] == Within::no ? found.gaps : found.unknown;
    shape.insert(shape.end(), building.outline.begin(), building.outline.end());
    drawn[home] = true;
  }
  for (std::size_t i = 0; i < answer.size(); ++i) {
    if (answer[i] == Within::yes) continue;
    const bool gap = answer[i] == Within::no;
    (gap ? found.gap_points : found.unknown_points).push_back(project.homes[i].at);
    if (!drawn[i]) (gap ? found.gap_alone : found.unknown_alone).push_back(project.homes[i].at);
  }
  return found;
}

Symbol marker(geo::Point at, double size_mm, Plate plate, Color tint) {
  Symbol symbol;
  symbol.at = at;
  symbol.size_mm = size_mm;
  symbol.plate = plate;
  symbol.tint = tint;
  return symbol;
}

/// At most one marker per cell, the first home's: far away single houses cannot be told apart.
void add_markers(const std::vector<geo::Point>& points, double cell_m, double size_mm, Plate plate,
                 Color tint, std::vector<Item>& items) {
  std::set<std::pair<long, long>> taken;
  for (const auto p : points) {
    if (taken.insert({std::lround(p.x / cell_m), std::lround(p.y / cell_m)}).second) {
      items.push_back(marker(p, size_mm, plate, tint));
    }
  }
}

LayerPtr far_markers(const GapHomes& homes, const Style& style, double from, double below) {
  std::vector<Item> items;
  const double cell_m = from * 2.0 / 1000;
  add_markers(homes.unknown_points, cell_m, 1.0, Plate::circle, style.unknown, items);
  add_markers(homes.gap_points, cell_m, 1.3, Plate::triangle, style.gap, items);
  return layer("gap_markers", std::move(items), from, below);
}

}  // namespace

Symbol gap_marker(geo::Point at, const Style& style) {
  return marker(at, 1.3, Plate::triangle, style.gap);
}

Symbol unknown_marker(geo::Point at, const Style& style) {
  return marker(at, 1.0, Plate::circle, style.unknown);
}

Hatch gap_hatch(const Style& style) {
  return {style.gap, 0.75, 0.18, 45, false};
}
Hatch unknown_hatch(const Style& style) {
  return {style.unknown, 0.8, 0.3, 0, true};
}

Fill gap_look(const Style& style) {
  Fill look;
  look.color = with_alpha(style.gap, 0.2);
  look.hatch = gap_hatch(style);
  look.outline = mm_wide(style.gap, 0.2);
  return look;
}

Fill unknown_look(const Style& style) {
  Fill look;
  look.color = color("#e9e7e4");
  look.hatch = unknown_hatch(style);
  look.outline = mm_wide(style.unknown, 0.18, {0.6, 0.5});
  return look;
}

std::vector<LayerPtr> catchment_layers(const std::vector<Band>& bands, const Style& style) {
  const auto colors = band_colors(style, static_cast<int>(bands.size()));
  std::vector<Item> fields, outlines;
  for (std::size_t i = bands.size(); i-- > 0;) {
    auto shape = left_over(bands, i);
    if (!shape.empty())
      fields.push_back(filled(std::move(shape), with_alpha(colors[i], style.band_alpha)));
    const bool widest = i + 1 == bands.size() && bands.size() > 1;
    add_rings(
        bands[i].outline,
        widest ? mm_wide(style.accent, 0.3, {1.8, 0.9}) : mm_wide(with_alpha(colors[0], 0.8), 0.2),
        outlines);
  }
  return {layer("catchment", std::move(fields)), layer("catchment_outline", std::move(outlines))};
}

std::vector<LayerPtr> gap_layers(const model::Project& project,
                                 const std::vector<analysis::HomeReach>& reach,
                                 const analysis::Limit& limit, const Style& style) {
  auto homes = find_gaps(project, reach, limit);
  std::vector<Item> unknown, gaps, alone;
  if (!homes.unknown.empty()) {
    Fill fill = unknown_look(style);
    fill.shape = std::move(homes.unknown);
    unknown.push_back(std::move(fill));
  }
  if (!homes.gaps.empty()) {
    Fill fill = gap_look(style);
    fill.shape = std::move(homes.gaps);
    gaps.push_back(std::move(fill));
  }
  for (const auto p : homes.unknown_alone) {
    alone.push_back(marker(p, 1.6, Plate::circle, style.unknown));
  }
  for (const auto p : homes.gap_alone)
    alone.push_back(marker(p, 2.0, Plate::triangle, style.gap));
  return {layer("not_assessable", std::move(unknown), 0, gap_markers_from),
          layer("gaps", std::move(gaps), 0, gap_markers_from),
          layer("gap_markers", std::move(alone), 0, gap_markers_from),
          far_markers(homes, style, gap_markers_from, 30000),
          far_markers(homes, style, 30000, 60000),
          far_markers(homes, style, 60000, 1e12)};
}

LayerPtr route_layer(const analysis::Route& route, const Style& style) {
  std::vector<Item> items;
  if (route.line.size() > 1) {
    add_line(items, route.line, mm_wide(color("#ffffff"), 1.9));
    add_line(items, route.line, mm_wide(style.route, 1.0));
  }
  for (const auto& delay : route.delays) {
    const double size_mm = 1.8 + std::min(2.0, delay.seconds / 60);
    items.push_back(marker(delay.at, size_mm, Plate::triangle, style.delay));
  }
  if (!route.line.empty()) {
    items.push_back(marker(route.line.front(), 3.0, Plate::circle, style.route));
    items.push_back(marker(route.line.back(), 3.0, Plate::square, style.route));
  }
  return layer("route", std::move(items));
}

LayerPtr highlight_layer(geo::Point at, const Style& style) {
  auto outer = marker(at, 9.0, Plate::circle, with_alpha(style.accent, 0.3));
  return layer("highlight", {outer});
}

}  // namespace nahraum::scene
