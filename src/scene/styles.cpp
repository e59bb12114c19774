#include "scene/styles.hpp"

namespace nahraum::scene {
namespace {

StreetLook street(double width, double min_mm, double casing_mm, double max_denominator = 1e12) {
  return {width, min_mm, casing_mm, {}, {}, {}, max_denominator};
}

std::array<StreetLook, street_class_count> widths() {
  std::array<StreetLook, street_class_count> looks;
  const auto at = [&](StreetClass c) -> StreetLook& { return looks[static_cast<int>(c)]; };
  at(StreetClass::steps) = street(2.2, 0.7, 0.3, 12500);
  at(StreetClass::path) = street(0.9, 0.26, 0.4, 20000);
  at(StreetClass::path).dash_mm = {0.9, 0.6};
  at(StreetClass::cycleway) = street(1.1, 0.26, 0.4, 12500);
  at(StreetClass::cycleway).dash_mm = {1.4, 0.6};
  at(StreetClass::track) = street(2.0, 0.3, 0.3, 25000);
  at(StreetClass::service) = street(3.6, 0.3, 0.24, 12500);
  at(StreetClass::pedestrian) = street(5.0, 0.45, 0.3, 30000);
  at(StreetClass::residential) = street(6.0, 0.42, 0.3, 40000);
  at(StreetClass::tertiary) = street(8.0, 0.62, 0.34, 80000);
  at(StreetClass::secondary) = street(10.5, 0.85, 0.38);
  at(StreetClass::primary) = street(13.0, 1.05, 0.42);
  at(StreetClass::motorway) = street(17.0, 1.2, 0.46);
  return looks;
}

AreaLook& look(Style& style, model::AreaKind kind) {
  return style.areas[static_cast<std::size_t>(kind)];
}

}  // namespace

void set_streets(Style& style, const std::array<StreetColors, street_class_count>& colors) {
  style.streets = widths();
  for (std::size_t i = 0; i < colors.size(); ++i) {
    style.streets[i].fill = color(colors[i].fill);
    style.streets[i].casing = color(colors[i].casing);
  }
}

void set_areas(Style& style, const std::array<AreaColors, area_kind_count>& colors) {
  for (std::size_t i = 0; i < colors.size(); ++i) {
    style.areas[i].fill = color(colors[i].fill);
    if (colors[i].edge != nullptr) style.areas[i].edge = color(colors[i].edge);
  }
  look(style, model::AreaKind::garden).max_denominator = 20000;
  look(style, model::AreaKind::playground).max_denominator = 15000;
  look(style, model::AreaKind::pitch).max_denominator = 25000;
  look(style, model::AreaKind::parking).max_denominator = 12500;
}

void set_textures(Style& style, const Textures& colors) {
  const auto set = [&](model::AreaKind kind, const char* tint, double spacing, Pattern pattern) {
    look(style, kind).texture = Hatch{color(tint), spacing, 0.2, 0, pattern};
  };
  set(model::AreaKind::wood, colors.wood, 3.0, Pattern::rings);
  set(model::AreaKind::park, colors.park, 4.2, Pattern::tufts);
  set(model::AreaKind::cemetery, colors.cemetery, 3.6, Pattern::crosses);
}

std::array<GroupLook, model::group_count> coloured_groups() {
  return {{{color("#7a4a1e"), Plate::house},
           {color("#c2570c"), Plate::square},
           {color("#b5173f"), Plate::octagon},
           {color("#6b3fa0"), Plate::hexagon},
           {color("#0a5ea8"), Plate::circle},
           {color("#0e7c86"), Plate::bubble},
           {color("#2e7d1e"), Plate::leaf},
           {color("#3a3f47"), Plate::shield}}};
}

}  // namespace nahraum::scene
