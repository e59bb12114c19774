#pragma once
/// The window's own line drawings: a verb as a picture, where there is no room for the word.

#include <imgui.h>

namespace nahraum::ui {

enum class Icon {
  open,
  save,
  undo,
  redo,
  print,
  point,
  text,
  callout,
  arrow,
  layers,
  plus,
  minus,
  whole,
  bookmark,
  compare,
  search,
  measure,
  table,
  info,
  details,
  more,
  pen,
  mend,
  close
};

/// In a square of `side` pixels from its upper left corner.
void draw_icon(ImDrawList* list, Icon icon, ImVec2 corner, float side, ImU32 color);

}  // namespace nahraum::ui
