#include "scene/charts/corners.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "scene/charts/dots.hpp"

namespace nahraum::scene {
namespace {

using base::tr;

double sum_of(const CornerPoint& point) {
  return std::accumulate(point.parts.begin(), point.parts.end(), 0.0);
}

constexpr double largest_mm = 3.2;  ///< radius of the point with the most offers

/// Points of one sector touch both sides of their corner.
geo::Point mean_of(const CornerPoint& point, const geo::Box& whole) {
  const auto square = whole.grown(-largest_mm);
  const std::array<geo::Point, 4> at{{{square.min_x, square.min_y},
                                      {square.max_x, square.min_y},
                                      {square.min_x, square.max_y},
                                      {square.max_x, square.max_y}}};
  geo::Point mean{0, 0};
  for (std::size_t i = 0; i < at.size(); ++i) {
    mean.x += at[i].x * point.parts[i] / sum_of(point);
    mean.y += at[i].y * point.parts[i] / sum_of(point);
  }
  return mean;
}

void add_square(Block& block, const geo::Box& square, const CornersSpec& spec,
                const ChartPens& pens) {
  add_quarters(block, square, pens.style);
  const double room = block.width_mm / 2 - 2;
  for (std::size_t i = 0; i < spec.corners.size(); ++i) {
    const bool right = i % 2 == 1, lower = i >= 2;
    const double y = lower ? square.max_y + pens.line_mm() : square.min_y - pens.line_mm() * 0.35;
    block.items.push_back(line_of(pens.fitted(spec.corners[i], pens.strong(), room), pens.strong(),
                                  {right ? square.max_x : square.min_x, y},
                                  right ? Align::right : Align::left));
  }
}

/// By area: a point of four times the offers is twice as wide.
std::vector<Dot> dots_of(const CornersSpec& spec, const geo::Box& square) {
  double most = 0;
  for (const auto& point : spec.points)
    most = std::max(most, sum_of(point));
  std::vector<Dot> dots;
  for (const auto& point : spec.points) {
    const double sum = sum_of(point);
    if (sum <= 0) continue;
    dots.push_back({point.id, point.name, mean_of(point, square),
                    std::max(1.0, largest_mm * std::sqrt(sum / most)), 0, false, 0});
  }
  return dots;
}

std::string without_offers(const CornersSpec& spec) {
  std::string names;
  for (const auto& point : spec.points) {
    if (sum_of(point) <= 0) names += (names.empty() ? "" : ", ") + point.name;
  }
  return names.empty() ? "" : fmt::format(fmt::runtime(tr("No offer: {0}")), names);
}

ChartTable table_of(const CornersSpec& spec, const ChartPens& pens) {
  ChartTable table;
  table.head = {spec.first};
  table.head.insert(table.head.end(), spec.corners.begin(), spec.corners.end());
  for (const auto& point : spec.points) {
    std::vector<std::string> row{point.name};
    for (const double part : point.parts)
      row.push_back(base::format_number(part, 0, pens.language));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

Chart corners(const CornersSpec& spec, double width_mm, const ChartPens& pens) {
  Chart chart;
  auto& block = chart.block;
  block.width_mm = width_mm;
  const double aside = 3.5, top = pens.line_mm() * 1.4;
  const geo::Box square{aside, top, width_mm - aside, top + width_mm - 2 * aside};
  add_square(block, square, spec, pens);
  const auto dots = dots_of(spec, square);
  const auto listed = add_dots(chart, dots, square, {}, pens);
  const auto below = stacked({dot_list(dots, listed, width_mm, pens),
                              paragraph(without_offers(spec), pens.soft(), width_mm, pens.measure)},
                             1);
  block.height_mm = square.max_y + pens.line_mm() * 1.5;
  if (below.height_mm > 0) {
    place(below, {0, block.height_mm + 0.5}, block.items);
    block.height_mm += below.height_mm + 1;
  }
  chart.table = table_of(spec, pens);
  return chart;
}

}  // namespace nahraum::scene
