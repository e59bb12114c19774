#pragma once
/// Draws a DisplayList on a canvas.

#include "render/cairo/canvas.hpp"

namespace nahraum::render {

/// In order: background, frames, layers that show at the frame's scale, items. Neighbouring items
/// of one look become one path.
void paint(const scene::DisplayList& list, Canvas& canvas);

}  // namespace nahraum::render
