#pragma once
/// Heights of the ground over the district and its rim.

#include <optional>
#include <string>
#include <vector>

#include "geo/values.hpp"

namespace nahraum::model {

/// A square grid in the project's CRS, row-major from the south-west; heights in metres above the
/// model's own datum (only differences are used), at cell centres.
struct Terrain {
  static constexpr float unknown = -32768;

  std::string file;         ///< first source file, without folder
  double resolution_m = 0;  ///< of the source: 1 for DGM1, about 90 for SRTM
  geo::Point south_west;    ///< centre of the first cell
  double cell_m = 0;
  int columns = 0, rows = 0;
  std::vector<float> height_m;  ///< columns · rows, `unknown` where the source has none

  float at(int column, int row) const {
    return height_m[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                    static_cast<std::size_t>(column)];
  }
  /// Too coarse to tell a ramp from a lump: slopes then cost time, but close no way.
  bool coarse() const { return resolution_m > coarse_from_m; }
  static constexpr double coarse_from_m = 30;

  friend bool operator==(const Terrain&, const Terrain&) = default;
};

/// Bilinear between cell centres; nothing outside, or where one of the four cells is unknown.
std::optional<double> height(const Terrain& terrain, geo::Point at);

/// Mean over a square of `window_m`, of the cells that are known; unknown cells stay unknown.
/// O(cells).
Terrain smoothed(const Terrain& terrain, double window_m);

}  // namespace nahraum::model
