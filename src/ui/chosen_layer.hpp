#pragma once
/// The chosen street, building, area or element, drawn over the map.

#include "app/state.hpp"
#include "scene/display_list.hpp"
#include "scene/style.hpp"

namespace nahraum::ui {

/// Null where nothing of these kinds is chosen. All pieces of a named street nearby are one.
scene::LayerPtr chosen_layer(const app::State& state, const scene::Style& style);

}  // namespace nahraum::ui
