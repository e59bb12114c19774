#pragma once
/// What is drawn, as plain values: printable, diffable, hashable. Screen, paper and picking each
/// consume it; none of them decides what is shown.
///
/// Two spaces. `Space::map`: points in metres of the project's CRS, y up, placed by the frame's
/// view. `Space::page`: millimetres from the page's top left corner, y down. Widths and sizes are
/// millimetres on paper or screen (1 mm = 96/25.4 px at 100 %), unless `map_metres` says otherwise.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "geo/values.hpp"
#include "model/photo.hpp"

namespace nahraum::scene {

struct Color {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;
  friend bool operator==(const Color&, const Color&) = default;
};
/// "#3182bd", "#3182bd80". Asserts on anything else: colours are ours.
Color color(const char* hex);
Color with_alpha(Color color, double alpha);

/// What a hatch is made of. All but lines stand staggered, like the five on a die, and are never
/// turned: dots of `width_mm`; rings, crosses and tufts of grass of a third of the spacing.
enum class Pattern { lines, dots, rings, crosses, tufts };

struct Hatch {
  Color color;
  double spacing_mm = 1.5;
  double width_mm = 0.25;
  double angle_deg = 45;
  Pattern pattern = Pattern::lines;
  friend bool operator==(const Hatch&, const Hatch&) = default;
};

struct Stroke {
  Color color;
  double width = 0.2;
  bool map_metres = false;      ///< width in metres of the map instead of mm
  double min_width_mm = 0;      ///< for map_metres: never thinner than this
  double plus_mm = 0;           ///< added to the width after all: street casings
  std::vector<double> dash_mm;  ///< on, off, …
  bool round = true;            ///< caps and joins; else butt caps, mitred joins
  friend bool operator==(const Stroke&, const Stroke&) = default;
};

struct Fill {
  geo::MultiPolygon shape;
  std::optional<Color> color;
  std::optional<Hatch> hatch;
  std::optional<Stroke> outline;
};

struct Polyline {
  geo::Line line;
  Stroke stroke;
};

/// The shape behind a symbol: one per service group, so that colour never stands alone.
enum class Plate { none, house, square, octagon, hexagon, circle, bubble, leaf, shield, triangle };

/// A picture of assets/symbols in `ink` on a tinted plate with a thin rim, centred at `at`. Where
/// there is no picture of that name the `sign` is written; with neither, the plate alone.
/// Plate::none: the picture itself in the tint. `id` is what picking returns; 0: not pickable.
/// A cluster stands for several: `members` are their ids.
struct Symbol {
  std::string name;  ///< file in assets/symbols without .svg; may be empty
  geo::Point at;
  double size_mm = 4;  ///< width and height of the plate, rim included
  Color tint{};        ///< plate colour of the group
  std::int64_t id = 0;
  Plate plate = Plate::none;
  std::string sign;  ///< letter of the group, "G"; number of a cluster, "12"
  Color rim{255, 255, 255};
  Color ink{255, 255, 255};
  std::vector<std::int64_t> members;
  /// In place of plate and picture: a photo in a white frame, `size_mm` wide.
  std::shared_ptr<const model::Image> photo = {};
};

enum class Align { left, centre, right };
enum class Weight { regular, medium, bold };

/// A part of a text that follows a line: usually one letter.
struct Glyph {
  std::string text;
  double from_mm = 0;  ///< its left edge, along the line from the text's middle
  double width_mm = 0;
  friend bool operator==(const Glyph&, const Glyph&) = default;
};

struct Text {
  std::string text;
  geo::Point at;  ///< baseline start, middle or end, by `align`
  double size_pt = 8;
  Color color{};
  Align align = Align::left;
  Weight weight = Weight::regular;
  bool italic = false;
  double angle_deg = 0;  ///< counter-clockwise
  std::optional<Color> halo;
  double halo_mm = 0.5;
  double wrap_mm = 0;  ///< page space: wrap at this width; 0: one line
  /// Map space: runs through the letters' middle, in reading direction; both ends equally far off.
  /// Empty: straight.
  geo::Line along;
  std::vector<Glyph> glyphs;  ///< of a text along a line
};

using Item = std::variant<Fill, Polyline, Symbol, Text>;

/// Drawn in order. Visible while the view's scale denominator is in [min_denominator,
/// max_denominator).
struct Layer {
  std::string name;  ///< stable: "buildings", "street_labels", "catchment" …
  std::vector<Item> items;
  double min_denominator = 0;
  double max_denominator = 1e12;
};
using LayerPtr = std::shared_ptr<const Layer>;

enum class Space { map, page };

/// Which part of the map: the point at the frame's centre and the scale 1:denominator.
struct View {
  geo::Point centre;
  double denominator = 5000;
};

/// A rectangle of the page and what is drawn in it, clipped. `view` only for Space::map.
struct Frame {
  Space space = Space::page;
  geo::Box page_mm;
  View view;
  std::vector<LayerPtr> layers;
};

struct DisplayList {
  double width_mm = 0;
  double height_mm = 0;
  Color background{255, 255, 255, 255};
  std::vector<Frame> frames;
};

/// One line per item, coordinates to 0.01: for goldens and for looking.
std::string to_text(const DisplayList& list);
std::string to_text(const Layer& layer);

/// Page position (mm) of a map point in a frame, and back.
geo::Point to_page(const Frame& frame, geo::Point map_point);
geo::Point to_map(const Frame& frame, geo::Point page_mm);

}  // namespace nahraum::scene
