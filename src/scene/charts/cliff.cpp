#include "scene/charts/cliff.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "scene/charts/axis.hpp"

namespace nahraum::scene {
namespace {

using base::tr;

double covered(const CliffYear& year) {
  return std::accumulate(year.sources.begin(), year.sources.end(), 0.0);
}

double missing(const CliffYear& year) {
  return std::max(0.0, year.cost.value_or(0) - covered(year));
}

struct Plot {
  double left = 0, right = 0, top = 0, bottom = 0;
  std::size_t years = 1;
  Axis axis;

  double pitch() const { return (right - left) / static_cast<double>(years); }
  double x(std::size_t year) const { return left + pitch() * static_cast<double>(year); }
  double y(double euro) const { return bottom - (bottom - top) * axis.at(euro); }
  geo::Box column(std::size_t year, double from, double to) const {
    return {x(year) + pitch() * 0.2, y(to), x(year) + pitch() * 0.8, y(from)};
  }
};

Plot plot_of(const CliffSpec& spec, double width_mm, double top, const ChartPens& pens) {
  Plot plot;
  double most = 0;
  for (const auto& year : spec.years)
    most = std::max({most, covered(year), year.cost.value_or(0)});
  plot.axis = axis_to(most, 4);
  const auto highest = base::format_number(plot.axis.high, 0, pens.language);
  plot.left = pens.width_of(highest, pens.soft()) + 2;
  plot.right = width_mm;
  plot.top = top + pens.line_mm() * (spec.ends_month ? 2.4 : 1.2);  // the end's name above the "€"
  plot.bottom = plot.top + std::max(30.0, width_mm * 0.42);
  plot.years = std::max<std::size_t>(1, spec.years.size());
  return plot;
}

void add_scale(Block& block, const Plot& plot, const ChartPens& pens) {
  for (const double tick : plot.axis.ticks) {
    const double y = plot.y(tick);
    block.items.push_back(
        segment({plot.left, y}, {plot.right, y}, pens.style.hairline, tick == 0 ? 0.35 : 0.15));
    block.items.push_back(line_of(base::format_number(tick, 0, pens.language), pens.soft(),
                                  {plot.left - 1.2, y + pens.line_mm() * 0.28}, Align::right));
  }
  block.items.push_back(
      line_of("€", pens.soft(), {plot.left - 1.2, plot.top - pens.line_mm() * 0.6}, Align::right));
}

void add_gap(Chart& chart, const Plot& plot, std::size_t i, const CliffYear& year,
             const ChartPens& pens) {
  if (missing(year) <= 0) return;
  const auto box = plot.column(i, covered(year), *year.cost);
  Stroke edge;
  edge.color = pens.style.gap;
  edge.width = 0.3;
  auto gap = rectangle(box, pens.style.paper, edge);
  gap.hatch = Hatch{pens.style.gap, 1.3, 0.3, 45, Pattern::lines};
  chart.block.items.push_back(std::move(gap));
  chart.marks.push_back({fmt::format("year {} gap", i), box});
}

void add_missing(Block& block, const Plot& plot, std::size_t i, const CliffYear& year,
                 const ChartPens& pens) {
  if (missing(year) <= 0) return;
  auto type = pens.strong();
  type.color = pens.style.gap;
  const auto box = plot.column(i, covered(year), *year.cost);
  auto text = line_of("−" + base::format_number(missing(year), 0, pens.language), type,
                      {box.centre().x, box.min_y - pens.line_mm() * 0.35}, Align::centre);
  text.halo = pens.style.paper;
  block.items.push_back(std::move(text));
}

void add_year(Chart& chart, const Plot& plot, std::size_t i, const CliffYear& year,
              const ChartPens& pens) {
  chart.marks.push_back(
      {fmt::format("year {}", i), {plot.x(i), plot.top, plot.x(i) + plot.pitch(), plot.bottom}});
  double from = 0;
  for (std::size_t k = 0; k < year.sources.size(); ++k) {
    if (year.sources[k] <= 0) continue;
    const auto box = plot.column(i, from, from + year.sources[k]);
    chart.block.items.push_back(series_box(box, series_look(pens.style, k)));
    chart.marks.push_back({fmt::format("year {} source {}", i, k), box});
    from += year.sources[k];
  }
  add_gap(chart, plot, i, year, pens);
  if (year.cost) {
    const double y = plot.y(*year.cost), aside = plot.pitch() * 0.08;
    chart.block.items.push_back(segment(
        {plot.x(i) + aside, y}, {plot.x(i) + plot.pitch() - aside, y}, pens.style.ink, 0.6));
  }
  chart.block.items.push_back(line_of(std::to_string(year.year), pens.strong(),
                                      {plot.x(i) + plot.pitch() / 2, plot.bottom + pens.line_mm()},
                                      Align::centre));
}

void add_end(Block& block, const Plot& plot, const CliffSpec& spec, const ChartPens& pens) {
  const double x = plot.left + plot.pitch() * *spec.ends_month / 12.0;
  if (x < plot.left || x > plot.right) return;
  const double above = plot.top - pens.line_mm() * 1.6;
  auto line = segment({x, above}, {x, plot.bottom}, pens.style.ink, 0.5);
  line.stroke.dash_mm = {1.4, 0.9};
  block.items.push_back(line);
  const bool left = x > (plot.left + plot.right) / 2;
  const double wide = pens.width_of(spec.ends_name, pens.strong());
  const double from = left ? x - 1 - wide : x + 1;
  auto name = line_of(
      spec.ends_name, pens.strong(),
      {std::clamp(from, 0.0, std::max(0.0, plot.right - wide)), above + pens.line_mm() * 0.3},
      Align::left);
  name.halo = pens.style.paper;
  block.items.push_back(name);
}

ChartTable table_of(const CliffSpec& spec, const ChartPens& pens) {
  ChartTable table;
  table.head = {tr("Year")};
  table.head.insert(table.head.end(), spec.series.begin(), spec.series.end());
  for (const char* name : {tr("Sum"), tr("Cost"), tr("Missing")})
    table.head.emplace_back(name);
  const auto euro = [&](double value) { return base::format_number(value, 0, pens.language); };
  for (const auto& year : spec.years) {
    std::vector<std::string> row{std::to_string(year.year)};
    for (std::size_t k = 0; k < spec.series.size(); ++k)
      row.push_back(euro(k < year.sources.size() ? year.sources[k] : 0));
    row.push_back(euro(covered(year)));
    row.push_back(year.cost ? euro(*year.cost) : tr("not planned"));
    row.push_back(year.cost ? euro(missing(year)) : tr("not known"));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

Chart cliff(const CliffSpec& spec, double width_mm, const ChartPens& pens) {
  Chart chart;
  auto& block = chart.block;
  block.width_mm = width_mm;
  const auto names = series_legend(spec.series, width_mm, pens);
  place(names, {0, 0}, block.items);
  const auto plot = plot_of(spec, width_mm, names.height_mm + pens.line_mm(), pens);
  add_scale(block, plot, pens);
  for (std::size_t i = 0; i < spec.years.size(); ++i)
    add_year(chart, plot, i, spec.years[i], pens);
  if (spec.ends_month) add_end(block, plot, spec, pens);
  for (std::size_t i = 0; i < spec.years.size(); ++i)
    add_missing(block, plot, i, spec.years[i], pens);
  block.height_mm = plot.bottom + pens.line_mm() * 1.4;
  chart.table = table_of(spec, pens);
  return chart;
}

}  // namespace nahraum::scene
