#pragma once
/// The running clock of a meeting: in module 4's panel, and along the upper edge of the
/// presentation.

#include "ui/agenda_view.hpp"
#include "ui/kit.hpp"
#include "ui/map_view.hpp"

namespace nahraum::ui {

/// Fills the current ImGui window: the clock with its buttons, or the one that starts it.
void agenda_panel(const Kit& kit, const app::State& state, const base::WallTime& now);

/// As high as `agenda_bar` wants to be, in pixels.
float agenda_bar_height(const Kit& kit);
/// A window of its own at that place, to be read from the last row; it takes no clicks.
void agenda_bar(const Kit& kit, const AgendaView& view, const Rect& place);

}  // namespace nahraum::ui
