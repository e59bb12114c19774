#include "render/cairo/symbols.hpp"

#include <fstream>
#include <map>
#include <sstream>

#include <fmt/format.h>
#include <librsvg/rsvg.h>

#include "render/cairo/photo.hpp"
#include "render/cairo/plates.hpp"
#include "render/cairo/text_layout.hpp"

namespace nahraum::render {
namespace {

struct ReleasePicture {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
};
using Picture = std::unique_ptr<RsvgHandle, ReleasePicture>;

std::string read_all(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// The icons state no colour of their own: fill and currentColor come from here.
Picture load(const std::string& svg, scene::Color c) {
  GError* error = nullptr;
  Picture picture(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error));
  g_clear_error(&error);
  if (!picture) return nullptr;
  const auto css = fmt::format(
      "svg {{ fill: #{0:02x}{1:02x}{2:02x}; color: #{0:02x}{1:02x}{2:02x} }}", c.r, c.g, c.b);
  rsvg_handle_set_stylesheet(picture.get(), reinterpret_cast<const guint8*>(css.data()), css.size(),
                             &error);
  g_clear_error(&error);
  return picture;
}

void set_source(cairo_t* cr, scene::Color c) {
  cairo_set_source_rgba(cr, c.r / 255.0, c.g / 255.0, c.b / 255.0, c.a / 255.0);
}

void emit(cairo_t* cr, const geo::Ring& ring, double radius) {
  cairo_new_path(cr);
  for (const auto p : ring)
    cairo_line_to(cr, p.x * radius, p.y * radius);
  cairo_close_path(cr);
}

scene::Color faded_like(scene::Color color, scene::Color tint) {
  color.a = tint.a;
  return color;
}

/// Corners are rounded by stroking with round joins.
void draw_plate(cairo_t* cr, const scene::Symbol& symbol) {
  const auto plan = plate_plan(symbol.size_mm);
  cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash(cr, nullptr, 0, 0);
  emit(cr, plate_outline(symbol.plate), plan.radius_mm);
  set_source(cr, faded_like(symbol.rim, symbol.tint));
  cairo_set_line_width(cr, 2 * (plan.rim_mm + plan.corner_mm));
  cairo_stroke_preserve(cr);
  set_source(cr, symbol.tint);
  cairo_fill_preserve(cr);
  cairo_set_line_width(cr, 2 * plan.corner_mm);
  cairo_stroke(cr);
}

}  // namespace

struct Symbols::Shelf {
  std::filesystem::path folder;
  mutable std::map<std::string, std::string> files;
  mutable std::map<std::pair<std::string, std::uint32_t>, Picture> pictures;

  const std::string& file(const std::string& name) const {
    const auto [at, fresh] = files.try_emplace(name);
    if (fresh && !name.empty()) at->second = read_all(folder / (name + ".svg"));
    return at->second;
  }

  RsvgHandle* picture(const std::string& name, scene::Color c) const {
    const auto rgb = static_cast<std::uint32_t>((c.r << 16) | (c.g << 8) | c.b);
    const auto [at, fresh] = pictures.try_emplace({name, rgb});
    if (fresh && !file(name).empty()) at->second = load(file(name), c);
    return at->second.get();
  }
};

Symbols::Symbols(std::filesystem::path folder) : shelf_(new Shelf{std::move(folder), {}, {}}) {}
Symbols::~Symbols() = default;
Symbols::Symbols(Symbols&&) noexcept = default;
Symbols& Symbols::operator=(Symbols&&) noexcept = default;

bool Symbols::has(const std::string& name) const {
  return !shelf_->file(name).empty();
}

std::string Symbols::svg(const std::string& name) const {
  return shelf_->file(name);
}

void Symbols::draw(cairo_t* cr, const scene::Symbol& symbol) const {
  if (symbol.photo) return draw_photo(cr, *symbol.photo, symbol.size_mm);
  const bool plated = symbol.plate != scene::Plate::none;
  if (plated) draw_plate(cr, symbol);
  const scene::Color ink = plated ? faded_like(symbol.ink, symbol.tint) : symbol.tint;
  const auto box = glyph_box(symbol.plate);
  const double size = box.size * symbol.size_mm;
  const double middle = box.shift_y * symbol.size_mm;
  if (auto* picture = shelf_->picture(symbol.name, ink)) {
    const RsvgRectangle viewport = {-size / 2, middle - size / 2, size, size};
    rsvg_handle_render_document(picture, cr, &viewport, nullptr);
  } else if (!symbol.sign.empty()) {
    scene::Text letter;
    letter.text = symbol.sign;
    letter.size_pt = sign_size_mm(symbol.sign, size) / mm_per_pt;
    letter.align = scene::Align::centre;
    letter.weight = scene::Weight::bold;
    letter.color = ink;
    cairo_save(cr);
    cairo_translate(cr, 0, middle + sign_size_mm(symbol.sign, size) * 0.36);
    Typesetter().draw(cr, letter);
    cairo_restore(cr);
  }
}

}  // namespace nahraum::render
