#pragma once
/// Canvas on a Cairo context whose unit is a millimetre.

#include "render/cairo/canvas.hpp"
#include "render/cairo/symbols.hpp"
#include "render/cairo/text_layout.hpp"

namespace nahraum::render {

class CairoCanvas : public Canvas {
 public:
  /// `cr` is borrowed.
  CairoCanvas(cairo_t* cr, const Symbols& symbols, double tolerance_mm);

  void begin_frame(const geo::Box& page_mm) override;
  void end_frame() override;
  void fill(const Path& path, scene::Color color) override;
  void stroke(const Path& path, const Pen& pen) override;
  void text(const scene::Text& text, geo::Point at_mm) override;
  void symbol(const scene::Symbol& symbol, geo::Point at_mm) override;
  double tolerance_mm() const override { return tolerance_mm_; }

 private:
  void emit(const Path& path);

  cairo_t* cr_;
  const Symbols& symbols_;
  Typesetter typesetter_;
  double tolerance_mm_;
};

}  // namespace nahraum::render
