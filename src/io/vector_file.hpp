#pragma once
/// Polygons and points from files that others made: GeoPackage, Shapefile, GeoJSON, KML, GML,
/// FlatGeobuf.

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "geo/values.hpp"

namespace nahraum::io {

struct VectorFeature {
  geo::MultiPolygon outline;            ///< valid, EPSG of the layer's target; empty of points
  std::vector<std::string> attributes;  ///< as text, UTF-8; "" where null
  geo::Point at{};                      ///< the point, or one on the outline; read_points only
};

struct VectorLayer {
  std::string name;
  std::vector<std::string> columns;
  std::vector<VectorFeature> features;
  std::int64_t dropped = 0;  ///< without what was asked for, or beyond repair
  std::string crs;           ///< "EPSG:25832 (by value range)"
  std::vector<std::string> warnings;
};

/// Reads in a child process with limits of 10 s and 1 GB, no network and no writing, so that a
/// hostile or broken file can neither stop nor change anything here. An empty `layer` is the first
/// layer with polygons. A file without CRS is judged by its values' range (domain notes §7).
/// Errors: not_found (file, layer; names those there are), unsupported (format, CRS), bad_input.
base::Result<VectorLayer> read_polygons(const std::filesystem::path& file, const std::string& layer,
                                        int target_epsg);

/// The same for places: points (of several the first), and polygons by a point on their surface.
base::Result<VectorLayer> read_points(const std::filesystem::path& file, const std::string& layer,
                                      int target_epsg);

}  // namespace nahraum::io
