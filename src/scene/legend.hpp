#pragma once
/// What the signs mean: only those that can be seen.

#include <optional>
#include <string>
#include <vector>

#include "analysis/coverage.hpp"
#include "model/catalogue.hpp"
#include "scene/block.hpp"
#include "scene/result_layers.hpp"
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
  std::vector<std::string> types;                           ///< services that are drawn
  std::vector<Band> bands;                                  ///< nearest first
  const std::vector<analysis::HomeReach>* reach = nullptr;  ///< null: no result
  analysis::Limit limit;
};

/// The result's classes first, then the base map's. Pure.
std::vector<LegendRow> legend_rows(const model::Project& project, const model::Catalogue& catalogue,
                                   const Style& style, const LegendRequest& request);

/// The rows in `columns` columns of equal height, filled downwards.
Block legend(const std::vector<LegendRow>& rows, const Type& type, double width_mm, int columns,
             const TextMeasure& measure);

}  // namespace nahraum::scene
