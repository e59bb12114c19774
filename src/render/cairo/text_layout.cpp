#include "render/cairo/text_layout.hpp"

#include <cmath>

namespace nahraum::render {
namespace {

constexpr double line_spacing = 0.94;  // of Noto Sans' generous 1.36

double points(int pango_units) {
  return static_cast<double>(pango_units) / PANGO_SCALE;
}

PangoWeight weight_of(scene::Weight weight) {
  switch (weight) {
    case scene::Weight::bold:
      return PANGO_WEIGHT_BOLD;
    case scene::Weight::medium:
      return PANGO_WEIGHT_MEDIUM;
    case scene::Weight::regular:
      break;
  }
  return PANGO_WEIGHT_NORMAL;
}

PangoAlignment alignment_of(scene::Align align) {
  switch (align) {
    case scene::Align::right:
      return PANGO_ALIGN_RIGHT;
    case scene::Align::centre:
      return PANGO_ALIGN_CENTER;
    case scene::Align::left:
      break;
  }
  return PANGO_ALIGN_LEFT;
}

TextContext make_context() {
  TextContext context(pango_font_map_create_context(pango_cairo_font_map_get_default()));
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context.get(), options);
  cairo_font_options_destroy(options);
  pango_cairo_context_set_resolution(context.get(), 72);
  pango_context_set_round_glyph_positions(context.get(), FALSE);
  return context;
}

void set_source(cairo_t* cr, scene::Color c) {
  cairo_set_source_rgba(cr, c.r / 255.0, c.g / 255.0, c.b / 255.0, c.a / 255.0);
}

}  // namespace

Typesetter::Typesetter() : context_(make_context()), layout_(pango_layout_new(context_.get())) {}

geo::Point Typesetter::set(const scene::Text& text) {
  PangoFontDescription* font = pango_font_description_new();
  pango_font_description_set_family_static(font, "Noto Sans");
  pango_font_description_set_weight(font, weight_of(text.weight));
  pango_font_description_set_style(font, text.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_font_description_set_size(font, static_cast<int>(std::lround(text.size_pt * PANGO_SCALE)));
  pango_layout_set_font_description(layout_.get(), font);
  pango_font_description_free(font);
  pango_layout_set_text(layout_.get(), text.text.data(), static_cast<int>(text.text.size()));
  pango_layout_set_alignment(layout_.get(), alignment_of(text.align));
  pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
  const double wrap_pt = text.wrap_mm / mm_per_pt;
  pango_layout_set_width(layout_.get(), wrap_pt > 0 ? static_cast<int>(wrap_pt * PANGO_SCALE) : -1);
  pango_layout_set_line_spacing(layout_.get(), static_cast<float>(line_spacing));
  PangoRectangle logical;
  pango_layout_get_extents(layout_.get(), nullptr, &logical);
  const double width = wrap_pt > 0 ? wrap_pt : points(logical.width);
  const double share = text.align == scene::Align::left     ? 0.0
                       : text.align == scene::Align::centre ? 0.5
                                                            : 1.0;
  return {-share * width, -points(pango_layout_get_baseline(layout_.get()))};
}

scene::TextSize Typesetter::measure(const scene::Text& text) {
  set(text);
  PangoRectangle logical;
  pango_layout_get_extents(layout_.get(), nullptr, &logical);
  return {points(logical.width) * mm_per_pt, points(logical.height) * mm_per_pt,
          points(pango_layout_get_baseline(layout_.get())) * mm_per_pt};
}

void Typesetter::draw(cairo_t* cr, const scene::Text& text) {
  const auto corner = set(text);
  cairo_save(cr);
  cairo_rotate(cr, -text.angle_deg * M_PI / 180);
  cairo_scale(cr, mm_per_pt, mm_per_pt);
  cairo_translate(cr, corner.x, corner.y);
  if (text.halo && text.halo_mm > 0) {
    cairo_move_to(cr, 0, 0);
    pango_cairo_layout_path(cr, layout_.get());
    cairo_set_line_width(cr, 2 * text.halo_mm / mm_per_pt);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    set_source(cr, *text.halo);
    cairo_stroke(cr);
  }
  cairo_move_to(cr, 0, 0);
  set_source(cr, text.color);
  pango_cairo_show_layout(cr, layout_.get());
  cairo_restore(cr);
}

std::vector<Typesetter::Line> Typesetter::lines(const scene::Text& text) {
  set(text);
  std::vector<Line> lines;
  PangoLayoutIter* iter = pango_layout_get_iter(layout_.get());
  const double first = points(pango_layout_get_baseline(layout_.get()));
  do {
    const PangoLayoutLine* line = pango_layout_iter_get_line_readonly(iter);
    lines.push_back({text.text.substr(static_cast<std::size_t>(line->start_index),
                                      static_cast<std::size_t>(line->length)),
                     (points(pango_layout_iter_get_baseline(iter)) - first) * mm_per_pt});
  } while (pango_layout_iter_next_line(iter));
  pango_layout_iter_free(iter);
  return lines;
}

}  // namespace nahraum::render
