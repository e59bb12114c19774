#include "scene/charts/dots.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace nahraum::scene {
namespace {

bool overlap(const geo::Box& a, const geo::Box& b) {
  return a.min_x < b.max_x && b.min_x < a.max_x && a.min_y < b.max_y && b.min_y < a.max_y;
}

bool within(const geo::Box& inner, const geo::Box& outer) {
  return inner.min_x >= outer.min_x && inner.max_x <= outer.max_x && inner.min_y >= outer.min_y &&
         inner.max_y <= outer.max_y;
}

geo::Box box_of(const Dot& dot) {
  const auto& at = dot.at_mm;
  const double r = dot.radius_mm;
  return {at.x - r, at.y - r, at.x + r, at.y + r};
}

/// Right, left, above, below, and the corners: where a name may stand.
std::array<geo::Box, 8> seats(const Dot& dot, double width, double height) {
  const auto& p = dot.at_mm;
  const double r = dot.radius_mm + dot.around_mm + 0.6, w = width, h = height;
  const auto at = [&](double x, double y) { return geo::Box{x, y, x + w, y + h}; };
  return {at(p.x + r, p.y - h / 2), at(p.x - r - w, p.y - h / 2), at(p.x - w / 2, p.y - r - h),
          at(p.x - w / 2, p.y + r), at(p.x + r, p.y - r - h),     at(p.x - r - w, p.y - r - h),
          at(p.x + r, p.y + r),     at(p.x - r - w, p.y + r)};
}

void add_dot(Chart& chart, const Dot& dot, const ChartPens& pens) {
  const auto look = series_look(pens.style, dot.series);
  Stroke rim;
  rim.color = pens.style.ink;
  rim.width = dot.hollow ? 0.4 : 0.2;
  if (dot.hollow) rim.dash_mm = {0.8, 0.5};
  Fill fill{{{geo::circle(dot.at_mm, dot.radius_mm, 32), {}}},
            dot.hollow ? pens.style.paper : look.fill,
            dot.hollow ? std::nullopt : look.hatch,
            rim};
  chart.block.items.push_back(std::move(fill));
  chart.marks.push_back({"dot " + dot.id, box_of(dot).grown(0.8)});
}

void add_number(Block& block, const Dot& dot, std::size_t number, const ChartPens& pens) {
  auto type = pens.strong();
  auto text = line_of(fmt::format("{}", number), type,
                      {dot.at_mm.x, dot.at_mm.y + pens.line_mm() * 0.28}, Align::centre);
  text.halo = pens.style.paper;
  block.items.push_back(text);
}

}  // namespace

std::vector<std::size_t> add_dots(Chart& chart, const std::vector<Dot>& dots, const geo::Box& area,
                                  std::vector<geo::Box> taken, const ChartPens& pens) {
  for (const auto& dot : dots) {
    add_dot(chart, dot, pens);
    taken.push_back(box_of(dot));
  }
  std::vector<std::size_t> without;
  const double height = pens.line_mm();
  for (std::size_t i = 0; i < dots.size(); ++i) {
    const double width = pens.width_of(dots[i].name, pens.label());
    const auto places = seats(dots[i], width, height);
    const auto seat = std::find_if(places.begin(), places.end(), [&](const geo::Box& box) {
      return within(box, area) && std::none_of(taken.begin(), taken.end(), [&](const auto& other) {
               return overlap(box, other);
             });
    });
    if (seat == places.end()) {
      without.push_back(i);
      add_number(chart.block, dots[i], i + 1, pens);
      continue;
    }
    taken.push_back(*seat);
    auto name = line_of(dots[i].name, pens.label(), {seat->min_x, seat->min_y + height * 0.78});
    name.halo = pens.style.paper;
    chart.block.items.push_back(std::move(name));
  }
  return without;
}

Block dot_list(const std::vector<Dot>& dots, const std::vector<std::size_t>& which, double width_mm,
               const ChartPens& pens) {
  std::string text;
  for (const auto i : which)
    text += fmt::format("{}{}\u00a0{}", text.empty() ? "" : " · ", i + 1, dots[i].name);
  return paragraph(text, pens.soft(), width_mm, pens.measure);
}

}  // namespace nahraum::scene
