#pragma once
/// The map of a sheet. Internal to scene/sheet.

#include "scene/sheet.hpp"

namespace nahraum::scene {

/// Base map, answers, names, services and notes in drawing order. `frame`: the part of the map that
/// is printed, metres.
std::vector<LayerPtr> sheet_map(const SheetContent& content, const std::vector<std::string>& types,
                                double denominator, const geo::Box& frame, const Style& style,
                                const TextMeasure& measure);

/// What is drawn as symbols: the asked types, else the result's, else the core types in the data.
std::vector<std::string> shown_types(const SheetContent& content);

}  // namespace nahraum::scene
