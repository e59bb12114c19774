#include "scene/charts/radar.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "base/check.hpp"
#include "base/translate.hpp"

namespace nahraum::scene {
namespace {

using base::tr;

struct Dial {
  geo::Point centre;
  double radius = 0;
  std::size_t axes = 0;
  double low = 0, high = 1;

  /// The first axis points up, the others follow clockwise.
  geo::Point on(std::size_t axis, double share) const {
    const double turn =
        2 * std::numbers::pi * static_cast<double>(axis) / static_cast<double>(axes);
    return {centre.x + radius * share * std::sin(turn), centre.y - radius * share * std::cos(turn)};
  }
  geo::Point at(std::size_t axis, double value) const {
    return on(axis, std::clamp((value - low) / (high - low), 0.0, 1.0));
  }
};

Dial dial_of(const RadarSpec& spec, double width_mm, double top, const ChartPens& pens) {
  const double names = 1.6 * pens.line_mm();
  Dial dial;
  double widest = 0;  // of the names beside the dial
  for (std::size_t i = 1; i < spec.axes.size(); ++i) {
    if (2 * i != spec.axes.size())
      widest = std::max(widest, pens.width_of(spec.axes[i], pens.label()));
  }
  dial.radius = std::clamp((width_mm / 2 - widest) / 1.06, 8.0, width_mm * 0.205);
  dial.centre = {width_mm / 2, top + names + dial.radius};
  dial.axes = spec.axes.size();
  dial.low = spec.low, dial.high = spec.high;
  return dial;
}

void add_web(Block& block, const Dial& dial, const RadarSpec& spec, const ChartPens& pens) {
  for (double value = spec.low + 1; value <= spec.high + 1e-9; value += 1) {
    Polyline ring{{}, {}};
    for (std::size_t axis = 0; axis <= dial.axes; ++axis)
      ring.line.push_back(dial.at(axis % dial.axes, value));
    ring.stroke.color = pens.style.hairline;
    ring.stroke.width = 0.15;
    block.items.push_back(std::move(ring));
  }
  for (std::size_t axis = 0; axis < dial.axes; ++axis)
    block.items.push_back(segment(dial.centre, dial.on(axis, 1), pens.style.hairline, 0.15));
}

void add_names(Block& block, const Dial& dial, const RadarSpec& spec, const ChartPens& pens) {
  for (std::size_t axis = 0; axis < dial.axes; ++axis) {
    const auto end = dial.on(axis, 1.06);
    const double aside = end.x - dial.centre.x;
    const bool middle = std::abs(aside) < dial.radius * 0.2;
    const double room = middle ? block.width_mm : block.width_mm / 2 - std::abs(aside);
    auto align = Align::centre;
    if (!middle) align = aside > 0 ? Align::left : Align::right;
    const double down = end.y > dial.centre.y + dial.radius * 0.5 ? pens.line_mm() * 0.8 : 0;
    block.items.push_back(line_of(pens.fitted(spec.axes[axis], pens.label(), room), pens.label(),
                                  {end.x, end.y + down}, align));
  }
}

Stroke stroke_of(std::size_t i, const ChartPens& pens) {
  Stroke stroke;
  stroke.color = pens.style.theme == Theme::bw ? pens.style.ink : series_look(pens.style, i).fill;
  stroke.width = 0.6;
  if (i % 3 == 1) stroke.dash_mm = {2, 1};
  if (i % 3 == 2) stroke.dash_mm = {0.6, 0.9};
  return stroke;
}

/// The runs of axes with values; a whole round is closed.
void add_series(Chart& chart, const Dial& dial, const RadarSpec& spec, std::size_t i,
                const ChartPens& pens) {
  const auto& values = spec.series[i].values;
  const auto stroke = stroke_of(i, pens);
  const auto known = [&](std::size_t axis) { return axis < values.size() && values[axis]; };
  for (std::size_t axis = 0; axis < dial.axes; ++axis) {
    const std::size_t next = (axis + 1) % dial.axes;
    if (!known(axis)) continue;
    const auto at = dial.at(axis, *values[axis]);
    if (known(next))
      chart.block.items.push_back(Polyline{{at, dial.at(next, *values[next])}, stroke});
    const double r = 0.9;
    chart.block.items.push_back(
        Fill{{{geo::circle(at, r, 24), {}}}, stroke.color, std::nullopt, std::nullopt});
    chart.marks.push_back({fmt::format("series {} axis {}", i, axis),
                           {at.x - 2 * r, at.y - 2 * r, at.x + 2 * r, at.y + 2 * r}});
  }
}

/// Lines as they are drawn, with their names.
double add_key(Block& block, const RadarSpec& spec, const ChartPens& pens) {
  double x = 0, y = 0;
  for (std::size_t i = 0; i < spec.series.size(); ++i) {
    const auto& name = spec.series[i].name;
    const double width = 8 + pens.width_of(name, pens.label());
    if (x > 0 && x + width > block.width_mm) x = 0, y += pens.line_mm();
    const double middle = y + pens.line_mm() / 2;
    block.items.push_back(Polyline{{{x, middle}, {x + 6, middle}}, stroke_of(i, pens)});
    block.items.push_back(line_of(name, pens.label(), {x + 7.5, y + pens.line_mm() * 0.78}));
    x += width + 4;
  }
  return y + pens.line_mm();
}

ChartTable table_of(const RadarSpec& spec, const ChartPens& pens) {
  ChartTable table;
  table.head = {spec.first};
  for (const auto& series : spec.series)
    table.head.push_back(series.name);
  for (std::size_t axis = 0; axis < spec.axes.size(); ++axis) {
    std::vector<std::string> row{spec.axes[axis]};
    for (const auto& series : spec.series) {
      const bool known = axis < series.values.size() && series.values[axis];
      row.push_back(known ? base::format_number(*series.values[axis], spec.decimals, pens.language)
                          : tr("not rated"));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

Chart radar(const RadarSpec& spec, double width_mm, const ChartPens& pens) {
  NAHRAUM_CHECK(spec.axes.size() >= 3 && spec.high > spec.low);
  Chart chart;
  chart.block.width_mm = width_mm;
  const double top = add_key(chart.block, spec, pens) + 1;
  const auto dial = dial_of(spec, width_mm, top, pens);
  add_web(chart.block, dial, spec, pens);
  add_names(chart.block, dial, spec, pens);
  for (std::size_t i = 0; i < spec.series.size(); ++i)
    add_series(chart, dial, spec, i, pens);
  chart.block.height_mm = dial.centre.y + dial.radius + 1.8 * pens.line_mm();
  chart.table = table_of(spec, pens);
  return chart;
}

}  // namespace nahraum::scene
