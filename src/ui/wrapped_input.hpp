#pragma once
/// A text field of several lines that breaks its lines at the field's edge. ImGui 1.86 lets long
/// lines run out of sight.

#include <string>

#include "ui/kit.hpp"

namespace nahraum::ui {

/// What is written in a field: breaks that come and go with the width are "\r\n", those that
/// somebody typed "\n". `cursor`: a byte's place in `text`.
struct Written {
  std::string text;
  int cursor = 0;
};
/// Without breaks of the first kind; where somebody has deleted one, the space before it goes.
Written unwrapped(const Written& shown);
/// With them, after spaces, so that no line of the current font is wider.
Written wrapped(const Written& plain, float width_px);

/// `text` is plain. True: it was changed, and the field was left.
bool wrapped_input(const Kit& kit, const char* label, std::string& text, float height_px);

}  // namespace nahraum::ui
