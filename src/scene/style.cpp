#include "scene/style.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "scene/layers.hpp"
#include "scene/styles.hpp"

namespace nahraum::scene {
namespace {

using Names = std::initializer_list<std::string_view>;

bool any_of(std::string_view value, Names names) {
  return std::find(names.begin(), names.end(), value) != names.end();
}

}  // namespace

StreetClass street_class(const model::Tags& tags) {
  const auto kind = tags.get("highway");
  if (kind == "steps") return StreetClass::steps;
  if (any_of(kind, {"footway", "path", "bridleway", "corridor"})) return StreetClass::path;
  if (kind == "cycleway") return StreetClass::cycleway;
  if (kind == "track") return StreetClass::track;
  if (any_of(kind, {"pedestrian", "platform"})) return StreetClass::pedestrian;
  if (any_of(kind, {"residential", "living_street", "unclassified", "road"})) {
    return StreetClass::residential;
  }
  if (any_of(kind, {"tertiary", "tertiary_link"})) return StreetClass::tertiary;
  if (any_of(kind, {"secondary", "secondary_link"})) return StreetClass::secondary;
  if (any_of(kind, {"primary", "primary_link", "trunk_link", "motorway_link"})) {
    return StreetClass::primary;
  }
  if (any_of(kind, {"motorway", "trunk"})) return StreetClass::motorway;
  return kind == "service" ? StreetClass::service : StreetClass::path;
}

bool is_pavement(const model::Tags& tags) {
  return any_of(tags.get("footway"), {"sidewalk", "crossing", "traffic_island", "link"}) ||
         any_of(tags.get("path"), {"sidewalk", "crossing"}) ||
         any_of(tags.get("cycleway"), {"crossing"});
}

Style style_for(Theme theme) {
  static const std::array<Style, all_themes.size()> styles{light(), dark(), high_contrast(),
                                                           black_and_white()};
  return styles[static_cast<std::size_t>(theme)];
}

namespace {

std::optional<Plate> plate_of(std::string_view shape) {
  static constexpr std::pair<std::string_view, Plate> names[] = {
      {"house", Plate::house},      {"square", Plate::square},   {"rounded_square", Plate::square},
      {"octagon", Plate::octagon},  {"hexagon", Plate::hexagon}, {"circle", Plate::circle},
      {"bubble", Plate::bubble},    {"leaf", Plate::leaf},       {"shield", Plate::shield},
      {"triangle", Plate::triangle}};
  for (const auto& [name, plate] : names) {
    if (name == shape) return plate;
  }
  return std::nullopt;
}

/// The catalogue may be edited by hand: what is no colour is not one, without a fuss.
bool is_color(std::string_view hex) {
  return hex.size() == 7 && hex[0] == '#' &&
         hex.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

}  // namespace

Style style_for(Theme theme, const model::Catalogue& catalogue) {
  Style style = style_for(theme);
  for (std::size_t i = 0; i < catalogue.groups.size(); ++i) {
    const auto& group = catalogue.groups[i];
    if (is_color(group.colour) && theme != Theme::bw)
      style.groups[i].color = color(group.colour.c_str());
    if (const auto plate = plate_of(group.shape)) style.groups[i].plate = *plate;
  }
  return style;
}

std::vector<BandLook> band_looks(const Style& style, int count) {
  static constexpr std::array<std::array<std::size_t, 5>, 5> picks = {
      {{1}, {1, 2}, {0, 1, 2}, {0, 1, 2, 3}, {0, 1, 2, 3, 4}}};
  std::vector<BandLook> looks;
  const int n = std::clamp(count, 1, 5);
  for (int i = 0; i < count; ++i) {
    const auto pick = picks[static_cast<std::size_t>(n - 1)][std::min(i, n - 1)];
    const bool widest = i + 1 == count && i > 0;
    looks.push_back({with_alpha(style.bands[pick], style.band_alpha), style.band_hatches[pick],
                     widest ? mm_wide(style.accent, 0.3, {1.8, 0.9})
                            : mm_wide(with_alpha(style.band_edge, 0.8), 0.2)});
  }
  return looks;
}

namespace {

double luminance(Color c) {
  const auto channel = [](std::uint8_t byte) {
    const double v = byte / 255.0;
    return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(c.r) + 0.7152 * channel(c.g) + 0.0722 * channel(c.b);
}

}  // namespace

double contrast(Color a, Color b) {
  const double la = luminance(a), lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

Color over(Color c, Color ground) {
  const double alpha = c.a / 255.0;
  const auto mix = [&](std::uint8_t x, std::uint8_t y) {
    return static_cast<std::uint8_t>(std::lround(x * alpha + y * (1 - alpha)));
  };
  return {mix(c.r, ground.r), mix(c.g, ground.g), mix(c.b, ground.b)};
}

Color stepped_back(Color text, Color ground) {
  Color paler = text;
  for (int percent = 98; percent >= 60; percent -= 2) {
    const Color next = over(with_alpha(text, percent / 100.0), ground);
    if (contrast(next, ground) < 4.6) break;
    paler = next;
  }
  return paler;
}

}  // namespace nahraum::scene
