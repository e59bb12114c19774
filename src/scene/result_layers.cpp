#include "scene/result_layers.hpp"

#include <algorithm>

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

Symbol marker(geo::Point at, double size_mm, Plate plate, Color tint, const Style& style) {
  Symbol symbol;
  symbol.at = at;
  symbol.size_mm = size_mm;
  symbol.plate = plate;
  symbol.tint = tint;
  symbol.rim = style.rim;
  return symbol;
}

}  // namespace

std::vector<LayerPtr> catchment_layers(const std::vector<Band>& bands, const Style& style) {
  const auto looks = band_looks(style, static_cast<int>(bands.size()));
  std::vector<Item> fields, outlines;
  for (std::size_t i = bands.size(); i-- > 0;) {
    auto shape = left_over(bands, i);
    if (!shape.empty())
      fields.push_back(Fill{std::move(shape), looks[i].fill, looks[i].hatch, std::nullopt});
    add_rings(bands[i].outline, looks[i].outline, outlines);
  }
  return {layer("catchment", std::move(fields)), layer("catchment_outline", std::move(outlines))};
}

std::vector<int> gap_answers(const model::Project& project,
                             const std::vector<analysis::HomeReach>& reach,
                             const analysis::Limit& limit) {
  std::vector<int> answers(project.homes.size(), -1);
  for (std::size_t i = 0; i < project.homes.size() && i < reach.size(); ++i) {
    if (!project.homes[i].in_district) continue;
    const auto answer = analysis::within(reach[i], limit);
    if (answer != Within::yes) answers[i] = answer == Within::no ? 1 : 0;
  }
  return answers;
}

std::vector<LayerPtr> gap_layers(const model::Project& project,
                                 const std::vector<analysis::HomeReach>& reach,
                                 const analysis::Limit& limit, const Style& style) {
  return home_layers(project, gap_answers(project, reach, limit),
                     {unknown_homes(style), gap_homes(style)});
}

LayerPtr route_layer(const analysis::Route& route, const Style& style) {
  std::vector<Item> items;
  if (route.line.size() > 1) {
    add_line(items, route.line, mm_wide(style.halo, 1.9));
    add_line(items, route.line, mm_wide(style.route, 1.0));
  }
  for (const auto& delay : route.delays) {
    const double size_mm = 1.8 + std::min(2.0, delay.seconds / 60);
    items.push_back(marker(delay.at, size_mm, Plate::triangle, style.delay, style));
  }
  if (!route.line.empty()) {
    items.push_back(marker(route.line.front(), 3.0, Plate::circle, style.route, style));
    items.push_back(marker(route.line.back(), 3.0, Plate::square, style.route, style));
  }
  return layer("route", std::move(items));
}

LayerPtr highlight_layer(geo::Point at, const Style& style) {
  auto outer = marker(at, 9.0, Plate::circle, with_alpha(style.accent, 0.3), style);
  return layer("highlight", {outer});
}

}  // namespace nahraum::scene
