#include "scene/style.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace nahraum::scene {
namespace {

using Names = std::initializer_list<std::string_view>;

bool any_of(std::string_view value, Names names) {
  return std::find(names.begin(), names.end(), value) != names.end();
}

StreetLook street(double width, double min_mm, double casing_mm, const char* fill,
                  const char* casing, double max_denominator = 1e12) {
  return {width, min_mm, casing_mm, color(fill), color(casing), {}, max_denominator};
}

std::array<StreetLook, street_class_count> light_streets() {
  std::array<StreetLook, street_class_count> looks;
  const auto at = [&](StreetClass c) -> StreetLook& { return looks[static_cast<int>(c)]; };
  at(StreetClass::steps) = street(2.2, 0.7, 0.3, "#ffffff", "#cdc6bb", 12500);
  at(StreetClass::path) = street(0.9, 0.26, 0.4, "#cbbda6", "#fbfaf7", 20000);
  at(StreetClass::path).dash_mm = {0.9, 0.6};
  at(StreetClass::cycleway) = street(1.1, 0.26, 0.4, "#bfc6cc", "#fbfaf7", 12500);
  at(StreetClass::cycleway).dash_mm = {1.4, 0.6};
  at(StreetClass::track) = street(2.0, 0.3, 0.3, "#fdfcf9", "#d9d3c6", 25000);
  at(StreetClass::service) = street(3.6, 0.3, 0.24, "#ffffff", "#ddd8cf", 12500);
  at(StreetClass::pedestrian) = street(5.0, 0.45, 0.3, "#fdfaf4", "#d8cfc1", 30000);
  at(StreetClass::residential) = street(6.0, 0.42, 0.3, "#ffffff", "#d6d0c6", 40000);
  at(StreetClass::tertiary) = street(8.0, 0.62, 0.34, "#ffffff", "#cfc8bc", 80000);
  at(StreetClass::secondary) = street(10.5, 0.85, 0.38, "#ffffff", "#c8c0b2");
  at(StreetClass::primary) = street(13.0, 1.05, 0.42, "#fffdf6", "#c2b9a9");
  at(StreetClass::motorway) = street(17.0, 1.2, 0.46, "#fbf3e2", "#b9ae9a");
  return looks;
}

/// Colours and shapes of assets/catalogue: white glyphs at 4.5:1, told apart without colour.
std::array<GroupLook, model::group_count> light_groups() {
  return {{{color("#7a4a1e"), Plate::house},
           {color("#c2570c"), Plate::square},
           {color("#b5173f"), Plate::octagon},
           {color("#6b3fa0"), Plate::hexagon},
           {color("#0a5ea8"), Plate::circle},
           {color("#0e7c86"), Plate::bubble},
           {color("#2e7d1e"), Plate::leaf},
           {color("#3a3f47"), Plate::shield}}};
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

AreaLook Style::area(model::AreaKind kind) const {
  using K = model::AreaKind;
  switch (kind) {
    case K::water:
      return {water, water_edge};
    case K::wetland:
      return {color("#dbe7e2"), {}};
    case K::wood:
      return {color("#d3e0c6"), {}};
    case K::park:
      return {color("#dceacd"), color("#c7dab5")};
    case K::grass:
      return {color("#e4edd8"), {}};
    case K::garden:
      return {color("#e4ebd6"), {}, 20000};
    case K::allotments:
      return {color("#e0e8d0"), color("#d0dbbd")};
    case K::cemetery:
      return {color("#d8e3d1"), color("#c3d3ba")};
    case K::farmland:
      return {color("#f2efe2"), {}};
    case K::playground:
      return {color("#e6ecd2"), color("#cddcb6"), 15000};
    case K::pitch:
      return {color("#d9e6d0"), color("#c3d6b9"), 25000};
    case K::residential:
      return {color("#f0ede6"), {}};
    case K::retail:
      return {color("#f3ebe3"), {}};
    case K::industrial:
      return {color("#ebe9e9"), {}};
    case K::railway:
      return {color("#eae7e3"), {}};
    case K::school:
      return {color("#f2ecdf"), color("#e4dbc8")};
    case K::parking:
      return {color("#efedea"), color("#dedad4"), 12500};
    case K::square:
    case K::pedestrian:
      return {color("#fbfaf6"), color("#ddd6ca")};
    case K::sand:
      return {color("#f3ecd8"), {}};
  }
  return {ground, {}};
}

Style light_style() {
  Style style;
  style.streets = light_streets();
  style.groups = light_groups();
  return style;
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

Style light_style(const model::Catalogue& catalogue) {
  Style style = light_style();
  for (std::size_t i = 0; i < catalogue.groups.size(); ++i) {
    const auto& group = catalogue.groups[i];
    if (is_color(group.colour)) style.groups[i].color = color(group.colour.c_str());
    if (const auto plate = plate_of(group.shape)) style.groups[i].plate = *plate;
  }
  return style;
}

std::vector<Color> band_colors(const Style& style, int count) {
  static constexpr std::array<std::array<int, 5>, 5> picks = {
      {{1}, {1, 2}, {0, 1, 2}, {0, 1, 2, 3}, {0, 1, 2, 3, 4}}};
  std::vector<Color> colors;
  colors.reserve(static_cast<std::size_t>(std::max(0, count)));
  const int n = std::clamp(count, 1, 5);
  for (int i = 0; i < count; ++i)
    colors.push_back(style.blues[picks[n - 1][std::min(i, n - 1)]]);
  return colors;
}

}  // namespace nahraum::scene
