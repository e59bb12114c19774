#pragma once
/// A small map of the demo district for the welcome: a drawing, not a result. Its lines were cut
/// out of the demo's own data by assets/welcome/make.py.

#include <array>
#include <filesystem>
#include <vector>

#include <imgui.h>

#include "scene/theme.hpp"

namespace nahraum::ui {

struct Kit;

/// All places and widths in parts of the picture's width, x to the right, y down from its upper
/// edge.
struct Vignette {
  struct Line {
    enum class Kind { water, rail, street, reached };
    Kind kind = Kind::street;
    float width = 0;  ///< streets only
    int band = 0;     ///< reached only: of the walk to the pharmacy, 0 the nearest, at most 3
    std::vector<ImVec2> points;
  };
  struct House {
    enum class Kind { other, home, beyond };  ///< beyond: of the limit
    Kind kind = Kind::other;
    std::array<ImVec2, 4> corners;
  };
  std::vector<Line> lines;  ///< in the order in which they are drawn
  std::vector<House> houses;
  ImVec2 pharmacy{-1, -1};
};

/// Height of the picture in parts of its width.
inline constexpr float vignette_height = 0.5f;

/// Empty where there is none or a line of it cannot be read: a picture less is no reason not to
/// start.
Vignette load_vignette(const std::filesystem::path& file);
/// In the colours of the map, between these corners.
void draw_vignette(const Kit& kit, const Vignette& vignette, scene::Theme theme, ImVec2 low,
                   ImVec2 high);
/// What its lines and houses mean, in the same colours, as lines of text.
void vignette_key(const Kit& kit, scene::Theme theme);

}  // namespace nahraum::ui
