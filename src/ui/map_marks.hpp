#pragma once
/// What is written over the map: scale bar, north arrow, legend, hints. Few shapes, by ImGui.

#include "ui/camera.hpp"
#include "ui/kit.hpp"

namespace nahraum::ui {

struct Rect;

/// A round length on the ground and how long it is on the screen.
struct ScaleBar {
  double metres = 100;
  float px = 100;
};
/// `grid_per_ground`: the projection's scale there; the bar is true on the ground.
ScaleBar scale_bar_for(double metres_per_px, double grid_per_ground, float max_px);

/// One line of the legend.
struct LegendEntry {
  enum class Look { band, gap, unknown } look = Look::band;
  ImU32 color = 0;
  std::string text;
};
std::vector<LegendEntry> make_legend(const app::State& state);

/// `grid_per_ground`: the projection's scale in view.
void draw_map_marks(const Kit& kit, const app::State& state, const Camera& camera, const Rect& rect,
                    double grid_per_ground);

}  // namespace nahraum::ui
