#pragma once
/// What the numbers for places in an office's table mean.

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "geo/crs.hpp"

namespace nahraum::io {

/// Names of the columns with eastings or longitudes, northings or latitudes.
const std::vector<std::string>& easting_names();
const std::vector<std::string>& northing_names();

struct MeantCoordinates {
  int epsg = 0;
  bool swapped = false;  ///< northing or latitude first
  geo::Projection projection;

  /// In the target's CRS; nothing where the numbers speak of another system than most.
  std::optional<geo::Point> forward(geo::Point numbers) const;
};
/// By the range of most places (domain notes §7): one mistyped coordinate must not decide for all.
/// Errors: unsupported, naming `source`, where they fit no known system. `places` is not empty.
base::Result<MeantCoordinates> judge_coordinates(const std::vector<geo::Point>& places,
                                                 int target_epsg, const std::string& source);

}  // namespace nahraum::io
