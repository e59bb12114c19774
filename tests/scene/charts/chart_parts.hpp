#pragma once
/// Pens with letters of one width, and what must hold for every chart.

#include <cmath>

#include <catch2/catch.hpp>

#include "scene/charts/chart.hpp"

namespace nahraum::testing {

/// Each letter is half as wide as the type is high; lines as the text wraps.
inline scene::TextSize letters(const scene::Text& text) {
  std::size_t count = 0;
  for (const char c : text.text)
    count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  const double em = text.size_pt * 25.4 / 72, width = static_cast<double>(count) * em * 0.5;
  if (text.wrap_mm <= 0) return {width, em * 1.3, em};
  return {std::min(width, text.wrap_mm), std::ceil(width / text.wrap_mm) * em * 1.3, em};
}

struct Pens {
  scene::Style style;
  scene::TextMeasure measure = letters;
  scene::ChartPens pens;
  explicit Pens(scene::Theme theme = scene::Theme::light)
      : style(scene::style_for(theme)), pens{style, measure, base::Language::english, 8} {}
};

struct ItemBox {
  const scene::TextMeasure& measure;
  geo::Box operator()(const scene::Fill& fill) const { return geo::bounds(fill.shape); }
  geo::Box operator()(const scene::Polyline& line) const { return geo::bounds(line.line); }
  geo::Box operator()(const scene::Symbol& symbol) const {
    return {symbol.at.x, symbol.at.y, symbol.at.x, symbol.at.y};
  }
  geo::Box operator()(const scene::Text& text) const {
    const auto size = measure(text);
    double left = text.at.x;
    if (text.align == scene::Align::centre) left -= size.width_mm / 2;
    if (text.align == scene::Align::right) left -= size.width_mm;
    if (text.angle_deg == 0) {
      const double top = text.at.y - size.ascent_mm;
      return {left, top, left + size.width_mm, top + size.height_mm};
    }
    const double half = size.width_mm / 2;  // upright ones are centred
    return {text.at.x - size.ascent_mm, text.at.y - half, text.at.x, text.at.y + half};
  }
};

/// Nothing leaves the chart, every row of the table has a cell for each head.
inline void check_chart(const scene::Chart& chart, const scene::TextMeasure& measure) {
  const auto& block = chart.block;
  const geo::Box page = geo::Box{0, 0, block.width_mm, block.height_mm}.grown(0.8);
  for (const auto& item : block.items) {
    const auto box = std::visit(ItemBox{measure}, item);
    const auto* text = std::get_if<scene::Text>(&item);
    INFO((text ? text->text : "a shape")
         << " " << box.min_x << " " << box.min_y << " " << box.max_x << " " << box.max_y << " in "
         << block.width_mm << " x " << block.height_mm);
    CHECK(box.min_x >= page.min_x);
    CHECK(box.min_y >= page.min_y);
    CHECK(box.max_x <= page.max_x);
    CHECK(box.max_y <= page.max_y);
  }
  for (const auto& row : chart.table.rows)
    CHECK(row.size() == chart.table.head.size());
}

inline const scene::ChartMark* mark_of(const scene::Chart& chart, const std::string& id) {
  for (const auto& mark : chart.marks)
    if (mark.id == id) return &mark;
  return nullptr;
}

inline bool says(const scene::Chart& chart, const std::string& words) {
  for (const auto& item : chart.block.items) {
    const auto* text = std::get_if<scene::Text>(&item);
    if (text && text->text.find(words) != std::string::npos) return true;
  }
  return false;
}

}  // namespace nahraum::testing
