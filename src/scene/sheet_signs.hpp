#pragma once
/// Signs of a result for a sheet's legend: they are named where they can be seen.

#include <string>
#include <vector>

#include "analysis/coverage.hpp"
#include "scene/home_looks.hpp"
#include "scene/result_layers.hpp"

namespace nahraum::scene {

inline constexpr double sign_width_mm = 7;
inline constexpr double sign_height_mm = 4;

struct SheetSign {
  std::string name;
  std::vector<Item> sign;       ///< in a box of 7 × 4 mm
  std::vector<geo::Box> where;  ///< what it stands for, metres of the map
  double min_denominator = 0;
  double max_denominator = 1e12;
};

Item area_sign(Fill look);
Item line_sign(const Stroke& stroke);
/// In the middle of the sign's box.
Item point_sign(Symbol symbol);

/// "up to 5 minutes on foot", one per band.
std::vector<SheetSign> band_signs(const std::vector<Band>& bands, const Style& style);
/// What a result lays on the map, and its signs.
struct MapAnswer {
  std::vector<LayerPtr> ground;  ///< below the streets
  std::vector<LayerPtr> above;   ///< on top of them
  std::vector<SheetSign> signs;
  void add(std::vector<LayerPtr> layers, std::vector<SheetSign> more);
};

struct NamedLook {
  HomeLook look;
  std::string name;
};
/// Homes by their answer (see home_layers) on top; a sign for each look that occurs, the last drawn
/// first: a building near, a marker far away.
void add_homes(const model::Project& project, const std::vector<int>& answer,
               const std::vector<NamedLook>& looks, MapAnswer& ground);

/// Strong lines on the map, each of two classes: `strong` ones wider. Layer "stretches".
struct Stretch {
  geo::Line line;
  bool strong = false;
};
LayerPtr stretches_layer(const std::vector<Stretch>& stretches, const Style& style);
std::vector<SheetSign> stretch_signs(const std::vector<Stretch>& stretches, const std::string& name,
                                     const std::string& strong_name, const Style& style);

/// Small symbols at places, all alike, and their sign. Layer `name`.
void add_points(const std::string& layer_name, const std::vector<geo::Point>& points,
                const Symbol& symbol, const std::string& name, MapAnswer& ground);

}  // namespace nahraum::scene
