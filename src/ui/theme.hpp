#pragma once
/// Calm paper: colours, type sizes and spaces of the window. One accent; hairlines; 6-px corners.
/// Four of them, each beside the map's style of that name.

#include <string>

#include <imgui.h>

#include "scene/theme.hpp"

namespace nahraum::ui {

struct Theme {
  ImU32 paper = IM_COL32(252, 251, 248, 255);  ///< panels
  ImU32 rail = IM_COL32(243, 241, 236, 255);   ///< module rail and bottom strip
  ImU32 field = IM_COL32(255, 255, 255, 255);  ///< inputs and popups
  ImU32 hairline = IM_COL32(217, 213, 205, 255);
  ImU32 ink = IM_COL32(38, 37, 43, 255);
  ImU32 ink_soft = IM_COL32(90, 88, 99, 255);
  ImU32 accent = IM_COL32(8, 81, 156, 255);
  ImU32 accent_hover = IM_COL32(6, 66, 128, 255);
  ImU32 accent_soft = IM_COL32(222, 233, 244, 255);
  ImU32 on_accent = IM_COL32(255, 255, 255, 255);
  ImU32 hover = IM_COL32(236, 233, 226, 255);
  ImU32 gap = IM_COL32(179, 0, 0, 255);
  ImU32 warning = IM_COL32(138, 84, 0, 255);
  ImU32 dim = IM_COL32(60, 58, 54, 90);  ///< over everything behind a dialog
};
Theme theme_for(scene::Theme theme);

/// Contrast of two opaque colours by WCAG 2 (1 … 21).
double contrast(ImU32 a, ImU32 b);

struct Fonts {
  ImFont* small = nullptr;     ///< 14
  ImFont* body = nullptr;      ///< 16
  ImFont* strong = nullptr;    ///< 16, medium weight
  ImFont* large = nullptr;     ///< 20
  ImFont* sentence = nullptr;  ///< 28 at 100 %, for the rail's numbers and the welcome
  ImFont* clock = nullptr;     ///< 40, digits alone: to be read from the last row
};

struct FontFiles {
  std::string regular;
  std::string strong;
  std::string signs = {};  ///< arrows and mathematical signs, which text fonts often lack
};

/// Latin with its extensions A and B, punctuation, currency, arrows, signs: German, Polish,
/// Turkish.
const ImWchar* glyph_ranges();
/// Replaces the current context's fonts; sizes times `scale`. Falls back to ImGui's own font where
/// a file is missing (windowless tests).
Fonts load_fonts(const FontFiles& files, float scale);
void apply_theme(const Theme& theme, float scale);

}  // namespace nahraum::ui
