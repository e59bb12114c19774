#include "scene/charts/deviations.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/translate.hpp"

namespace nahraum::scene {
namespace {

using base::tr;

/// "+38 %", "−4 %".
std::string percent(double relative, const ChartPens& pens) {
  const double rounded = std::round(relative * 100);
  const char* sign = rounded < 0 ? "−" : "+";
  const auto number = base::format_number(std::abs(rounded), 0, pens.language);
  return fmt::format("{}{}\u00a0%", rounded == 0 ? "±" : sign, number);
}

/// Where the bars of all rows lie.
struct Lanes {
  double zero = 0, half = 0;
  double widest = 1;  ///< relative deviation at the bars' ends
};

Lanes lanes_of(const DeviationsSpec& spec, double width_mm, const ChartPens& pens) {
  Lanes lanes;
  double texts = 0, widest = 0;
  for (const auto& row : spec.rows) {
    if (!row.relative) continue;
    texts = std::max(texts, pens.width_of(percent(*row.relative, pens), pens.strong()));
    widest = std::max(widest, std::abs(*row.relative));
  }
  lanes.half = std::max(3.0, width_mm / 2 - texts - 1.5);
  lanes.zero = width_mm / 2;
  if (widest > 0) lanes.widest = widest;
  return lanes;
}

void add_bar(Block& block, const Lanes& lanes, double y, const DeviationRow& row,
             const ChartPens& pens) {
  const double high = pens.line_mm(), baseline = y + high * 0.78;
  if (!row.relative) {
    block.items.push_back(line_of(tr("not known"), pens.soft(), {lanes.zero + 1.5, baseline}));
    return;
  }
  const double length = lanes.half * *row.relative / lanes.widest;
  auto fill = series_box({std::min(lanes.zero, lanes.zero + length), y,
                          std::max(lanes.zero, lanes.zero + length), y + high},
                         series_look(pens.style, length < 0 ? 1 : 0));
  if (row.marked && fill.outline) fill.outline->width = 0.5, fill.outline->color = pens.style.ink;
  block.items.push_back(std::move(fill));
  const bool left = length < 0;
  block.items.push_back(line_of(
      percent(*row.relative, pens), row.marked ? pens.strong() : pens.label(),
      {lanes.zero + length + (left ? -1 : 1), baseline}, left ? Align::right : Align::left));
}

/// The name in as many lines as it needs, the bar below it. Returns how high both are.
double add_row(Chart& chart, const Lanes& lanes, double y, std::size_t i, const DeviationRow& row,
               const ChartPens& pens) {
  auto& block = chart.block;
  const auto name =
      paragraph(row.name, row.marked ? pens.strong() : pens.label(), block.width_mm, pens.measure);
  place(name, {0, y}, block.items);
  const double top = y + name.height_mm + 0.3, bottom = top + pens.line_mm();
  add_bar(block, lanes, top, row, pens);
  block.items.push_back(
      segment({lanes.zero, top - 0.3}, {lanes.zero, bottom + 0.3}, pens.style.ink_soft, 0.3));
  chart.marks.push_back({fmt::format("row {}", i), {0, y, block.width_mm, bottom}});
  return bottom + pens.line_mm() * 0.4 - y;
}

ChartTable table_of(const DeviationsSpec& spec, const ChartPens& pens) {
  ChartTable table;
  table.head = {spec.first, spec.here, spec.there, tr("Deviation")};
  for (const auto& row : spec.rows) {
    const auto told = [](const std::string& text) { return text.empty() ? tr("not known") : text; };
    table.rows.push_back({row.name, told(row.here), told(row.there),
                          row.relative ? percent(*row.relative, pens) : tr("not known")});
  }
  return table;
}

}  // namespace

Chart deviations(const DeviationsSpec& spec, double width_mm, const ChartPens& pens) {
  Chart chart;
  chart.block.width_mm = width_mm;
  const auto lanes = lanes_of(spec, width_mm, pens);
  double y = 0;
  for (std::size_t i = 0; i < spec.rows.size(); ++i)
    y += add_row(chart, lanes, y, i, spec.rows[i], pens);
  chart.block.height_mm = y;
  chart.table = table_of(spec, pens);
  return chart;
}

}  // namespace nahraum::scene
