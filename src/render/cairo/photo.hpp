#pragma once
/// Photos in a white frame, centred.

#include <string>

#include <cairo.h>

#include "model/photo.hpp"

namespace nahraum::render {

/// Outer size with the frame on all sides.
struct PhotoBox {
  double width_mm = 0, height_mm = 0, frame_mm = 0;
};
PhotoBox photo_box(const model::Image& image, double width_mm);

/// About the origin, one unit a millimetre.
void draw_photo(cairo_t* cr, const model::Image& image, double width_mm);
/// As a PNG file's bytes.
std::string png_of(const model::Image& image);

}  // namespace nahraum::render
