#include "scene/block.hpp"

#include <algorithm>
#include <string_view>

namespace nahraum::scene {
namespace {

void shift(std::vector<geo::Point>& points, geo::Point by) {
  for (auto& p : points)
    p = {p.x + by.x, p.y + by.y};
}

struct Shift {
  geo::Point by;
  void operator()(Fill& f) const {
    for (auto& polygon : f.shape) {
      shift(polygon.outer, by);
      for (auto& hole : polygon.holes)
        shift(hole, by);
    }
  }
  void operator()(Polyline& l) const { shift(l.line, by); }
  void operator()(Symbol& s) const { s.at = {s.at.x + by.x, s.at.y + by.y}; }
  void operator()(Text& t) const { t.at = {t.at.x + by.x, t.at.y + by.y}; }
};

constexpr const char* no_break = "\u00a0";

bool is_unit(std::string_view rest) {
  for (const std::string_view unit :
       {"%", "m", "m/s", "km", "ha", "Minute", "Minuten", "minute", "minutes"}) {
    if (!rest.starts_with(unit)) continue;
    if (rest.size() == unit.size() ||
        std::string_view(" .,;:)").find(rest[unit.size()]) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

/// A number and its unit stay on one line.
std::string kept_together(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool after_digit = i > 0 && text[i - 1] >= '0' && text[i - 1] <= '9';
    if (text[i] == ' ' && after_digit && is_unit(std::string_view(text).substr(i + 1))) {
      out += no_break;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace

Item moved(Item item, geo::Point by) {
  std::visit(Shift{by}, item);
  return item;
}

void place(const Block& block, geo::Point top_left, std::vector<Item>& items) {
  for (const auto& item : block.items)
    items.push_back(moved(item, top_left));
}

Block stacked(const std::vector<Block>& blocks, double gap_mm) {
  Block all;
  for (const auto& block : blocks) {
    if (block.height_mm <= 0) continue;
    if (all.height_mm > 0) all.height_mm += gap_mm;
    place(block, {0, all.height_mm}, all.items);
    all.height_mm += block.height_mm;
    all.width_mm = std::max(all.width_mm, block.width_mm);
  }
  return all;
}

Text line_of(const std::string& text, const Type& type, geo::Point baseline, Align align) {
  Text line;
  line.text = text;
  line.at = baseline;
  line.size_pt = type.size_pt;
  line.color = type.color;
  line.weight = type.weight;
  line.italic = type.italic;
  line.align = align;
  return line;
}

Block paragraph(const std::string& text, const Type& type, double width_mm,
                const TextMeasure& measure) {
  if (text.empty()) return {};
  Text set = line_of(kept_together(text), type, {});
  set.wrap_mm = width_mm;
  const auto size = measure(set);
  set.at.y = size.ascent_mm;
  return {{set}, width_mm, size.height_mm};
}

Fill rectangle(const geo::Box& box, std::optional<Color> color, std::optional<Stroke> outline) {
  return {{{geo::ring_of(box), {}}}, color, {}, std::move(outline)};
}

Polyline segment(geo::Point a, geo::Point b, Color color, double width_mm) {
  Stroke stroke;
  stroke.color = color;
  stroke.width = width_mm;
  stroke.round = false;
  return {{a, b}, stroke};
}

}  // namespace nahraum::scene
