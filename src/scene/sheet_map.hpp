#pragma once
/// The map of a sheet. Internal to scene/sheet.

#include "scene/sheet.hpp"

namespace nahraum::scene {

/// What of the map is printed, and how.
struct MapView {
  std::vector<std::string> types;  ///< services drawn
  double denominator = 5000;
  geo::Box frame;          ///< metres
  std::size_t places = 0;  ///< of the answer's list
};

/// Base map, answer, names, services, numbered places and notes in drawing order.
std::vector<LayerPtr> sheet_map(const SheetContent& content, const MapView& view,
                                const Style& style, const TextMeasure& measure);

/// What is drawn as symbols: the asked types, else the answer's, else the core types in the data.
std::vector<std::string> shown_types(const SheetContent& content);

}  // namespace nahraum::scene
