#include "scene/work_layer.hpp"

#include "scene/layers.hpp"

namespace nahraum::scene {
namespace {

constexpr double sign_mm = 4.4;

void add_stroke(const WorkStroke& stroke, const Style& style, std::vector<Item>& items) {
  const std::vector<double> dash =
      stroke.dashed ? std::vector<double>{2.2, 1.4} : std::vector<double>{};
  add_line(items, stroke.line, mm_wide(style.halo, stroke.width_mm + 0.9));
  add_line(items, stroke.line, mm_wide(stroke.color, stroke.width_mm, dash));
}

/// Dark colours carry light letters, and the other way round.
Color ink_on(Color fill) {
  const double light = 0.299 * fill.r + 0.587 * fill.g + 0.114 * fill.b;
  return light > 150 ? Color{20, 20, 24} : Color{255, 255, 255};
}

}  // namespace

Symbol work_symbol(const WorkSign& sign, const Style& style) {
  Symbol symbol;
  symbol.at = sign.at;
  symbol.size_mm = sign.size_mm > 0 ? sign.size_mm : sign_mm;
  symbol.plate = sign.triangle ? Plate::triangle : Plate::circle;
  symbol.tint = sign.color;
  symbol.ink = ink_on(sign.color);
  symbol.rim = style.halo;
  symbol.sign = sign.text;
  return symbol;
}

LayerPtr work_layer(const std::vector<WorkSign>& signs, const std::vector<WorkStroke>& strokes,
                    const Style& style) {
  if (signs.empty() && strokes.empty()) return nullptr;
  std::vector<Item> items;
  for (const auto& stroke : strokes) {
    if (stroke.line.size() > 1) add_stroke(stroke, style, items);
  }
  for (const auto& sign : signs)
    items.push_back(work_symbol(sign, style));
  return layer("work", std::move(items));
}

}  // namespace nahraum::scene
