#pragma once
/// Elevation models: GeoTIFF, XYZ text as the German states deliver it (also .xyz.gz), ESRI ASCII
/// grids, SRTM .hgt. Any CRS; heights in feet become metres.

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "io/report.hpp"
#include "jobs/context.hpp"
#include "model/terrain.hpp"

namespace nahraum::io {

/// What one file knows of the box.
struct ElevationTile {
  model::Terrain terrain;       ///< all cells unknown where the file lies elsewhere
  std::string guessed_crs;      ///< "EPSG:25832" where the file names none and its values fit
  double feet = 0;              ///< metres per unit where the heights are no metres; else 0
  std::int64_t impossible = 0;  ///< cells below −500 m or above 9 000 m, taken as unknown
};

/// Heights over `box` (project CRS, metres) from one or several tiles; a folder stands for the
/// files in it. The first tile that knows a cell wins. Sources finer than the grid are averaged,
/// coarser ones interpolated (bilinear). Each file is read in a child process with limits of 60 s
/// and 1 GB, no network and no writing. Errors: not_found, unsupported (format, CRS), bad_input (a
/// picture, damaged, does not cover the box).
base::Result<model::Terrain> read_elevation(const std::vector<std::filesystem::path>& given,
                                            int epsg, const geo::Box& box, Report& report,
                                            jobs::Context& context);

/// The files that `read_elevation` will open: folders are replaced by what they hold.
std::vector<std::filesystem::path> elevation_files(const std::vector<std::filesystem::path>& given);

}  // namespace nahraum::io
