#pragma once
/// The sheet that goes along on a walk: route, numbered stops with what to look at, room to tick.

#include "app/print_sheet.hpp"
#include "app/walk_stops.hpp"
#include "model/work.hpp"

namespace nahraum::app {

/// What the sheet says and draws of the walk. Nothing for a walk without a route.
std::optional<scene::SheetAnswer> walk_answer(const model::Project& project,
                                              const model::Catalogue& catalogue,
                                              const model::Walk& walk, scene::Theme theme);

}  // namespace nahraum::app
