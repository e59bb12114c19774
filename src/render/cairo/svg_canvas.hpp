#pragma once
/// Canvas that writes SVG with text as text: Cairo 1.16 would turn it into glyph outlines.

#include <set>
#include <string>

#include "render/cairo/canvas.hpp"
#include "render/cairo/symbols.hpp"
#include "render/cairo/text_layout.hpp"

namespace nahraum::render {

/// Collects the elements between <svg> and </svg>; the unit is a millimetre. Every text that comes
/// from outside is escaped; pictures that could run or load anything are left out.
class SvgCanvas : public Canvas {
 public:
  explicit SvgCanvas(const Symbols& symbols) : symbols_(symbols) {}

  void begin_frame(const geo::Box& page_mm) override;
  void end_frame() override;
  void fill(const Path& path, scene::Color color) override;
  void stroke(const Path& path, const Pen& pen) override;
  void text(const scene::Text& text, geo::Point at_mm) override;
  void symbol(const scene::Symbol& symbol, geo::Point at_mm) override;
  double tolerance_mm() const override { return 0.025; }

  const std::string& elements() const { return out_; }

 private:
  bool define_picture(const std::string& name);
  void photo(const model::Image& image, geo::Point at, double width_mm);
  void letter(const scene::Symbol& symbol, geo::Point middle, double size_mm, scene::Color ink);

  const Symbols& symbols_;
  Typesetter typesetter_;
  std::string out_;
  std::set<std::string> pictures_;
  int frames_ = 0;
};

/// & < > " ' and characters that XML forbids.
std::string xml_escaped(const std::string& text);

}  // namespace nahraum::render
