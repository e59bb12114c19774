#pragma once
/// The shapes behind symbols.

#include "geo/values.hpp"
#include "scene/display_list.hpp"

namespace nahraum::render {

/// Outline of a plate about the origin, y down, fitting into a circle of radius 1 and looking
/// equally large. Open ring (the first point is not repeated); empty for Plate::none.
geo::Ring plate_outline(scene::Plate plate);

/// How a plate of a symbol is drawn: its outline at `radius`, stroked with round joins.
struct PlatePlan {
  double radius_mm = 0;
  double rim_mm = 0;     ///< white
  double corner_mm = 0;  ///< rounding
};
PlatePlan plate_plan(double size_mm);

/// Where the picture sits: low in a house, high in a bubble, else in the middle.
struct GlyphBox {
  double size = 0.58;  ///< of the symbol's size
  double shift_y = 0;  ///< likewise, down
};
GlyphBox glyph_box(scene::Plate plate);

/// Size of the type of a sign in a picture's place, `box_mm` wide: numbers of three digits fit,
/// too.
double sign_size_mm(const std::string& sign, double box_mm);

}  // namespace nahraum::render
