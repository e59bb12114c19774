#pragma once
/// One text or symbol as a small bitmap: what the screen's atlas is filled from.

#include <cstdint>
#include <vector>

#include "render/cairo/symbols.hpp"
#include "scene/display_list.hpp"

namespace nahraum::render {

/// Premultiplied, 4 bytes a pixel in the order B, G, R, A, rows from top to bottom without padding.
/// `origin`: where the item's `at` lies, in pixels from the top left corner, y down. One pixel at
/// least lies empty around the drawing. Empty (0 × 0) for an empty text.
struct Bitmap {
  int width = 0;
  int height = 0;
  double origin_x = 0;
  double origin_y = 0;
  std::vector<std::uint8_t> bgra;
};

/// `Text::angle_deg` and `Text::at` are ignored: turn the finished quad around its origin. Halo,
/// wrap and alignment are drawn. Not thread-safe with other uses of Pango in the same thread only.
Bitmap rasterise(const scene::Text& text, double pixels_per_mm);
Bitmap rasterise(const scene::Symbol& symbol, double pixels_per_mm, const Symbols& symbols);

}  // namespace nahraum::render
