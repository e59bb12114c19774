#pragma once
/// Text metrics by Pango, in the fonts that the sheet is drawn with.

#include "scene/text_size.hpp"

namespace nahraum::render {

/// Remembers what it measured. Not thread-safe: one per thread.
scene::TextMeasure text_measure();

}  // namespace nahraum::render
