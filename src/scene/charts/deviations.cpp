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

struct Lanes {
  double names_mm = 0, zero = 0, half = 0, pitch = 0;
  double widest = 1;  ///< relative deviation at the bars' ends
};

Lanes lanes_of(const DeviationsSpec& spec, double width_mm, const ChartPens& pens) {
  Lanes lanes;
  double names = 0, texts = 0, widest = 0;
  for (const auto& row : spec.rows) {
    names = std::max(names, pens.width_of(row.name, pens.strong()));
    if (!row.relative) continue;
    texts = std::max(texts, pens.width_of(percent(*row.relative, pens), pens.strong()));
    widest = std::max(widest, std::abs(*row.relative));
  }
  lanes.names_mm = std::min(names, width_mm * 0.42);
  const double room = width_mm - lanes.names_mm - 2;
  lanes.half = std::max(3.0, room / 2 - texts - 1.5);
  lanes.zero = lanes.names_mm + 2 + room / 2;
  lanes.pitch = pens.line_mm() * 1.5;
  if (widest > 0) lanes.widest = widest;
  return lanes;
}

void add_row(Chart& chart, const Lanes& lanes, std::size_t i, const DeviationRow& row,
             const ChartPens& pens) {
  auto& block = chart.block;
  const double y = lanes.pitch * static_cast<double>(i);
  const double baseline = y + lanes.pitch / 2 + pens.line_mm() * 0.28;
  const auto type = row.marked ? pens.strong() : pens.label();
  chart.marks.push_back({fmt::format("row {}", i), {0, y, block.width_mm, y + lanes.pitch}});
  block.items.push_back(line_of(pens.fitted(row.name, type, lanes.names_mm), type, {0, baseline}));
  if (!row.relative) {
    block.items.push_back(line_of(tr("not known"), pens.soft(), {lanes.zero + 1.5, baseline}));
    return;
  }
  const double length = lanes.half * *row.relative / lanes.widest;
  auto fill = series_box({std::min(lanes.zero, lanes.zero + length), y + lanes.pitch * 0.2,
                          std::max(lanes.zero, lanes.zero + length), y + lanes.pitch * 0.8},
                         series_look(pens.style, length < 0 ? 1 : 0));
  if (row.marked && fill.outline) fill.outline->width = 0.5, fill.outline->color = pens.style.ink;
  block.items.push_back(std::move(fill));
  const bool left = length < 0;
  block.items.push_back(line_of(percent(*row.relative, pens), type,
                                {lanes.zero + length + (left ? -1 : 1), baseline},
                                left ? Align::right : Align::left));
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
  for (std::size_t i = 0; i < spec.rows.size(); ++i)
    add_row(chart, lanes, i, spec.rows[i], pens);
  const double bottom = lanes.pitch * static_cast<double>(spec.rows.size());
  chart.block.items.push_back(
      segment({lanes.zero, 0}, {lanes.zero, bottom}, pens.style.ink_soft, 0.3));
  chart.block.height_mm = bottom;
  chart.table = table_of(spec, pens);
  return chart;
}

}  // namespace nahraum::scene
