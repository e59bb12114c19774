#include "scene/charts/matrix.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "scene/charts/dots.hpp"

namespace nahraum::scene {
namespace {

using base::tr;

geo::Box field_of(const MatrixSpec& spec, double width_mm, const ChartPens& pens) {
  const bool named = spec.series.size() > 1;
  const double top = named ? series_legend(spec.series, width_mm, pens).height_mm + 2 : 0.5;
  const double left = pens.line_mm() * 1.6;
  const double side = width_mm - left - 0.5;
  return {left, top, left + side, top + side};
}

geo::Point place_in(const geo::Box& field, double high, double x, double y) {
  return {field.min_x + field.width() * x / high, field.max_y - field.height() * y / high};
}

void add_fields(Block& block, const geo::Box& field, const MatrixSpec& spec,
                const ChartPens& pens) {
  add_quarters(block, field, pens.style);
  const double room = field.width() / 2 - 3;
  for (std::size_t i = 0; i < spec.fields.size(); ++i) {
    const bool right = i % 2 == 1, upper = i >= 2;
    const double x = right ? field.max_x - 1.5 : field.min_x + 1.5;
    const double y = upper ? field.min_y + pens.line_mm() : field.max_y - pens.line_mm() * 0.5;
    auto type = pens.soft();
    type.italic = true;
    block.items.push_back(line_of(pens.fitted(spec.fields[i], type, room), type, {x, y},
                                  right ? Align::right : Align::left));
  }
}

void add_axes(Block& block, const geo::Box& field, const MatrixSpec& spec, const ChartPens& pens) {
  const double baseline = field.max_y + pens.line_mm();
  const auto high = base::format_number(spec.high, 0, pens.language);
  block.items.push_back(line_of("0", pens.soft(), {field.min_x, baseline}));
  block.items.push_back(line_of(high, pens.soft(), {field.max_x, baseline}, Align::right));
  block.items.push_back(
      line_of(spec.x_name, pens.strong(), {field.centre().x, baseline}, Align::centre));
  auto upward = line_of(spec.y_name, pens.strong(),
                        {field.min_x - pens.line_mm() * 0.5, field.centre().y}, Align::centre);
  upward.angle_deg = 90;
  block.items.push_back(upward);
}

void add_whiskers(Block& block, const geo::Box& field, const MatrixSpec& spec,
                  const ChartPens& pens) {
  for (const auto& point : spec.points) {
    const auto whisker = [&](geo::Point a, geo::Point b) {
      block.items.push_back(segment(a, b, pens.style.ink_soft, 0.3));
    };
    if (point.spread_x) {
      whisker(place_in(field, spec.high, point.spread_x->first, point.y),
              place_in(field, spec.high, point.spread_x->second, point.y));
    }
    if (point.spread_y) {
      whisker(place_in(field, spec.high, point.x, point.spread_y->first),
              place_in(field, spec.high, point.x, point.spread_y->second));
    }
  }
}

std::vector<Dot> dots_of(const MatrixSpec& spec, const geo::Box& field) {
  std::vector<Dot> dots;
  for (const auto& point : spec.points) {
    dots.push_back({point.id, point.name, place_in(field, spec.high, point.x, point.y), 1.8,
                    point.series, point.disputed, 0});
  }
  return dots;
}

/// The words of the fields, which names keep off.
std::vector<geo::Box> corners_of(const geo::Box& field, const MatrixSpec& spec,
                                 const ChartPens& pens) {
  std::vector<geo::Box> taken;
  for (std::size_t i = 0; i < spec.fields.size(); ++i) {
    const double width =
        std::min(field.width() / 2, pens.width_of(spec.fields[i], pens.soft()) + 3);
    const double x = i % 2 == 1 ? field.max_x - width : field.min_x;
    const double y = i >= 2 ? field.min_y : field.max_y - pens.line_mm() * 1.4;
    taken.push_back({x, y, x + width, y + pens.line_mm() * 1.4});
  }
  return taken;
}

ChartTable table_of(const MatrixSpec& spec, const ChartPens& pens) {
  ChartTable table;
  table.head = {tr("Name"), spec.x_name, spec.y_name, tr("Field")};
  const auto number = [&](double value) { return base::format_number(value, 1, pens.language); };
  for (const auto& point : spec.points) {
    const std::size_t field =
        (point.x > spec.high / 2 ? 1u : 0u) + (point.y > spec.high / 2 ? 2u : 0u);
    table.rows.push_back({point.name, number(point.x), number(point.y), spec.fields[field]});
  }
  for (const auto& name : spec.unrated)
    table.rows.push_back({name, tr("not rated"), tr("not rated"), ""});
  return table;
}

Block unrated_list(const MatrixSpec& spec, double width_mm, const ChartPens& pens) {
  if (spec.unrated.empty()) return {};
  std::string names;
  for (const auto& name : spec.unrated)
    names += (names.empty() ? "" : ", ") + name;
  return paragraph(fmt::format(fmt::runtime(tr("Not rated: {0}")), names), pens.soft(), width_mm,
                   pens.measure);
}

}  // namespace

geo::Point matrix_place(const MatrixSpec& spec, double width_mm, const ChartPens& pens, double x,
                        double y) {
  return place_in(field_of(spec, width_mm, pens), spec.high, x, y);
}

geo::Point matrix_rating(const MatrixSpec& spec, double width_mm, const ChartPens& pens,
                         geo::Point at_mm) {
  const auto field = field_of(spec, width_mm, pens);
  const double x = (at_mm.x - field.min_x) / field.width() * spec.high;
  const double y = (field.max_y - at_mm.y) / field.height() * spec.high;
  return {std::clamp(x, 0.0, spec.high), std::clamp(y, 0.0, spec.high)};
}

Chart matrix(const MatrixSpec& spec, double width_mm, const ChartPens& pens) {
  Chart chart;
  auto& block = chart.block;
  block.width_mm = width_mm;
  if (spec.series.size() > 1)
    place(series_legend(spec.series, width_mm, pens), {0, 0}, block.items);
  const auto field = field_of(spec, width_mm, pens);
  add_fields(block, field, spec, pens);
  add_axes(block, field, spec, pens);
  add_whiskers(block, field, spec, pens);
  const auto dots = dots_of(spec, field);
  const auto listed = add_dots(chart, dots, field, corners_of(field, spec, pens), pens);
  const auto below =
      stacked({dot_list(dots, listed, width_mm, pens), unrated_list(spec, width_mm, pens)}, 1);
  block.height_mm = field.max_y + pens.line_mm() * 1.5;
  if (below.height_mm > 0) {
    place(below, {0, block.height_mm + 0.5}, block.items);
    block.height_mm += below.height_mm + 1;
  }
  chart.table = table_of(spec, pens);
  return chart;
}

}  // namespace nahraum::scene
