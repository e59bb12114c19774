#include "scene/scale_bar.hpp"

#include <cmath>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "geo/crs.hpp"

namespace nahraum::scene {
namespace {

using base::tr;

std::string length_text(double metres) {
  return metres >= 1000 ? base::format_number(metres / 1000,
                                              metres < 10000 && std::fmod(metres, 1000) > 0 ? 1 : 0,
                                              base::language()) +
                              " km"
                        : base::format_number(metres, 0, base::language()) + " m";
}

}  // namespace

GridTruth grid_truth(int epsg, geo::Point at) {
  const auto projection = geo::Projection::to_epsg(epsg);
  if (!projection) return {};
  constexpr double step_m = 1000;
  const auto here = projection->inverse(at);
  const auto north = projection->inverse({at.x, at.y + step_m});
  const auto east = projection->inverse({at.x + step_m, at.y});
  const double to_north = geo::geodesic_distance(here, north);
  const double to_east = geo::geodesic_distance(here, east);
  const double mean = (to_north + to_east) / 2;
  if (!std::isfinite(mean) || mean <= 0) return {};
  const double eastwards = (north.lon - here.lon) * std::cos(here.lat * M_PI / 180);
  return {step_m / mean, std::atan2(eastwards, north.lat - here.lat) * 180 / M_PI};
}

double round_length_m(double denominator, double grid_per_ground, double max_mm) {
  const double longest = max_mm / 1000 * denominator / grid_per_ground;
  const double decade = std::pow(10, std::floor(std::log10(longest)));
  for (const double step : {5.0, 2.0}) {
    if (step * decade <= longest) return step * decade;
  }
  return decade;
}

Block scale_bar(double denominator, const GridTruth& truth, double max_mm, const Type& type,
                const Style& style, const TextMeasure& measure) {
  const double length_m = round_length_m(denominator, truth.grid_per_ground, max_mm);
  const double length_mm = length_m * truth.grid_per_ground * 1000 / denominator;
  constexpr double high = 1.2;
  constexpr int fields = 4;
  Block bar;
  for (int i = 0; i < fields; ++i) {
    geo::Box box;
    box.add(geo::Point{length_mm * i / fields, 0});
    box.add(geo::Point{length_mm * (i + 1) / fields, high});
    bar.items.push_back(rectangle(box, i % 2 == 0 ? style.ink : style.paper));
  }
  Stroke edge;
  edge.color = style.ink;
  edge.width = 0.18;
  edge.round = false;
  geo::Box whole;
  whole.add(geo::Point{0, 0});
  whole.add(geo::Point{length_mm, high});
  bar.items.push_back(rectangle(whole, {}, edge));
  const auto size = measure(line_of("0", type, {}));
  const double baseline = high + 0.4 + size.ascent_mm;
  bar.items.push_back(line_of("0", type, {0, baseline}));
  bar.items.push_back(
      line_of(length_text(length_m / 2), type, {length_mm / 2, baseline}, Align::centre));
  bar.items.push_back(line_of(length_text(length_m), type, {length_mm, baseline}, Align::centre));
  bar.width_mm = length_mm + measure(line_of(length_text(length_m), type, {})).width_mm / 2;
  bar.height_mm = high + 0.4 + size.height_mm;
  return bar;
}

Block north_arrow(double height_mm, const Type& type, const Style& style) {
  const double letter_mm = type.size_pt * 25.4 / 72 * 0.75;
  const double half = (height_mm - letter_mm - 1) * 0.3;
  const double top = letter_mm + 1;
  Block arrow;
  arrow.width_mm = 2 * half;
  arrow.height_mm = height_mm;
  const geo::Point tip{half, top};
  const geo::Point foot{half, height_mm - (height_mm - top) * 0.22};
  Stroke edge;
  edge.color = style.ink;
  edge.width = 0.18;
  Fill left{{{{tip, foot, {0, height_mm}, tip}, {}}}, style.ink, {}, edge};
  Fill right{{{{tip, {2 * half, height_mm}, foot, tip}, {}}}, style.paper, {}, edge};
  arrow.items = {left, right, line_of("N", type, {half, letter_mm}, Align::centre)};
  return arrow;
}

std::string north_note(const GridTruth& truth) {
  const double off = std::abs(truth.grid_north_deg);
  if (off < 0.05) return tr("Up is grid north, which here is true north.");
  const auto degrees = base::format_number(off, 1, base::language());
  const char* form = truth.grid_north_deg > 0
                         ? tr("Up is grid north; true north lies {}° further west.")
                         : tr("Up is grid north; true north lies {}° further east.");
  return fmt::format(fmt::runtime(form), degrees);
}

std::string scale_text(double denominator) {
  return "1:" + base::format_number(denominator, 0, base::language());
}

}  // namespace nahraum::scene
