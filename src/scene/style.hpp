#pragma once
/// Colours, widths and sizes of everything drawn, in four themes. Calm paper: nothing of the base
/// map is more saturated than the thinnest overlay. Widths without a unit in their name are metres
/// of the map.

#include <array>
#include <string_view>
#include <vector>

#include "model/catalogue.hpp"
#include "model/project.hpp"
#include "scene/display_list.hpp"
#include "scene/theme.hpp"

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
  std::optional<Hatch> texture;  ///< quiet, and only where single trees could be seen
};

/// By model::AreaKind.
inline constexpr int area_kind_count = 20;

struct GroupLook {
  Color color;
  Plate plate = Plate::circle;
};

/// What lies within one limit.
struct BandLook {
  Color fill;  ///< see-through: the streets stay in sight
  std::optional<Hatch> hatch;
  Stroke outline;
};

struct Style {
  Theme theme = Theme::light;
  Color ground, building, building_edge, home, home_edge;
  Color water, water_edge;
  Color rail, rail_gap;  ///< a line, and its sleepers
  Color barrier, hedge;
  Color district;
  double faded = 0.62;  ///< how much of the outside the ground hides
  Color rung;           ///< of steps
  Color zebra;          ///< of crossings, on the street
  Color pavement;
  Color bridge_edge, bridge_deck;
  Color furniture;  ///< benches

  Color label, label_place, label_water, label_green, label_house;
  Color halo;  ///< around names and below marks: what they are read against
  double label_halo_mm = 0.45;

  /// From near to far; picked by `band_looks`.
  std::array<Color, 5> bands;
  std::array<std::optional<Hatch>, 5> band_hatches;
  double band_alpha = 0.36;
  Color band_edge;

  /// Of indicators, from low to high; picked by `class_looks`.
  std::array<Color, 5> classes;
  std::array<std::optional<Hatch>, 5> class_hatches;
  double class_alpha = 0.62;
  Color class_edge;
  Color count, on_count;  ///< circles of counts, and their numbers

  Color gap;
  Color good, good_pale;  ///< grades: told apart in grey by lightness and hatch as well
  Color sufficient;
  Color unknown, unknown_fill;
  Color unsure;           ///< between yes and no: always with a pattern
  Color gain, gain_pale;  ///< both ends of PuOr
  Color loss, loss_pale;
  Color still_fill;  ///< a gap before and after
  Color route, delay;
  Color accent;
  Color note;

  Color ink, ink_soft;  ///< text on the sheet
  Color hairline, paper;
  Color rim;       ///< around plates
  Color on_group;  ///< pictures on the groups' plates
  Color on_mark;   ///< signs on plates in the colours of results

  const StreetLook& street(StreetClass c) const { return streets[static_cast<int>(c)]; }
  const GroupLook& group(model::Group g) const { return groups[static_cast<int>(g)]; }
  const AreaLook& area(model::AreaKind kind) const { return areas[static_cast<int>(kind)]; }

  std::array<StreetLook, street_class_count> streets;
  std::array<AreaLook, area_kind_count> areas;
  std::array<GroupLook, model::group_count> groups;
};

Style style_for(Theme theme);
/// The same with the catalogue's own colours and shapes for its eight groups. Unknown ones stay; in
/// black and white the shapes alone.
Style style_for(Theme theme, const model::Catalogue& catalogue);
/// Of screen and paper, unless another is chosen.
inline Style light_style() {
  return style_for(Theme::light);
}
inline Style light_style(const model::Catalogue& catalogue) {
  return style_for(Theme::light, catalogue);
}

/// `count` ≤ 5 bands, nearest first, evenly spread over the ramp without its palest end. The widest
/// of several has a dashed outline.
std::vector<BandLook> band_looks(const Style& style, int count);

/// Contrast of two opaque colours by WCAG 2 (1 … 21).
double contrast(Color a, Color b);
/// As it is seen on an opaque ground.
Color over(Color color, Color ground);
/// Nearer to the ground it is read against, as far as 4.5:1 allow: names outside the district.
Color stepped_back(Color text, Color ground);

}  // namespace nahraum::scene
