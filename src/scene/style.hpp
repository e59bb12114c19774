#pragma once
/// Colours, widths and sizes of everything drawn. Calm paper: nothing of the base map is more
/// saturated than the thinnest overlay. Widths without a unit in their name are metres of the map.

#include <array>
#include <string_view>
#include <vector>

#include "model/catalogue.hpp"
#include "model/project.hpp"
#include "scene/display_list.hpp"

namespace nahraum::scene {

/// In drawing order: later ones lie on top where streets meet.
enum class StreetClass {
  steps,
  path,
  cycleway,
  track,
  service,
  pedestrian,
  residential,
  tertiary,
  secondary,
  primary,
  motorway
};
inline constexpr int street_class_count = 11;

/// By `highway=*` and, for crossings and pavements, by `footway=*`.
StreetClass street_class(const model::Tags& tags);
/// Pavements and crossings drawn as ways of their own: shown only near.
bool is_pavement(const model::Tags& tags);

struct StreetLook {
  double width = 6;  ///< metres
  double min_mm = 0.3;
  double casing_mm = 0.36;  ///< both sides together; 0: no casing
  Color fill{255, 255, 255};
  Color casing{};
  std::vector<double> dash_mm;
  double max_denominator = 1e12;  ///< not drawn at smaller scales than this
};

struct AreaLook {
  Color fill;
  std::optional<Color> edge;
  double max_denominator = 1e12;
};

struct GroupLook {
  Color color;
  Plate plate = Plate::circle;
};

struct Style {
  Color ground = color("#f6f4ef");
  Color building = color("#e6e3dd");
  Color building_edge = color("#d3cec6");
  Color home = color("#dfd3c4");
  Color home_edge = color("#c4b5a2");
  Color water = color("#cbdfe8");
  Color water_edge = color("#b4cfdc");
  Color rail = color("#c3beb7");
  Color barrier = color("#d5d0c7");
  Color district = color("#55566b");
  double faded = 0.62;  ///< how much of the outside the ground hides

  Color label = color("#44434a");
  Color label_place = color("#5c5a66");
  Color label_water = color("#4f7f99");
  Color label_green = color("#557a4b");
  Color halo = color("#fbfaf7");
  double label_halo_mm = 0.45;

  /// From near to far; picked by `band_colors`.
  std::array<Color, 5> blues = {color("#08519c"), color("#3182bd"), color("#6baed6"),
                                color("#bdd7e7"), color("#eff3ff")};
  double band_alpha = 0.36;
  Color gap = color("#b30000");
  Color good = color("#2b7bba");  ///< grades: told apart in grey by lightness and hatch as well
  Color good_pale = color("#bfdcec");
  Color sufficient = color("#a87000");
  Color unknown = color("#76747c");
  Color unsure = color("#b35806");  ///< between yes and no: always with a pattern
  Color gain = color("#5e3c99");    ///< both ends of PuOr
  Color gain_pale = color("#b2abd2");
  Color loss = color("#e66101");
  Color loss_pale = color("#fdb863");
  Color route = color("#1f4e8c");
  Color delay = color("#e66101");
  Color accent = color("#08519c");
  Color note = color("#2b2a33");

  Color ink = color("#26252b");  ///< text on the sheet
  Color ink_soft = color("#5d5b66");
  Color hairline = color("#c9c5bd");
  Color paper = color("#ffffff");

  const StreetLook& street(StreetClass c) const { return streets[static_cast<int>(c)]; }
  const GroupLook& group(model::Group g) const { return groups[static_cast<int>(g)]; }
  AreaLook area(model::AreaKind kind) const;

  std::array<StreetLook, street_class_count> streets;
  std::array<GroupLook, model::group_count> groups;
};

/// The light style of screen and paper.
Style light_style();
/// The same with the catalogue's own colours and shapes for its eight groups. Unknown ones stay.
Style light_style(const model::Catalogue& catalogue);

/// `count` ≤ 5 blues, nearest first, evenly spread over the ramp without its palest end.
std::vector<Color> band_colors(const Style& style, int count);

}  // namespace nahraum::scene
