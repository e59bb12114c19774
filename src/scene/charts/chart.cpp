#include "scene/charts/chart.hpp"

#include <algorithm>
#include <array>

namespace nahraum::scene {
namespace {

/// Okabe and Ito 2008, fit for the common kinds of colour blindness, calmed for paper.
constexpr std::array<const char*, series_count> on_light{
    "#3b7db5", "#e0a030", "#2f9e83", "#b985a9", "#c9632c", "#8fc1e3", "#6b6a74", "#d9cf58"};
constexpr std::array<const char*, series_count> on_dark{"#5b9fd6", "#eab452", "#4db89d", "#cf9fc1",
                                                        "#dd8455", "#a5d1ee", "#9a99a3", "#e6dd78"};
constexpr std::array<const char*, series_count> in_grey{"#ffffff", "#d0d0d0", "#ffffff", "#8c8c8c",
                                                        "#e8e8e8", "#ffffff", "#4a4a4a", "#ffffff"};

const char* fill_of(Theme theme, std::size_t i) {
  if (theme == Theme::bw) return in_grey[i];
  return theme == Theme::dark ? on_dark[i] : on_light[i];
}

/// None, strokes of four directions, dots, crosses, rings.
std::optional<Hatch> hatch_of(const Color& ink, std::size_t i) {
  const auto lines = [&](double angle) { return Hatch{ink, 1.4, 0.22, angle, Pattern::lines}; };
  switch (i) {
    case 1:
      return lines(45);
    case 2:
      return Hatch{ink, 1.3, 0.4, 0, Pattern::dots};
    case 3:
      return lines(-45);
    case 4:
      return lines(0);
    case 5:
      return Hatch{ink, 1.9, 0.2, 0, Pattern::crosses};
    case 6:
      return lines(90);
    case 7:
      return Hatch{ink, 1.9, 0.2, 0, Pattern::rings};
    default:
      return std::nullopt;
  }
}

}  // namespace

double ChartPens::width_of(const std::string& text, const Type& type) const {
  return text.empty() ? 0 : measure(line_of(text, type, {})).width_mm;
}

double ChartPens::line_mm() const {
  return measure(line_of("Ág", label(), {})).height_mm;
}

std::string ChartPens::fitted(const std::string& text, const Type& type, double width_mm) const {
  if (width_of(text, type) <= width_mm) return text;
  std::vector<std::size_t> ends;  // after each whole letter
  for (std::size_t i = 1; i <= text.size(); ++i) {
    if (i == text.size() || (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) ends.push_back(i);
  }
  const auto fits = [&](std::size_t end) {
    return width_of(text.substr(0, end) + "…", type) <= width_mm;
  };
  const auto after = std::partition_point(ends.begin(), ends.end(), fits);
  return text.substr(0, after == ends.begin() ? ends.front() : *(after - 1)) + "…";
}

SeriesLook series_look(const Style& style, std::size_t i) {
  const std::size_t k = i % series_count;
  const Color fill = color(fill_of(style.theme, k));
  const Color ink = with_alpha(style.theme == Theme::dark ? style.paper : style.ink, 0.55);
  return {fill, style.ink_soft, hatch_of(style.theme == Theme::bw ? style.ink : ink, k)};
}

Fill series_box(const geo::Box& box, const SeriesLook& look) {
  Stroke edge;
  edge.color = look.edge;
  edge.width = 0.15;
  edge.round = false;
  Fill fill = rectangle(box, look.fill, edge);
  fill.hatch = look.hatch;
  return fill;
}

void add_quarters(Block& block, const geo::Box& square, const Style& style) {
  Stroke edge;
  edge.color = style.ink_soft;
  edge.width = 0.2;
  block.items.push_back(rectangle(square, std::nullopt, edge));
  const auto middle = square.centre();
  block.items.push_back(
      segment({square.min_x, middle.y}, {square.max_x, middle.y}, style.hairline, 0.2));
  block.items.push_back(
      segment({middle.x, square.min_y}, {middle.x, square.max_y}, style.hairline, 0.2));
}

Block series_legend(const std::vector<std::string>& names, double width_mm, const ChartPens& pens) {
  const double line = pens.line_mm(), sign = 4, gap = 1.2, between = 4;
  Block block;
  block.width_mm = width_mm;
  double x = 0, y = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].empty()) continue;
    const auto name = pens.fitted(names[i], pens.label(), width_mm - sign - gap);
    const double width = sign + gap + pens.width_of(name, pens.label());
    if (x > 0 && x + width > width_mm) x = 0, y += line + 0.8;
    block.items.push_back(
        series_box({x, y + line * 0.2, x + sign, y + line * 0.85}, series_look(pens.style, i)));
    block.items.push_back(line_of(name, pens.label(), {x + sign + gap, y + line * 0.78}));
    x += width + between;
    block.height_mm = y + line;
  }
  return block;
}

DisplayList page_of(const Chart& chart, const Style& style, double margin_mm) {
  DisplayList list;
  list.width_mm = chart.block.width_mm + 2 * margin_mm;
  list.height_mm = chart.block.height_mm + 2 * margin_mm;
  list.background = style.paper;
  auto layer = std::make_shared<Layer>();
  layer->name = "chart";
  place(chart.block, {margin_mm, margin_mm}, layer->items);
  Frame frame;
  frame.page_mm = {0, 0, list.width_mm, list.height_mm};
  frame.layers.push_back(std::move(layer));
  list.frames.push_back(std::move(frame));
  return list;
}

}  // namespace nahraum::scene
