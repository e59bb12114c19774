#include "render/cairo/cairo_canvas.hpp"

namespace nahraum::render {
namespace {

void set_source(cairo_t* cr, scene::Color c) {
  cairo_set_source_rgba(cr, c.r / 255.0, c.g / 255.0, c.b / 255.0, c.a / 255.0);
}

}  // namespace

CairoCanvas::CairoCanvas(cairo_t* cr, const Symbols& symbols, double tolerance_mm)
    : cr_(cr), symbols_(symbols), tolerance_mm_(tolerance_mm) {}

void CairoCanvas::begin_frame(const geo::Box& page_mm) {
  cairo_save(cr_);
  cairo_rectangle(cr_, page_mm.min_x, page_mm.min_y, page_mm.width(), page_mm.height());
  cairo_clip(cr_);
}

void CairoCanvas::end_frame() {
  cairo_restore(cr_);
}

void CairoCanvas::emit(const Path& path) {
  cairo_new_path(cr_);
  for (std::size_t part = 0; part < path.part_count(); ++part) {
    auto i = path.starts[part];
    cairo_move_to(cr_, path.points[i].x, path.points[i].y);
    for (++i; i < path.part_end(part); ++i) {
      cairo_line_to(cr_, path.points[i].x, path.points[i].y);
    }
    if (path.closed) cairo_close_path(cr_);
  }
}

void CairoCanvas::fill(const Path& path, scene::Color color) {
  emit(path);
  set_source(cr_, color);
  cairo_set_fill_rule(cr_, CAIRO_FILL_RULE_WINDING);
  cairo_fill(cr_);
}

void CairoCanvas::stroke(const Path& path, const Pen& pen) {
  if (pen.width_mm <= 0) return;
  emit(path);
  set_source(cr_, pen.color);
  cairo_set_line_width(cr_, pen.width_mm);
  cairo_set_line_cap(cr_, pen.round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join(cr_, pen.round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
  cairo_set_miter_limit(cr_, 3);
  cairo_set_dash(cr_, pen.dash_mm.data(), static_cast<int>(pen.dash_mm.size()), 0);
  cairo_stroke(cr_);
}

void CairoCanvas::text(const scene::Text& text, geo::Point at_mm) {
  cairo_save(cr_);
  cairo_translate(cr_, at_mm.x, at_mm.y);
  typesetter_.draw(cr_, text);
  cairo_restore(cr_);
}

void CairoCanvas::symbol(const scene::Symbol& symbol, geo::Point at_mm) {
  cairo_save(cr_);
  cairo_translate(cr_, at_mm.x, at_mm.y);
  symbols_.draw(cr_, symbol);
  cairo_restore(cr_);
}

}  // namespace nahraum::render
