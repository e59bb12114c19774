#include "scene/charts/bars.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "scene/charts/axis.hpp"

namespace nahraum::scene {
namespace {

using base::tr;

double sum_of(const BarRow& row) {
  return std::accumulate(row.parts.begin(), row.parts.end(), 0.0);
}

/// The sum, and the remark beside it.
std::string end_text(const BarsSpec& spec, const BarRow& row, const ChartPens& pens) {
  const auto sum = base::format_number(sum_of(row), spec.decimals, pens.language);
  return row.remark.empty() ? sum : sum + " " + row.remark;
}

/// Where bars lie and how long a unit is. Names that are long for a place beside their bars stand
/// above them, all of them.
struct Lanes {
  double names_mm = 0, left = 0, length = 0, pitch = 0, thick = 0;
  double above = 0;  ///< height of the names' line; 0: they stand beside
  Axis axis;
};

Lanes lanes_of(const BarsSpec& spec, double width_mm, const ChartPens& pens) {
  Lanes lanes;
  double names = 0, sums = 0, most = 0;
  for (const auto& row : spec.rows) {
    names = std::max(names, pens.width_of(row.name, pens.label()));
    sums = std::max(sums, pens.width_of(end_text(spec, row, pens), pens.soft()));
    most = std::max(most, sum_of(row));
  }
  if (names > width_mm * 0.4) {
    lanes.names_mm = width_mm;
    lanes.above = pens.line_mm() * 1.1;
  } else {
    lanes.names_mm = names;
    lanes.left = names + 2;
  }
  lanes.length = std::max(5.0, width_mm - lanes.left - std::min(sums, width_mm * 0.3) - 2);
  lanes.pitch = pens.line_mm() * 1.5 + lanes.above;
  lanes.thick = pens.line_mm() * 1.05;
  lanes.axis = axis_to(spec.shares ? 100 : most);
  if (spec.limit) most = std::max(most, *spec.limit);    // its line stays within the chart
  if (!spec.shares && most > 0) lanes.axis.high = most;  // the sums stand at the ends
  return lanes;
}

double part_length(const BarsSpec& spec, const BarRow& row, double value, const Lanes& lanes) {
  const double sum = sum_of(row);
  if (!spec.shares) return lanes.length * lanes.axis.at(value);
  return sum > 0 ? lanes.length * value / sum : 0;
}

std::string part_text(const BarsSpec& spec, const BarRow& row, double value,
                      const ChartPens& pens) {
  if (!spec.shares) return base::format_number(value, spec.decimals, pens.language);
  return base::format_number(value / sum_of(row) * 100, 0, pens.language) + "\u00a0%";
}

/// On a plate of the paper's colour: patterns would run through the letters.
void add_inside(Block& block, const std::string& text, const geo::Box& box, const ChartPens& pens) {
  const double width = pens.width_of(text, pens.label());
  if (width + 2 > box.width()) return;
  const double x = box.centre().x, y = box.centre().y, half = pens.line_mm() / 2;
  block.items.push_back(
      rectangle({x - width / 2 - 0.5, y - half * 0.85, x + width / 2 + 0.5, y + half * 0.85},
                pens.style.paper));
  block.items.push_back(line_of(text, pens.label(), {x, y + half * 0.56}, Align::centre));
}

void add_unknown(Block& block, const BarRow& row, const geo::Box& lane, const ChartPens& pens) {
  auto stub =
      rectangle({lane.min_x, lane.min_y, lane.min_x + 8, lane.max_y}, pens.style.unknown_fill);
  stub.hatch = Hatch{pens.style.unknown, 1.2, 0.2, 45, Pattern::lines};
  block.items.push_back(std::move(stub));
  block.items.push_back(
      line_of(row.unknown, pens.soft(), {lane.min_x + 9.5, lane.max_y - pens.line_mm() * 0.28}));
}

void add_row(Chart& chart, const BarsSpec& spec, std::size_t i, double y, const Lanes& lanes,
             const ChartPens& pens) {
  const auto& row = spec.rows[i];
  auto& block = chart.block;
  const double top = y + lanes.above + (lanes.pitch - lanes.above - lanes.thick) / 2;
  const double bottom = top + lanes.thick, baseline = bottom - pens.line_mm() * 0.28;
  block.items.push_back(line_of(pens.fitted(row.name, pens.label(), lanes.names_mm), pens.label(),
                                {0, lanes.above > 0 ? y + lanes.above * 0.86 : baseline}));
  chart.marks.push_back({fmt::format("row {}", i), {0, y, block.width_mm, y + lanes.pitch}});
  if (!row.unknown.empty()) {
    add_unknown(block, row, {lanes.left, top, block.width_mm, bottom}, pens);
    return;
  }
  double x = lanes.left;
  for (std::size_t k = 0; k < row.parts.size(); ++k) {
    const double length = part_length(spec, row, row.parts[k], lanes);
    if (length <= 0) continue;
    const geo::Box box{x, top, x + length, bottom};
    block.items.push_back(series_box(box, series_look(pens.style, k)));
    if (row.parts.size() > 1)
      add_inside(block, part_text(spec, row, row.parts[k], pens), box, pens);
    chart.marks.push_back({fmt::format("row {} part {}", i, k), box});
    x += length;
  }
  const double room = block.width_mm - x - 1.5;
  auto end = line_of(pens.fitted(end_text(spec, row, pens), pens.soft(), room), pens.soft(),
                     {x + 1.5, baseline});
  if (spec.limit) end.halo = pens.style.paper;  // the limit's line runs below it
  block.items.push_back(std::move(end));
}

void add_limit(Block& block, const BarsSpec& spec, double top, double bottom, const Lanes& lanes,
               const ChartPens& pens) {
  const double x = lanes.left + lanes.length * lanes.axis.at(*spec.limit);
  auto line = segment({x, top}, {x, bottom}, pens.style.ink, 0.35);
  line.stroke.dash_mm = {1.2, 0.8};
  block.items.push_back(line);
  block.items.push_back(
      line_of(spec.limit_name, pens.soft(), {x, bottom + pens.line_mm() * 0.9}, Align::centre));
}

ChartTable table_of(const BarsSpec& spec, const ChartPens& pens) {
  ChartTable table;
  table.head = {spec.first};
  table.head.insert(table.head.end(), spec.series.begin(), spec.series.end());
  table.head.push_back(tr("Sum"));
  for (const auto& row : spec.rows) {
    std::vector<std::string> cells{row.name};
    for (std::size_t k = 0; k < spec.series.size(); ++k) {
      const bool known = row.unknown.empty() && k < row.parts.size();
      cells.push_back(known ? base::format_number(row.parts[k], spec.decimals, pens.language)
                            : row.unknown);
    }
    cells.push_back(row.unknown.empty()
                        ? base::format_number(sum_of(row), spec.decimals, pens.language)
                        : row.unknown);
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace

Chart bars(const BarsSpec& spec, double width_mm, const ChartPens& pens) {
  Chart chart;
  auto& block = chart.block;
  block.width_mm = width_mm;
  double y = 0;
  if (spec.series.size() > 1) {
    const auto names = series_legend(spec.series, width_mm, pens);
    place(names, {0, 0}, block.items);
    y = names.height_mm + 1.5;
  }
  const auto lanes = lanes_of(spec, width_mm, pens);
  const double top = y;
  const double end = top + lanes.pitch * static_cast<double>(spec.rows.size());
  if (spec.limit && !spec.rows.empty()) add_limit(block, spec, top, end, lanes, pens);
  for (std::size_t i = 0; i < spec.rows.size(); ++i, y += lanes.pitch)
    add_row(chart, spec, i, y, lanes, pens);
  if (spec.limit && !spec.rows.empty()) y += pens.line_mm() * 1.2;
  block.height_mm = y;
  chart.table = table_of(spec, pens);
  return chart;
}

}  // namespace nahraum::scene
