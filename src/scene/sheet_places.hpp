#pragma once
/// The list of numbered places beside a sheet's map, and their marks on it. Internal to
/// scene/sheet.

#include "scene/sheet_types.hpp"

namespace nahraum::scene {

/// The heading, the first `shown` places with their numbers and figures, and how many there are
/// where not all are shown. Empty without places.
Block places_block(const SheetPlaces& list, std::size_t shown, const SheetTypes& types,
                   const Style& style, double width_mm, const TextMeasure& measure);

/// A place that has a mark on the map, and where the mark stands: beside the place where something
/// else would be covered.
struct PlacedMark {
  std::size_t index = 0;  ///< into the list
  geo::Point place, mark;
};

/// Marks of the first `shown` places within `frame`; the more important ones choose first. They
/// keep clear of each other, of the other places, and of `taken` (symbols that are `taken_mm`
/// wide). Where no room is left a mark stands at its place all the same.
std::vector<PlacedMark> place_marks(const SheetPlaces& list, std::size_t shown,
                                    const std::vector<geo::Point>& taken, double taken_mm,
                                    const geo::Box& frame, double denominator);

/// Numbers on plates; a line leads from a mark beside its place to the place. Layer "places".
LayerPtr marks_layer(const SheetPlaces& list, const std::vector<PlacedMark>& marks,
                     double denominator, const Style& style);

/// The list's sign for the legend.
std::vector<SheetSign> place_signs(const SheetPlaces& list, std::size_t shown);

/// Width of a mark on the map.
inline constexpr double mark_mm = 5.0;

}  // namespace nahraum::scene
