#include "render/cairo/raster.hpp"

#include <cmath>
#include <cstring>

#include "render/cairo/photo.hpp"
#include "render/cairo/text_layout.hpp"

namespace nahraum::render {
namespace {

/// Pixels around `at`: left and above it, and the whole.
struct Room {
  int left = 0, top = 0, width = 0, height = 0;
};

Room room(double left_mm, double top_mm, double width_mm, double height_mm, double scale) {
  const int left = static_cast<int>(std::ceil(left_mm * scale)) + 1;
  const int top = static_cast<int>(std::ceil(top_mm * scale)) + 1;
  return {left, top, left + static_cast<int>(std::ceil((width_mm - left_mm) * scale)) + 1,
          top + static_cast<int>(std::ceil((height_mm - top_mm) * scale)) + 1};
}

template <class Draw>
Bitmap draw_into(const Room& r, double pixels_per_mm, Draw&& draw) {
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, r.width, r.height));
  const Context cr(cairo_create(surface.get()));
  cairo_translate(cr.get(), r.left, r.top);
  cairo_scale(cr.get(), pixels_per_mm, pixels_per_mm);
  draw(cr.get());
  cairo_surface_flush(surface.get());
  Bitmap bitmap{r.width, r.height, static_cast<double>(r.left), static_cast<double>(r.top), {}};
  const auto row = static_cast<std::size_t>(r.width) * 4;
  bitmap.bgra.resize(row * static_cast<std::size_t>(r.height));
  const auto* pixels = cairo_image_surface_get_data(surface.get());
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
  for (std::size_t y = 0; y < static_cast<std::size_t>(r.height); ++y) {
    std::memcpy(bitmap.bgra.data() + y * row, pixels + y * stride, row);
  }
  return bitmap;
}

}  // namespace

Bitmap rasterise(const scene::Text& text, double pixels_per_mm) {
  if (text.text.empty()) return {};
  thread_local Typesetter typesetter;
  auto level = text;
  level.angle_deg = 0;
  const auto size = typesetter.measure(level);
  // Ink may lean out of the logical box (italics, halo).
  const double pad = (text.halo ? text.halo_mm : 0) + 0.12 * text.size_pt * mm_per_pt;
  const double width = text.wrap_mm > 0 ? text.wrap_mm : size.width_mm;
  const double share = text.align == scene::Align::left     ? 0.0
                       : text.align == scene::Align::centre ? 0.5
                                                            : 1.0;
  const auto r = room(share * width + pad, size.ascent_mm + pad, width + 2 * pad,
                      size.height_mm + 2 * pad, pixels_per_mm);
  return draw_into(r, pixels_per_mm, [&](cairo_t* cr) { typesetter.draw(cr, level); });
}

Bitmap rasterise(const scene::Symbol& symbol, double pixels_per_mm, const Symbols& symbols) {
  const double half = symbol.size_mm / 2 * 1.06;
  const double high =
      symbol.photo ? photo_box(*symbol.photo, symbol.size_mm).height_mm / 2 * 1.06 : half;
  const auto r = room(half, high, 2 * half, 2 * high, pixels_per_mm);
  return draw_into(r, pixels_per_mm, [&](cairo_t* cr) { symbols.draw(cr, symbol); });
}

}  // namespace nahraum::render
