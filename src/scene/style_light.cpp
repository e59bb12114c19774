#include "scene/styles.hpp"

namespace nahraum::scene {
namespace {

void set_ground(Style& s) {
  s.ground = color("#f6f4ef");
  s.building = color("#e6e3dd"), s.building_edge = color("#d3cec6");
  s.home = color("#dfd3c4"), s.home_edge = color("#c4b5a2");
  s.water = color("#cbdfe8"), s.water_edge = color("#b4cfdc");
  s.rail = color("#b9b3ab"), s.rail_gap = color("#fbfaf8");
  s.barrier = color("#d5d0c7"), s.hedge = color("#cfdcc0");
  s.district = color("#55566b");
  s.rung = color("#a39a8c"), s.zebra = color("#b9b1a4"), s.pavement = color("#d9cfbf");
  s.bridge_edge = color("#aca596"), s.bridge_deck = color("#ffffff");
  s.furniture = color("#8d7a5f");
  s.label = color("#44434a"), s.label_place = color("#55535e");
  s.label_water = color("#2f6078"), s.label_green = color("#436a39");
  s.label_house = color("#57534c");
  s.halo = color("#fbfaf7");
}

void set_results(Style& s) {
  s.bands = {color("#08519c"), color("#3182bd"), color("#6baed6"), color("#bdd7e7"),
             color("#eff3ff")};
  s.band_alpha = 0.45;
  s.band_edge = color("#08519c");
  s.classes = {color("#ffffcc"), color("#a1dab4"), color("#41b6c4"), color("#2c7fb8"),
               color("#253494")};
  s.class_edge = color("#6d6a74");
  s.count = color("#3a3550"), s.on_count = color("#ffffff");
  s.gap = color("#b30000");
  s.good = color("#2b7bba"), s.good_pale = color("#bfdcec");
  s.sufficient = color("#a87000");
  s.unknown = color("#76747c"), s.unknown_fill = color("#e9e7e4");
  s.unsure = color("#b35806");
  s.gain = color("#5e3c99"), s.gain_pale = color("#b2abd2");
  s.loss = color("#e66101"), s.loss_pale = color("#fdb863");
  s.still_fill = color("#dedbd6");
  s.route = color("#1f4e8c"), s.delay = color("#e66101");
  s.accent = color("#08519c");
  s.note = color("#2b2a33");
  s.ink = color("#26252b"), s.ink_soft = color("#5d5b66");
  s.hairline = color("#c9c5bd"), s.paper = color("#ffffff");
  s.rim = s.on_group = s.on_mark = color("#ffffff");
}

}  // namespace

Style light() {
  Style s;
  set_ground(s);
  set_results(s);
  set_streets(s, {{{"#ffffff", "#cdc6bb"},
                   {"#cbbda6", "#fbfaf7"},
                   {"#bfc6cc", "#fbfaf7"},
                   {"#fdfcf9", "#d9d3c6"},
                   {"#ffffff", "#ddd8cf"},
                   {"#fdfaf4", "#d8cfc1"},
                   {"#ffffff", "#d6d0c6"},
                   {"#ffffff", "#cfc8bc"},
                   {"#ffffff", "#c8c0b2"},
                   {"#fffdf6", "#c2b9a9"},
                   {"#fbf3e2", "#b9ae9a"}}});
  set_areas(s, {{{"#cbdfe8", "#b4cfdc"}, {"#dbe7e2", nullptr},   {"#d3e0c6", nullptr},
                 {"#dceacd", "#c7dab5"}, {"#e4edd8", nullptr},   {"#e4ebd6", nullptr},
                 {"#e0e8d0", "#d0dbbd"}, {"#d8e3d1", "#c3d3ba"}, {"#f2efe2", nullptr},
                 {"#e6ecd2", "#cddcb6"}, {"#d9e6d0", "#c3d6b9"}, {"#f0ede6", nullptr},
                 {"#f3ebe3", nullptr},   {"#ebe9e9", nullptr},   {"#eae7e3", nullptr},
                 {"#f2ecdf", "#e4dbc8"}, {"#efedea", "#dedad4"}, {"#fbfaf6", "#ddd6ca"},
                 {"#fbfaf6", "#ddd6ca"}, {"#f3ecd8", nullptr}}});
  set_textures(s, {"#c2d3b2", "#c9dcb7", "#c0d0b7"});
  s.groups = coloured_groups();
  return s;
}

}  // namespace nahraum::scene
