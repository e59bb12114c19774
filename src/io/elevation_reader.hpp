#pragma once
/// The child's side of io/elevation_file.hpp: GDAL, hardened, on one file.

#include "io/elevation_file.hpp"

namespace nahraum::io {

/// Heights over `box` in the target CRS, in cells of `cell_m` (0: as the file's resolution asks).
/// Call in a process that may be killed. Errors: those of read_elevation.
base::Result<ElevationTile> read_heights_here(const std::filesystem::path& file, int target_epsg,
                                              const geo::Box& box, double cell_m);

}  // namespace nahraum::io
