#pragma once
/// What the signs mean: only those that can be seen.

#include <optional>
#include <string>
#include <vector>

#include "model/catalogue.hpp"
#include "scene/block.hpp"
#include "scene/sheet_signs.hpp"
#include "scene/style.hpp"

namespace nahraum::scene {

/// A sign in a box of 7 × 4 mm, and its name.
struct LegendRow {
  std::string name;
  std::vector<Item> sign;
};

struct LegendRequest {
  geo::Box visible;  ///< of the map, metres
  double denominator = 5000;
  std::vector<std::string> types;  ///< services that are drawn
  std::vector<SheetSign> signs;    ///< the answer's
};

/// The services, the answer's signs, then the base map's. Pure.
std::vector<LegendRow> legend_rows(const model::Project& project, const model::Catalogue& catalogue,
                                   const Style& style, const LegendRequest& request);

/// The rows in `columns` columns of equal height, filled downwards.
Block legend(const std::vector<LegendRow>& rows, const Type& type, double width_mm, int columns,
             const TextMeasure& measure);

}  // namespace nahraum::scene
