#pragma once
/// How large a text will be. Only a renderer knows its fonts, so layout is handed this function.

#include <functional>

#include "scene/display_list.hpp"

namespace nahraum::scene {

/// Millimetres, before turning. `ascent_mm` from the top of the first line to its baseline.
struct TextSize {
  double width_mm = 0;
  double height_mm = 0;
  double ascent_mm = 0;
};

/// render/cairo/text_measure.hpp has the one for paper and screen; tests hand in their own.
using TextMeasure = std::function<TextSize(const Text&)>;

}  // namespace nahraum::scene
