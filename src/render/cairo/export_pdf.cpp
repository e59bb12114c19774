#include <cairo-pdf.h>

#include "base/replace_file.hpp"
#include "render/cairo/byte_stream.hpp"
#include "render/cairo/cairo_canvas.hpp"
#include "render/cairo/export.hpp"
#include "render/cairo/paint.hpp"

namespace nahraum::render {
namespace {

constexpr double fine_mm = 0.025;

void set_properties(cairo_surface_t* surface, const Properties& properties) {
  const auto set = [&](cairo_pdf_metadata_t what, const std::string& value) {
    if (!value.empty()) cairo_pdf_surface_set_metadata(surface, what, value.c_str());
  };
  set(CAIRO_PDF_METADATA_TITLE, properties.title);
  set(CAIRO_PDF_METADATA_AUTHOR, properties.author);
  set(CAIRO_PDF_METADATA_SUBJECT, properties.subject);
  set(CAIRO_PDF_METADATA_CREATOR, "Nahraum");
  // Without a date Cairo would write the clock's.
  const auto date = (properties.date.empty() ? "1970-01-01" : properties.date) + "T00:00:00Z";
  set(CAIRO_PDF_METADATA_CREATE_DATE, date);
  set(CAIRO_PDF_METADATA_MOD_DATE, date);
}

}  // namespace

base::Result<void> write_pdf(const scene::DisplayList& list, const std::filesystem::path& target,
                             const Properties& properties, const Symbols& symbols) {
  std::string bytes;
  const Surface surface(cairo_pdf_surface_create_for_stream(
      append_bytes, &bytes, list.width_mm / mm_per_pt, list.height_mm / mm_per_pt));
  cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_5);
  set_properties(surface.get(), properties);
  {
    const Context cr(cairo_create(surface.get()));
    cairo_scale(cr.get(), 1 / mm_per_pt, 1 / mm_per_pt);
    CairoCanvas canvas(cr.get(), symbols, fine_mm);
    paint(list, canvas);
    cairo_show_page(cr.get());
  }
  cairo_surface_finish(surface.get());
  if (auto drawn = drawn_whole(surface.get(), target); !drawn) return drawn;
  return base::replace_file(target, bytes);
}

}  // namespace nahraum::render
