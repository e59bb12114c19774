#pragma once
/// A module's signs on the map: drawn with the layers, named when pointed at, opened by a click.

#include "app/module_page.hpp"
#include "scene/display_list.hpp"
#include "scene/style.hpp"
#include "ui/camera.hpp"

namespace nahraum::ui {

/// Layer of the page's signs and strokes; null where there are none.
scene::LayerPtr page_layer(const app::ModulePage& page, const scene::Style& style);

/// The sign within `reach_px` of the mouse, the topmost first; null: none.
const app::PageSign* sign_at(const app::ModulePage* page, geo::Point mouse, double reach_m);

}  // namespace nahraum::ui
