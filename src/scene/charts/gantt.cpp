#include "scene/charts/gantt.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "scene/charts/days.hpp"

namespace nahraum::scene {
namespace {

using base::tr;

/// Where rows and days lie.
struct Grid {
  double names_mm = 0, left = 0, right = 0, top = 0, pitch = 0;
  int from = 0, to = 1;

  double x(double day) const {
    return left + (right - left) * (day - from) / std::max(1, to - from);
  }
  double y(std::size_t row) const { return top + pitch * static_cast<double>(row); }
  geo::Box bar(std::size_t row, int start, int end) const {
    return {x(start), y(row) + pitch * 0.2, x(end + 1.0), y(row) + pitch * 0.8};
  }
};

bool dated(const GanttRow& row) {
  return row.start && row.end && *row.start <= *row.end;
}

void set_days(Grid& grid, const GanttSpec& spec) {
  std::optional<int> from, to;
  const auto add = [&](int day) {
    from = std::min(from.value_or(day), day);
    to = std::max(to.value_or(day), day);
  };
  for (const auto& row : spec.rows) {
    if (dated(row)) add(*row.start), add(*row.end);
    for (const int day : row.milestones)
      add(day);
  }
  if (!from) from = spec.today.value_or(0), to = *from + 365;
  grid.from = *from - 7;
  grid.to = *to + 8;
}

Grid grid_of(const GanttSpec& spec, double width_mm, const ChartPens& pens) {
  Grid grid;
  double names = 0;
  for (const auto& row : spec.rows)
    names = std::max(names, pens.width_of(row.name, pens.label()));
  grid.names_mm = std::min(names, width_mm * 0.35);
  grid.left = grid.names_mm + 2;
  grid.right = width_mm;
  const bool named = spec.series.size() > 1;
  const double legend = named ? series_legend(spec.series, width_mm, pens).height_mm + 1.5 : 0;
  grid.top = legend + pens.line_mm() * 2.3;
  grid.pitch = pens.line_mm() * 1.7;
  set_days(grid, spec);
  return grid;
}

void add_time(Block& block, const Grid& grid, std::size_t rows, const ChartPens& pens) {
  const int most = std::max(2, static_cast<int>((grid.right - grid.left) / 8));
  const double head = grid.top - pens.line_mm() * 0.3, bottom = grid.y(rows);
  const auto ticks = time_ticks(grid.from, grid.to, most, pens.language);
  for (const auto& tick : ticks) {
    const double x = grid.x(tick.day);
    block.items.push_back(
        segment({x, grid.top}, {x, bottom}, pens.style.hairline, tick.year ? 0.4 : 0.15));
    if (x + 6 > grid.right) continue;
    block.items.push_back(line_of(tick.name, pens.soft(), {x + 0.6, head}));
    const bool year = tick.year && tick.name.size() != 4;
    if (!year) continue;
    block.items.push_back(
        line_of(iso_of(tick.day).substr(0, 4), pens.strong(), {x + 0.6, head - pens.line_mm()}));
  }
  const bool first_named = !ticks.empty() && ticks.front().year;
  if (!first_named && !ticks.empty() && ticks.front().name.size() != 4) {
    block.items.push_back(line_of(iso_of(grid.from).substr(0, 4), pens.strong(),
                                  {grid.left + 0.6, head - pens.line_mm()}));
  }
}

void add_milestones(Block& block, const Grid& grid, std::size_t i, const GanttRow& row,
                    const ChartPens& pens) {
  const double y = grid.y(i) + grid.pitch / 2, r = grid.pitch * 0.28;
  for (const int day : row.milestones) {
    const double x = grid.x(day + 0.5);
    Stroke rim;
    rim.color = pens.style.ink;
    rim.width = 0.25;
    block.items.push_back(Fill{{{{{x - r, y}, {x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}}, {}}},
                               pens.style.paper,
                               std::nullopt,
                               rim});
  }
}

void add_bar(Chart& chart, const Grid& grid, std::size_t i, const GanttRow& row,
             const ChartPens& pens) {
  auto& block = chart.block;
  const auto box = grid.bar(i, *row.start, *row.end);
  auto fill = series_box(box, series_look(pens.style, row.series));
  if (row.critical && fill.outline) fill.outline->width = 0.6, fill.outline->color = pens.style.ink;
  block.items.push_back(std::move(fill));
  const double done = std::clamp(row.done, 0.0, 1.0);
  if (done > 0) {
    const double y = box.max_y - 0.5;
    block.items.push_back(
        segment({box.min_x, y}, {box.min_x + box.width() * done, y}, pens.style.ink, 0.8));
  }
  const double grip = std::min(1.5, box.width() / 3);
  chart.marks.push_back({"bar " + row.id, box});
  chart.marks.push_back(
      {"start " + row.id, {box.min_x - 0.8, box.min_y, box.min_x + grip, box.max_y}});
  chart.marks.push_back(
      {"end " + row.id, {box.max_x - grip, box.min_y, box.max_x + 0.8, box.max_y}});
}

/// From the end of what is waited for, down, to the start of the row.
void add_waits(Block& block, const Grid& grid, const GanttSpec& spec, const ChartPens& pens) {
  for (std::size_t i = 0; i < spec.rows.size(); ++i) {
    const auto& row = spec.rows[i];
    for (const auto before : row.waits_for) {
      if (before >= spec.rows.size() || !dated(spec.rows[before]) || !dated(row)) continue;
      const auto a = grid.bar(before, *spec.rows[before].start, *spec.rows[before].end);
      const auto b = grid.bar(i, *row.start, *row.end);
      const double x = std::min(a.max_x + 1, std::max(b.min_x - 1.2, a.min_x));
      const double from = a.centre().y, to = b.centre().y;
      const bool both = row.critical && spec.rows[before].critical;
      Stroke stroke;
      stroke.color = both ? pens.style.ink : pens.style.ink_soft;
      stroke.width = both ? 0.4 : 0.2;
      block.items.push_back(Polyline{{{a.max_x, from}, {x, from}, {x, to}, {b.min_x, to}}, stroke});
      const double tip = 0.9;
      block.items.push_back(Fill{{{{{b.min_x, to},
                                    {b.min_x - tip, to - tip * 0.7},
                                    {b.min_x - tip, to + tip * 0.7},
                                    {b.min_x, to}},
                                   {}}},
                                 stroke.color,
                                 std::nullopt,
                                 std::nullopt});
    }
  }
}

void add_today(Block& block, const Grid& grid, const GanttSpec& spec, const ChartPens& pens) {
  if (!spec.today || *spec.today < grid.from || *spec.today > grid.to) return;
  const double x = grid.x(*spec.today + 0.5), bottom = grid.y(spec.rows.size());
  auto line = segment({x, grid.top}, {x, bottom}, pens.style.accent, 0.4);
  line.stroke.dash_mm = {1.4, 0.8};
  block.items.push_back(line);
  auto type = pens.strong();
  type.color = pens.style.accent;
  const bool left = x > grid.left + (grid.right - grid.left) * 0.8;
  block.items.push_back(line_of(tr("today"), type, {x, bottom + pens.line_mm() * 0.9},
                                left ? Align::right : Align::left));
}

void add_row(Chart& chart, const Grid& grid, std::size_t i, const GanttRow& row,
             const ChartPens& pens) {
  const double y = grid.y(i), baseline = y + grid.pitch / 2 + pens.line_mm() * 0.28;
  chart.marks.push_back({"row " + row.id, {0, y, grid.right, y + grid.pitch}});
  chart.block.items.push_back(line_of(pens.fitted(row.name, pens.label(), grid.names_mm),
                                      row.critical ? pens.strong() : pens.label(), {0, baseline}));
  if (dated(row)) {
    add_bar(chart, grid, i, row, pens);
  } else {
    const bool turned = row.start && row.end;
    auto words = line_of(turned ? tr("ends before it starts") : tr("no dates yet"), pens.soft(),
                         {grid.left + 1, baseline});
    words.halo = pens.style.paper;
    chart.block.items.push_back(std::move(words));
  }
  add_milestones(chart.block, grid, i, row, pens);
}

ChartTable table_of(const GanttSpec& spec, const ChartPens& pens) {
  ChartTable table;
  table.head = {tr("Planned measure"), tr("Start"),     tr("End"),
                tr("Milestones"),      tr("Waits for"), tr("Critical")};
  const auto date = [&](int day) { return base::format_date(iso_of(day), pens.language); };
  for (const auto& row : spec.rows) {
    std::string stones, waits;
    for (const int day : row.milestones)
      stones += (stones.empty() ? "" : ", ") + date(day);
    for (const auto before : row.waits_for) {
      if (before < spec.rows.size()) waits += (waits.empty() ? "" : ", ") + spec.rows[before].name;
    }
    table.rows.push_back({row.name, row.start ? date(*row.start) : "",
                          row.end ? date(*row.end) : "", stones, waits,
                          row.critical ? tr("yes") : ""});
  }
  return table;
}

}  // namespace

int gantt_day(const GanttSpec& spec, double width_mm, const ChartPens& pens, double x_mm) {
  const auto grid = grid_of(spec, width_mm, pens);
  const double share = (x_mm - grid.left) / std::max(1e-9, grid.right - grid.left);
  return static_cast<int>(std::floor(grid.from + share * (grid.to - grid.from)));
}

Chart gantt(const GanttSpec& spec, double width_mm, const ChartPens& pens) {
  Chart chart;
  auto& block = chart.block;
  block.width_mm = width_mm;
  if (spec.series.size() > 1)
    place(series_legend(spec.series, width_mm, pens), {0, 0}, block.items);
  const auto grid = grid_of(spec, width_mm, pens);
  add_time(block, grid, spec.rows.size(), pens);
  add_waits(block, grid, spec, pens);
  for (std::size_t i = 0; i < spec.rows.size(); ++i)
    add_row(chart, grid, i, spec.rows[i], pens);
  add_today(block, grid, spec, pens);
  block.height_mm = grid.y(spec.rows.size()) + pens.line_mm() * 1.3;
  chart.table = table_of(spec, pens);
  return chart;
}

}  // namespace nahraum::scene
