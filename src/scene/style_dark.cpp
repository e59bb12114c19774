#include "scene/styles.hpp"

namespace nahraum::scene {
namespace {

void set_ground(Style& s) {
  s.theme = Theme::dark;
  s.ground = color("#1e2024");
  s.building = color("#2b2e34"), s.building_edge = color("#3b3f47");
  s.home = color("#3b342b"), s.home_edge = color("#55493a");
  s.water = color("#16303d"), s.water_edge = color("#224453");
  s.rail = color("#5a5d64"), s.rail_gap = color("#24262b");
  s.barrier = color("#3a3d43"), s.hedge = color("#2e3f31");
  s.district = color("#aeb0c4");
  s.rung = color("#7d7666"), s.zebra = color("#74777f"), s.pavement = color("#494b50");
  s.bridge_edge = color("#6a6d74"), s.bridge_deck = color("#3a3e45");
  s.furniture = color("#b59f7a");
  s.label = color("#e3e1da"), s.label_place = color("#cfcdd6");
  s.label_water = color("#93c4de"), s.label_green = color("#a8cb99");
  s.label_house = color("#b5b0a6");
  s.halo = color("#191b1e");
}

void set_results(Style& s) {
  s.bands = {color("#a6d3fa"), color("#5fa6e3"), color("#3a7fbe"), color("#2a5f90"),
             color("#22476a")};
  s.band_alpha = 0.45;
  s.band_edge = color("#9ecdf5");
  s.classes = {color("#26364f"), color("#2b5f7c"), color("#3c9094"), color("#86c39a"),
               color("#f2f0b0")};
  s.class_alpha = 0.7;
  s.class_edge = color("#9a98a6");
  s.count = color("#ece9f5"), s.on_count = color("#1b1c20");
  s.gap = color("#ea7062");
  s.good = color("#7ab8ea"), s.good_pale = color("#2f5674");
  s.sufficient = color("#e2b54f");
  s.unknown = color("#a3a1aa"), s.unknown_fill = color("#35373c");
  s.unsure = color("#f0a35e");
  s.gain = color("#c3aef2"), s.gain_pale = color("#5d4f80");
  s.loss = color("#ff9d4d"), s.loss_pale = color("#7a4a20");
  s.still_fill = color("#3d3f45");
  s.route = color("#8cc4ff"), s.delay = color("#ff9d4d");
  s.accent = color("#8cc1f5");
  s.note = color("#f3f1ea");
  s.ink = color("#eceae5"), s.ink_soft = color("#b4b2bb");
  s.hairline = color("#4a4d55"), s.paper = color("#24262b");
  s.rim = s.on_group = color("#ffffff");
  s.on_mark = color("#17191c");
}

}  // namespace

Style dark() {
  Style s;
  set_ground(s);
  set_results(s);
  set_streets(s, {{{"#3c3f45", "#141518"},
                   {"#6a6354", "#191b1e"},
                   {"#5a626b", "#191b1e"},
                   {"#36383c", "#191b1e"},
                   {"#36393f", "#16181a"},
                   {"#403d38", "#16181a"},
                   {"#3c4047", "#141518"},
                   {"#434750", "#121316"},
                   {"#4a4f58", "#101114"},
                   {"#4c4f57", "#0e0f11"},
                   {"#544f44", "#0c0d0f"}}});
  set_areas(s, {{{"#16303d", "#224453"}, {"#20302e", nullptr},   {"#1f2d22", nullptr},
                 {"#233226", "#2d4231"}, {"#212c23", nullptr},   {"#232c24", nullptr},
                 {"#252f24", "#303d2e"}, {"#222e28", "#2c3d34"}, {"#27261f", nullptr},
                 {"#283020", "#354128"}, {"#22321f", "#2e4329"}, {"#232529", nullptr},
                 {"#2a2624", nullptr},   {"#26272b", nullptr},   {"#25262a", nullptr},
                 {"#2b2821", "#3a3529"}, {"#292b2f", "#34373c"}, {"#2c2d31", "#3b3d42"},
                 {"#2c2d31", "#3b3d42"}, {"#322e22", nullptr}}});
  set_textures(s, {"#2f4433", "#32493a", "#36493e"});
  s.groups = coloured_groups();
  return s;
}

}  // namespace nahraum::scene
