#pragma once
/// What the group drew on the map in the exercise that is open.

#include "ui/camera.hpp"
#include "ui/map_view.hpp"

namespace nahraum::ui {

/// Over the map: the step's own marks strong, those of the steps before paler.
void draw_exercise_marks(const Kit& kit, const app::State& state, const Camera& camera,
                         const Rect& rect);

}  // namespace nahraum::ui
