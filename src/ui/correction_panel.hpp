#pragma once
/// Corrections of the map data in the inspector: one, and all of them.

#include "ui/panels.hpp"

namespace nahraum::ui {

struct CorrectionLine {
  std::int32_t id = 0;
  std::string name;    ///< "New bench"
  std::string detail;  ///< "27.11.2026 · at the kiosk"
  bool fits = true;
};
/// In the order in which they were made.
std::vector<CorrectionLine> make_corrections_list(const app::State& state);

/// What kind it is, what was written to it, where it lies; taking it back.
void correction_editor(const Kit& kit, const app::State& state, std::int32_t id,
                       PanelMemory& memory);
/// Each can be shown and taken back; nothing where there are none.
void corrections_list(const Kit& kit, const app::State& state);
/// Of the symbol under the mouse.
void show_correction_tip(const Kit& kit, const app::State& state, std::int64_t symbol);

}  // namespace nahraum::ui
