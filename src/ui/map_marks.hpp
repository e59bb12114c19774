#pragma once
/// What is written over the map: scale bar, north arrow, legend, hints. Few shapes, by ImGui.

#include "model/catalogue.hpp"
#include "ui/camera.hpp"
#include "ui/kit.hpp"

namespace nahraum::app {
struct ModulePage;
}

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
  enum class Look {
    band,
    gap,
    gap_marker,
    gap_dot,
    unknown,
    unknown_marker,
    sufficient,
    sufficient_marker,
    between,
    between_marker,
    symbol,
    title,  ///< no sign: a heading of what follows
    circle
  };
  Look look = Look::band;
  ImU32 color = 0;
  std::string text;
  scene::Plate plate = scene::Plate::none;  ///< of symbols
  std::optional<scene::Hatch> hatch{};      ///< of bands
};
/// What of the map is in sight.
struct LegendScope {
  double denominator = 5000;
  const model::Catalogue* catalogue = nullptr;  ///< null: no services are named
  std::vector<model::Group> other_groups;       ///< of the services that are not asked for
  const app::ModulePage* page = nullptr;        ///< of the module in sight
};
/// Only what can be seen at this scale, as it looks at this scale. What is asked for comes first,
/// the other services last.
std::vector<LegendEntry> make_legend(const app::State& state, const LegendScope& scope = {});

/// `grid_per_ground`: the projection's scale in view.
void draw_map_marks(const Kit& kit, const app::State& state, const Camera& camera, const Rect& rect,
                    double grid_per_ground, const LegendScope& scope);

}  // namespace nahraum::ui
