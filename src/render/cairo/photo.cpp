#include "render/cairo/photo.hpp"

#include <cstdint>

#include "render/cairo/byte_stream.hpp"
#include "render/cairo/handles.hpp"

namespace nahraum::render {
namespace {

Surface surface_of(const model::Image& image) {
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, image.width, image.height));
  unsigned char* rows = cairo_image_surface_get_data(surface.get());
  if (!rows) return surface;
  const int stride = cairo_image_surface_get_stride(surface.get());
  const std::uint8_t* from = image.rgb.data();
  for (int y = 0; y < image.height; ++y) {
    auto* row = reinterpret_cast<std::uint32_t*>(rows + std::ptrdiff_t{y} * stride);
    for (int x = 0; x < image.width; ++x, from += 3)
      row[x] = std::uint32_t{from[0]} << 16 | std::uint32_t{from[1]} << 8 | from[2];
  }
  cairo_surface_mark_dirty(surface.get());
  return surface;
}

}  // namespace

PhotoBox photo_box(const model::Image& image, double width_mm) {
  const double frame = 0.04 * width_mm;
  const double inner = width_mm - 2 * frame;
  const double shape = image.width > 0 ? double(image.height) / image.width : 1;
  return {width_mm, inner * shape + 2 * frame, frame};
}

void draw_photo(cairo_t* cr, const model::Image& image, double width_mm) {
  if (image.width <= 0 || image.height <= 0) return;
  const auto box = photo_box(image, width_mm);
  cairo_save(cr);
  cairo_translate(cr, -box.width_mm / 2, -box.height_mm / 2);
  cairo_rectangle(cr, 0, 0, box.width_mm, box.height_mm);
  cairo_set_source_rgb(cr, 1, 1, 1);
  cairo_fill_preserve(cr);
  cairo_set_source_rgba(cr, 0.33, 0.34, 0.42, 0.9);
  cairo_set_line_width(cr, 0.15);
  cairo_set_dash(cr, nullptr, 0, 0);
  cairo_stroke(cr);
  cairo_translate(cr, box.frame_mm, box.frame_mm);
  const double shrink = (box.width_mm - 2 * box.frame_mm) / image.width;
  cairo_scale(cr, shrink, shrink);
  const auto surface = surface_of(image);
  cairo_set_source_surface(cr, surface.get(), 0, 0);
  cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_GOOD);
  cairo_rectangle(cr, 0, 0, image.width, image.height);
  cairo_fill(cr);
  cairo_restore(cr);
}

std::string png_of(const model::Image& image) {
  std::string bytes;
  const auto surface = surface_of(image);
  cairo_surface_write_to_png_stream(surface.get(), append_bytes, &bytes);
  return bytes;
}

}  // namespace nahraum::render
