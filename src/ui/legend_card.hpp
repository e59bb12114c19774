#pragma once
/// The map's legend: a card in the lower right corner that folds, by itself where it would hide
/// much of the map.

#include "ui/map_marks.hpp"
#include "ui/map_view.hpp"

namespace nahraum::ui {

/// A calm card behind marks, so that they stay readable over any map.
void draw_map_card(const Kit& kit, ImDrawList* list, ImVec2 low, ImVec2 high);

/// A legend of that size, pixels, would hide too much of the map.
bool hides_much(ImVec2 legend, const Rect& map);

/// Above the scale bar where there is no room beside it; `bar` is that one's upper right corner.
/// Called in the map's window, which remembers whether the user folded it.
void show_legend(const Kit& kit, const std::vector<LegendEntry>& entries, const Rect& map,
                 ImVec2 bar);

}  // namespace nahraum::ui
