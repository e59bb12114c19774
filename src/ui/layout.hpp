#pragma once
/// Where the window's panels lie.

#include "ui/map_view.hpp"

namespace nahraum::ui {

/// Where the panels lie, pixels.
struct Layout {
  Rect rail, toolbar, panel, map, inspector, strip, table;
};
/// Narrower than this at 100 % the inspector opens only for what is chosen.
inline constexpr float inspector_stays_from = 1400;
/// What the column on the right is for.
enum class RightColumn { closed, inspector, help };
/// Takes the lower part of the map for the attribute table.
void make_room_for_table(Layout& layout, float scale);
Layout layout_for(float width, float height, float scale, bool with_project,
                  RightColumn right = RightColumn::inspector);

}  // namespace nahraum::ui
