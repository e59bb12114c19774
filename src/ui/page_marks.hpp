#pragma once
/// A module's signs on the map, named when pointed at, opened by a click.

#include "app/module_page.hpp"

namespace nahraum::ui {

/// The sign within `reach_px` of the mouse, the topmost first; null: none.
const app::PageSign* sign_at(const app::ModulePage* page, geo::Point mouse, double reach_m);

}  // namespace nahraum::ui
