#pragma once
/// Text set by Pango in Noto Sans, without hinting: the same at every resolution.

#include "render/cairo/handles.hpp"
#include "scene/display_list.hpp"
#include "scene/text_size.hpp"

namespace nahraum::render {

/// One Pango context and layout, used again and again. Not thread-safe.
class Typesetter {
 public:
  Typesetter();

  /// Millimetres.
  scene::TextSize measure(const scene::Text& text);
  /// Halo and text, turned, with `Text::at` at the origin of `cr` (millimetres, y down).
  void draw(cairo_t* cr, const scene::Text& text);
  /// The lines with their baselines below the first line's, for SVG. Millimetres.
  struct Line {
    std::string text;
    double baseline_mm = 0;
  };
  std::vector<Line> lines(const scene::Text& text);

 private:
  /// Sets the layout; returns where its top left lies relative to `at`, in points.
  geo::Point set(const scene::Text& text);

  TextContext context_;
  Layout layout_;
};

}  // namespace nahraum::render
