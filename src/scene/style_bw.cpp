#include "scene/styles.hpp"

namespace nahraum::scene {
namespace {

void set_ground(Style& s) {
  s.theme = Theme::bw;
  s.ground = color("#ffffff");
  s.building = color("#f0f0f0"), s.building_edge = color("#a8a8a8");
  s.home = color("#dcdcdc"), s.home_edge = color("#808080");
  s.water = color("#e4e4e4"), s.water_edge = color("#6e6e6e");
  s.rail = color("#6e6e6e"), s.rail_gap = color("#ffffff");
  s.barrier = color("#b8b8b8"), s.hedge = color("#a0a0a0");
  s.district = color("#000000");
  s.rung = color("#6e6e6e"), s.zebra = color("#808080"), s.pavement = color("#b8b8b8");
  s.bridge_edge = color("#5a5a5a"), s.bridge_deck = color("#ffffff");
  s.furniture = color("#4a4a4a");
  s.label = s.label_place = color("#000000");
  s.label_water = s.label_green = color("#2b2b2b");
  s.label_house = color("#3d3d3d");
  s.halo = color("#ffffff");
  s.label_halo_mm = 0.55;
}

/// A copy keeps no greys apart: bands are dots that get sparser with the distance.
void set_results(Style& s) {
  s.bands = {color("#9a9a9a"), color("#b8b8b8"), color("#d2d2d2"), color("#e6e6e6"),
             color("#f4f4f4")};
  const auto dots = [](double spacing_mm, double width_mm) {
    return Hatch{color("#5a5a5a"), spacing_mm, width_mm, 0, Pattern::dots};
  };
  s.band_hatches = {dots(0.8, 0.34), dots(1.1, 0.32), dots(1.6, 0.3), dots(2.3, 0.3),
                    dots(3.2, 0.3)};
  s.band_edge = color("#000000");
  s.classes = {color("#ffffff"), color("#e4e4e4"), color("#c6c6c6"), color("#a0a0a0"),
               color("#747474")};
  const auto lines = [](double spacing_mm) {
    return Hatch{color("#2b2b2b"), spacing_mm, 0.2, 135};
  };
  s.class_hatches = {lines(4.4), lines(2.9), lines(1.9), lines(1.25), lines(0.8)};
  s.class_edge = color("#000000");
  s.count = color("#000000"), s.on_count = color("#ffffff");
  s.gap = s.good = s.sufficient = s.unsure = color("#000000");
  s.good_pale = color("#ffffff");
  s.unknown = color("#5a5a5a"), s.unknown_fill = color("#ffffff");
  s.gain = color("#000000"), s.gain_pale = color("#a0a0a0");
  s.loss = color("#4a4a4a"), s.loss_pale = color("#ececec");
  s.still_fill = color("#d2d2d2");
  s.route = s.accent = s.note = s.ink = color("#000000");
  s.delay = color("#3d3d3d");
  s.ink_soft = color("#333333");
  s.hairline = color("#8a8a8a"), s.paper = color("#ffffff");
  s.rim = s.on_group = s.on_mark = color("#ffffff");
}

}  // namespace

Style black_and_white() {
  Style s;
  set_ground(s);
  set_results(s);
  set_streets(s, {{{"#ffffff", "#8a8a8a"},
                   {"#8a8a8a", "#ffffff"},
                   {"#9a9a9a", "#ffffff"},
                   {"#ffffff", "#b0b0b0"},
                   {"#ffffff", "#b8b8b8"},
                   {"#ffffff", "#a0a0a0"},
                   {"#ffffff", "#a0a0a0"},
                   {"#ffffff", "#8a8a8a"},
                   {"#ffffff", "#747474"},
                   {"#ffffff", "#5a5a5a"},
                   {"#ffffff", "#404040"}}});
  std::array<AreaColors, area_kind_count> areas{};
  areas.fill({"#ffffff", nullptr});
  const auto at = [&](model::AreaKind kind) -> AreaColors& {
    return areas[static_cast<std::size_t>(kind)];
  };
  using K = model::AreaKind;
  at(K::water) = {"#e4e4e4", "#6e6e6e"};
  for (const auto kind : {K::park, K::allotments, K::cemetery, K::playground, K::pitch, K::school})
    at(kind).edge = "#c0c0c0";
  for (const auto kind : {K::square, K::pedestrian, K::parking})
    at(kind).edge = "#d2d2d2";
  set_areas(s, areas);
  set_textures(s, {"#9a9a9a", "#b0b0b0", "#9a9a9a"});
  s.groups = coloured_groups();
  for (auto& group : s.groups)
    group.color = color("#1a1a1a");
  return s;
}

}  // namespace nahraum::scene
