#pragma once
/// Small steps in making layers.

#include <string>
#include <utility>

#include "scene/display_list.hpp"

namespace nahraum::scene {

inline LayerPtr layer(std::string name, std::vector<Item> items, double min_denominator = 0,
                      double max_denominator = 1e12) {
  return std::make_shared<const Layer>(
      Layer{std::move(name), std::move(items), min_denominator, max_denominator});
}

/// A line `width` metres wide on the map, but at least `min_mm` on the page.
inline Stroke metres_wide(Color color, double width, double min_mm, double plus_mm = 0) {
  Stroke stroke;
  stroke.color = color;
  stroke.width = width;
  stroke.map_metres = true;
  stroke.min_width_mm = min_mm;
  stroke.plus_mm = plus_mm;
  return stroke;
}

inline Stroke mm_wide(Color color, double width_mm, std::vector<double> dash_mm = {}) {
  Stroke stroke;
  stroke.color = color;
  stroke.width = width_mm;
  stroke.dash_mm = std::move(dash_mm);
  return stroke;
}

inline Fill filled(geo::MultiPolygon shape, Color color, std::optional<Stroke> outline = {}) {
  return {std::move(shape), color, {}, std::move(outline)};
}

/// In place: GCC 12 takes a moved-in temporary for uninitialised.
inline void add_line(std::vector<Item>& items, geo::Line line, const Stroke& stroke) {
  auto& polyline = std::get<Polyline>(items.emplace_back(std::in_place_type<Polyline>));
  polyline.line = std::move(line);
  polyline.stroke = stroke;
}

}  // namespace nahraum::scene
