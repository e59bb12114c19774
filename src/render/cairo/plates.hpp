#pragma once
/// The shapes behind symbols.

#include "geo/values.hpp"
#include "scene/display_list.hpp"

namespace nahraum::render {

/// Outline of a plate about the origin, y down, fitting into a circle of radius 1 and looking equally
/// large. Open ring (the first point is not repeated); empty for Plate::none.
geo::Ring plate_outline(scene::Plate plate);

}  // namespace nahraum::render
