#include "scene/styles.hpp"

namespace nahraum::scene {
namespace {

void set_ground(Style& s) {
  s.theme = Theme::contrast;
  s.ground = color("#ffffff");
  s.building = color("#dedede"), s.building_edge = color("#767676");
  s.home = color("#ffe3b3"), s.home_edge = color("#8a5a00");
  s.water = color("#b5daf5"), s.water_edge = color("#1f5c8a");
  s.rail = color("#4a4a4a"), s.rail_gap = color("#ffffff");
  s.barrier = color("#8a8a8a"), s.hedge = color("#5c8a45");
  s.district = color("#000000");
  s.faded = 0.5;
  s.rung = color("#3d3d3d"), s.zebra = color("#5a5a5a"), s.pavement = color("#8a8a8a");
  s.bridge_edge = color("#1f1f1f"), s.bridge_deck = color("#ffffff");
  s.furniture = color("#5c3d00");
  s.label = s.label_place = color("#000000");
  s.label_water = color("#003a66"), s.label_green = color("#17430d");
  s.label_house = color("#2b2b2b");
  s.halo = color("#ffffff");
  s.label_halo_mm = 0.6;
}

void set_results(Style& s) {
  s.bands = {color("#003f8a"), color("#1c72c4"), color("#5aa6e6"), color("#a6d0f2"),
             color("#dcecfb")};
  s.band_alpha = 0.5;
  s.band_edge = color("#00306b");
  s.classes = {color("#ffffcc"), color("#a1dab4"), color("#41b6c4"), color("#2c7fb8"),
               color("#253494")};
  s.class_alpha = 0.78;
  s.class_edge = color("#000000");
  s.count = color("#000000"), s.on_count = color("#ffffff");
  s.gap = color("#990000");
  s.good = color("#00569e"), s.good_pale = color("#aed6f5");
  s.sufficient = color("#7a4f00");
  s.unknown = color("#4a4a4a"), s.unknown_fill = color("#ececec");
  s.unsure = color("#8a3f00");
  s.gain = color("#4a2a8a"), s.gain_pale = color("#b2a3e0");
  s.loss = color("#b84700"), s.loss_pale = color("#ffb066");
  s.still_fill = color("#d9d9d9");
  s.route = color("#00306b"), s.delay = color("#b84700");
  s.accent = color("#00377a");
  s.note = color("#000000");
  s.ink = color("#000000"), s.ink_soft = color("#2b2b2b");
  s.hairline = color("#5a5a5a"), s.paper = color("#ffffff");
  s.rim = s.on_group = s.on_mark = color("#ffffff");
}

}  // namespace

Style high_contrast() {
  Style s;
  set_ground(s);
  set_results(s);
  set_streets(s, {{{"#ffffff", "#3d3d3d"},
                   {"#7a5f33", "#ffffff"},
                   {"#4a6173", "#ffffff"},
                   {"#ffffff", "#8a7a55"},
                   {"#ffffff", "#8a8a8a"},
                   {"#fff6e0", "#7a7a7a"},
                   {"#ffffff", "#6b6b6b"},
                   {"#ffffff", "#555555"},
                   {"#ffffff", "#3d3d3d"},
                   {"#fff2b8", "#2b2b2b"},
                   {"#ffe08a", "#1f1f1f"}}});
  set_areas(s, {{{"#b5daf5", "#1f5c8a"}, {"#d3ebe4", nullptr},   {"#bfe0aa", nullptr},
                 {"#cdeeb8", "#4f8a33"}, {"#e0f3d0", nullptr},   {"#e4f3d8", nullptr},
                 {"#dcefc8", "#6b9a4a"}, {"#cfe6c8", "#4f8a4a"}, {"#fbf6dd", nullptr},
                 {"#e8f3c4", "#7a9a3d"}, {"#cdebc2", "#4f8a45"}, {"#f7f7f5", nullptr},
                 {"#fbf0e4", nullptr},   {"#eeeeee", nullptr},   {"#ececec", nullptr},
                 {"#fbf1d8", "#b39a5a"}, {"#f2f2f2", "#b3b3b3"}, {"#ffffff", "#8a8a8a"},
                 {"#ffffff", "#8a8a8a"}, {"#fbf0cf", nullptr}}});
  set_textures(s, {"#7fb562", "#8fc470", "#6fa566"});
  s.groups = coloured_groups();
  return s;
}

}  // namespace nahraum::scene
