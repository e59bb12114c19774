#pragma once
/// Possible places from a file: vacant sites, plots that are for sale, an office's own short list.

#include <filesystem>
#include <vector>

#include "base/result.hpp"
#include "geo/values.hpp"

namespace nahraum::io {

struct NamedPlace {
  std::string name;  ///< "" where the file has none
  geo::Point at;
};

struct PlaceFile {
  std::vector<NamedPlace> places;  ///< in file order, in the target CRS
  std::int64_t dropped = 0;        ///< rows or shapes without a place
};

/// A CSV with columns for the place (Rechtswert/Hochwert or lon/lat; the CRS is judged by range)
/// and perhaps Name, or a layer of points or plots (.gpkg, .geojson, .shp …; a plot stands for a
/// point on it). An empty `layer` is the first that has any. Errors: as of the readers; bad_input
/// where nothing is left.
base::Result<PlaceFile> read_place_file(const std::filesystem::path& file, const std::string& layer,
                                        int target_epsg);

}  // namespace nahraum::io
