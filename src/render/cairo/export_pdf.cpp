#include <cairo-pdf.h>

#include "render/cairo/cairo_canvas.hpp"
#include "render/cairo/export.hpp"
#include "render/cairo/paint.hpp"
#include "render/cairo/safe_file.hpp"

namespace nahraum::render {
namespace {

constexpr double fine_mm = 0.025;

cairo_status_t write_bytes(void* file, const unsigned char* bytes, unsigned int count) {
  return static_cast<SafeFile*>(file)->write(bytes, count) ? CAIRO_STATUS_SUCCESS
                                                           : CAIRO_STATUS_WRITE_ERROR;
}

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
  SafeFile file(target);
  const Surface surface(cairo_pdf_surface_create_for_stream(
      write_bytes, &file, list.width_mm / mm_per_pt, list.height_mm / mm_per_pt));
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
  return file.commit("%%EOF");
}

}  // namespace nahraum::render
