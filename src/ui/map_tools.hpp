#pragma once
/// What lies on the map's corner: which layers are shown, nearer and farther, the whole district.

#include "ui/views_list.hpp"

namespace nahraum::ui {

/// "Catchment", "Gaps" …
std::string name_of(app::MapLayer layer);

struct LayerSwitch {
  app::MapLayer layer = app::MapLayer::catchment;
  std::string name;
  std::string hint;  ///< why nothing is seen though it is on
  bool shown = true;
};
std::vector<LayerSwitch> make_layer_switches(const app::State& state, double denominator);

/// Width and height of the buttons at 100 %.
inline constexpr float map_tools_width = 40, map_tools_height = 192;
/// `views`: what the list of views remembers; `chosen`: the view that was chosen in it.
Wish map_tools_panel(const Kit& kit, const app::State& state, double denominator, ViewsList& views,
                     std::optional<model::NamedView>& chosen);

}  // namespace nahraum::ui
