#include "scene/charts/network.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "scene/charts/dots.hpp"

namespace nahraum::scene {
namespace {

using base::tr;

constexpr double margin_mm = 6;

geo::Box square_of(const NetworkSpec& spec, double width_mm, const ChartPens& pens) {
  const bool named = spec.series.size() > 1;
  const double top = named ? series_legend(spec.series, width_mm, pens).height_mm + 1.5 : 0;
  return {0, top, width_mm, top + width_mm};
}

geo::Point place_in(const geo::Box& square, geo::Point at) {
  const double half = square.width() / 2 - margin_mm;
  return {square.centre().x + at.x * half, square.centre().y + at.y * half};
}

void add_rings(Block& block, const geo::Box& square, const NetworkSpec& spec,
               const ChartPens& pens) {
  const double half = square.width() / 2 - margin_mm;
  for (const double radius : spec.rings) {
    Polyline ring{geo::circle(square.centre(), radius * half, 96), {}};
    ring.stroke.color = pens.style.hairline;
    ring.stroke.width = 0.25;
    block.items.push_back(std::move(ring));
  }
}

void add_tie(Block& block, const geo::Box& square, const NetworkSpec& spec, const NetworkTie& tie,
             const ChartPens& pens) {
  if (tie.a >= spec.nodes.size() || tie.b >= spec.nodes.size()) return;
  const auto a = place_in(square, spec.nodes[tie.a].at), b = place_in(square, spec.nodes[tie.b].at);
  auto line = segment(a, b, tie.missing ? pens.style.gap : pens.style.ink_soft,
                      tie.missing ? 0.35 : 0.3 * std::clamp(tie.strength, 1, 3));
  if (tie.missing) line.stroke.dash_mm = {1.2, 1};
  block.items.push_back(line);
  if (!tie.bridge) return;
  const double length = std::max(1e-9, geo::distance(a, b));
  const geo::Point across{-(b.y - a.y) / length * 1.6, (b.x - a.x) / length * 1.6};
  const geo::Point middle{(a.x + b.x) / 2, (a.y + b.y) / 2};
  block.items.push_back(segment({middle.x - across.x, middle.y - across.y},
                                {middle.x + across.x, middle.y + across.y}, pens.style.ink, 0.6));
}

std::vector<Dot> dots_of(const NetworkSpec& spec, const geo::Box& square) {
  std::vector<Dot> dots;
  for (const auto& node : spec.nodes)
    dots.push_back({node.id, node.name, place_in(square, node.at), 1.7, node.series, node.isolated,
                    node.articulation ? 0.9 : 0});
  return dots;
}

void add_articulation_rings(Block& block, const geo::Box& square, const NetworkSpec& spec,
                            const ChartPens& pens) {
  for (const auto& node : spec.nodes) {
    if (!node.articulation) continue;
    Polyline ring{geo::circle(place_in(square, node.at), 2.6, 40), {}};
    ring.stroke.color = pens.style.ink;
    ring.stroke.width = 0.4;
    block.items.push_back(std::move(ring));
  }
}

std::vector<std::string> partners(const NetworkSpec& spec, std::size_t node, bool missing) {
  std::vector<std::string> names;
  for (const auto& tie : spec.ties) {
    if (tie.missing != missing || tie.a >= spec.nodes.size() || tie.b >= spec.nodes.size())
      continue;
    if (tie.a == node) names.push_back(spec.nodes[tie.b].name);
    if (tie.b == node) names.push_back(spec.nodes[tie.a].name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const auto& name : names)
    all += (all.empty() ? "" : ", ") + name;
  return all;
}

ChartTable table_of(const NetworkSpec& spec) {
  ChartTable table;
  table.head = {spec.first, tr("Ties"), tr("Tied to"), tr("Missing ties"),
                tr("Part in the network")};
  for (std::size_t i = 0; i < spec.nodes.size(); ++i) {
    const auto& node = spec.nodes[i];
    const auto tied = partners(spec, i, false);
    std::string part;
    if (node.articulation) part = tr("holds parts together");
    if (node.isolated) part = tr("without ties");
    table.rows.push_back({node.name, std::to_string(tied.size()), joined(tied),
                          joined(partners(spec, i, true)), part});
  }
  return table;
}

}  // namespace

geo::Point network_place(const NetworkSpec& spec, double width_mm, const ChartPens& pens,
                         geo::Point at_mm) {
  const auto square = square_of(spec, width_mm, pens);
  const double half = square.width() / 2 - margin_mm;
  return {std::clamp((at_mm.x - square.centre().x) / half, -1.0, 1.0),
          std::clamp((at_mm.y - square.centre().y) / half, -1.0, 1.0)};
}

Chart network(const NetworkSpec& spec, double width_mm, const ChartPens& pens) {
  Chart chart;
  auto& block = chart.block;
  block.width_mm = width_mm;
  if (spec.series.size() > 1)
    place(series_legend(spec.series, width_mm, pens), {0, 0}, block.items);
  const auto square = square_of(spec, width_mm, pens);
  add_rings(block, square, spec, pens);
  for (const auto& tie : spec.ties)
    add_tie(block, square, spec, tie, pens);
  add_articulation_rings(block, square, spec, pens);
  const auto dots = dots_of(spec, square);
  const auto listed = add_dots(chart, dots, square, {}, pens);
  const auto below = dot_list(dots, listed, width_mm, pens);
  block.height_mm = square.max_y;
  if (below.height_mm > 0) {
    place(below, {0, block.height_mm + 1}, block.items);
    block.height_mm += below.height_mm + 1;
  }
  chart.table = table_of(spec);
  return chart;
}

}  // namespace nahraum::scene
