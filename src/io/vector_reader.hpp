#pragma once
/// The child's side of io/vector_file.hpp: GDAL, hardened, on one file.

#include <filesystem>
#include <string>

#include "base/result.hpp"
#include "io/vector_file.hpp"

namespace nahraum::io {

/// Call in a process that may be killed. Same contract as `read_polygons`.
base::Result<VectorLayer> read_polygons_here(const std::filesystem::path& file,
                                             const std::string& layer, int target_epsg);
/// Same contract as `read_points`.
base::Result<VectorLayer> read_points_here(const std::filesystem::path& file,
                                           const std::string& layer, int target_epsg);

/// EPSG by the range of the values (domain notes §7), 0 where they fit none.
int epsg_by_range(const geo::Box& box);

/// Whether a GeoPackage or SQLite file from others is safe to hand to GDAL: sound, and without
/// views, triggers or virtual tables that run foreign SQL. Errors: bad_input, io (another program's
/// log).
base::Result<void> check_foreign_geopackage(const std::filesystem::path& file);

}  // namespace nahraum::io
