#pragma once
/// Where a search led: a pin with its name, over the map.

#include "ui/camera.hpp"
#include "ui/map_view.hpp"

namespace nahraum::ui {

/// Nothing where no place was searched for, or where it is chosen and ringed already.
std::optional<app::Spot> marked_spot(const app::State& state);
/// A ring around each of the places that are in sight.
void draw_rings(const Kit& kit, const std::vector<geo::Point>& places, const Camera& camera,
                const Rect& rect);
void draw_spot(const Kit& kit, const app::State& state, const Camera& camera, const Rect& rect);

}  // namespace nahraum::ui
