#include "scene/charts/pyramid.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "scene/charts/axis.hpp"

namespace nahraum::scene {
namespace {

using base::tr;

/// Where the two sides lie, millimetres.
struct Sides {
  double left_root = 0, right_root = 0, length = 0;
  double band_mm = 4, top = 0;
  Axis axis;
};

double highest(const PyramidSpec& spec) {
  double value = 0;
  for (const auto& band : spec.bands) {
    for (const auto& side : {band.left, band.right, band.left_other, band.right_other})
      value = std::max(value, side.value_or(0));
  }
  return value;
}

Sides sides_of(const PyramidSpec& spec, double width_mm, const ChartPens& pens) {
  Sides sides;
  double names = 0;
  for (const auto& band : spec.bands)
    names = std::max(names, pens.width_of(band.name, pens.strong()));
  names += 3;
  sides.length = std::max(5.0, (width_mm - names) / 2);
  sides.left_root = sides.length;
  sides.right_root = width_mm - sides.length;
  sides.band_mm = pens.line_mm() * 1.05;
  sides.top = pens.line_mm() * 1.4;
  sides.axis = axis_to(highest(spec), 3);
  return sides;
}

geo::Box bar(const Sides& sides, std::size_t row, double value, bool left) {
  const double y = sides.top + sides.band_mm * static_cast<double>(row);
  const double length = sides.length * sides.axis.at(value);
  const double root = left ? sides.left_root : sides.right_root;
  const double gap = sides.band_mm * 0.08;
  return {left ? root - length : root, y + gap, left ? root : root + length,
          y + sides.band_mm - gap};
}

void add_side(Block& block, const Sides& sides, std::size_t row, const PyramidBand& band, bool left,
              const ChartPens& pens) {
  const auto& value = left ? band.left : band.right;
  const auto& other = left ? band.left_other : band.right_other;
  if (value) {
    auto fill = series_box(bar(sides, row, *value, left), series_look(pens.style, left ? 1 : 0));
    if (band.marked && fill.outline)
      fill.outline->width = 0.5, fill.outline->color = pens.style.ink;
    block.items.push_back(std::move(fill));
  } else {
    Fill unknown =
        rectangle(bar(sides, row, sides.axis.high * 0.06, left), pens.style.unknown_fill);
    unknown.hatch = Hatch{pens.style.unknown, 1.2, 0.2, 45, Pattern::lines};
    block.items.push_back(std::move(unknown));
  }
  if (!other) return;
  Stroke outline;
  outline.color = pens.style.ink;
  outline.width = 0.35;
  outline.dash_mm = {1.2, 0.8};
  outline.round = false;
  block.items.push_back(rectangle(bar(sides, row, *other, left), std::nullopt, outline));
}

void add_axis(Block& block, const Sides& sides, double bottom, const PyramidSpec& spec,
              const ChartPens& pens) {
  const double baseline = bottom + pens.line_mm();
  for (const double tick : sides.axis.ticks) {
    const auto text = base::format_number(tick, sides.axis.decimals, pens.language);
    for (const bool left : {true, false}) {
      const double at = sides.axis.at(tick) * sides.length;
      const double x = left ? sides.left_root - at : sides.right_root + at;
      block.items.push_back(segment({x, bottom}, {x, bottom + 0.8}, pens.style.ink_soft, 0.15));
      auto align = Align::centre;  // the outermost stay on the chart
      if (tick == sides.axis.ticks.back()) align = left ? Align::left : Align::right;
      block.items.push_back(line_of(text, pens.soft(), {x, baseline}, align));
    }
  }
  block.items.push_back(line_of(
      spec.unit, pens.soft(), {(sides.left_root + sides.right_root) / 2, baseline + pens.line_mm()},
      Align::centre));
}

std::string told(const std::optional<double>& value, const PyramidSpec& spec,
                 const ChartPens& pens) {
  return value ? base::format_number(*value, spec.decimals, pens.language) : tr("not known");
}

ChartTable table_of(const PyramidSpec& spec, const ChartPens& pens) {
  ChartTable table;
  table.head = {tr("Age"), spec.left, spec.right};
  const bool other = !spec.other.empty();
  if (other) {
    table.head.push_back(fmt::format("{}, {}", spec.left, spec.other));
    table.head.push_back(fmt::format("{}, {}", spec.right, spec.other));
  }
  for (const auto& band : spec.bands) {
    std::vector<std::string> row{band.name, told(band.left, spec, pens),
                                 told(band.right, spec, pens)};
    if (other) row.push_back(told(band.left_other, spec, pens));
    if (other) row.push_back(told(band.right_other, spec, pens));
    table.rows.push_back(std::move(row));
  }
  return table;
}

void add_other_name(Block& block, double y, const PyramidSpec& spec, const ChartPens& pens) {
  auto dashes =
      segment({0, y + pens.line_mm() * 0.5}, {6, y + pens.line_mm() * 0.5}, pens.style.ink, 0.35);
  dashes.stroke.dash_mm = {1.2, 0.8};
  block.items.push_back(dashes);
  block.items.push_back(line_of(spec.other, pens.label(), {7.5, y + pens.line_mm() * 0.78}));
}

}  // namespace

Chart pyramid(const PyramidSpec& spec, double width_mm, const ChartPens& pens) {
  const auto sides = sides_of(spec, width_mm, pens);
  Chart chart;
  auto& block = chart.block;
  const double head = pens.line_mm() * 0.9, middle = (sides.left_root + sides.right_root) / 2;
  block.items.push_back(line_of(spec.left, pens.strong(), {0, head}));
  block.items.push_back(line_of(spec.right, pens.strong(), {width_mm, head}, Align::right));
  const std::size_t count = spec.bands.size();
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t row = count - 1 - i;
    const auto& band = spec.bands[i];
    add_side(block, sides, row, band, true, pens);
    add_side(block, sides, row, band, false, pens);
    const double y = sides.top + sides.band_mm * static_cast<double>(row);
    block.items.push_back(line_of(band.name, band.marked ? pens.strong() : pens.label(),
                                  {middle, y + sides.band_mm * 0.76}, Align::centre));
    chart.marks.push_back({fmt::format("band {}", i), {0, y, width_mm, y + sides.band_mm}});
  }
  const double bottom = sides.top + sides.band_mm * static_cast<double>(count);
  add_axis(block, sides, bottom, spec, pens);
  block.width_mm = width_mm;
  block.height_mm = bottom + pens.line_mm() * 2.4;
  if (!spec.other.empty()) {
    add_other_name(block, block.height_mm, spec, pens);
    block.height_mm += pens.line_mm();
  }
  chart.table = table_of(spec, pens);
  return chart;
}

}  // namespace nahraum::scene
