#pragma once
/// Which CRS are these numbers in? Lists come without saying.

#include <string>
#include <vector>

#include "geo/values.hpp"

namespace nahraum::io {

/// What most of the points' values say (domain notes §7).
struct GuessedCrs {
  std::string definition;   ///< "EPSG:4647"; "" when no known range holds them
  bool swapped = false;     ///< x holds the northing or the latitude
};

/// Ranges: 25832, 25833 (only where 33 E/N were meant cannot be told apart: 25832 wins), 4647, 5650,
/// 3035, 4326, 31466–31469. The range that holds most points wins, at least half of them.
GuessedCrs guess_crs(const std::vector<geo::Point>& points);

}  // namespace nahraum::io
