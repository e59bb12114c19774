#pragma once
/// From an OpenStreetMap file to a district project.

#include <filesystem>
#include <optional>
#include <string>
#include <variant>

#include "base/result.hpp"
#include "base/units.hpp"
#include "geo/values.hpp"
#include "jobs/context.hpp"
#include "model/catalogue.hpp"
#include "model/project.hpp"

namespace nahraum::io {

/// The file's own box, shrunk by the rim where that leaves a district worth the name.
struct WholeFile {};
/// A polygon file; an empty layer means the first one with polygons.
struct PolygonFile {
  std::filesystem::path file;
  std::string layer;
};
/// An administrative boundary or a place polygon in the OSM data, by its name.
struct BoundaryName {
  std::string name;
};
/// Degrees.
struct LonLatBox {
  double west = 0, south = 0, east = 0, north = 0;
};
struct Around {
  geo::LonLat centre;
  base::Metres radius{1000};
};
using DistrictSpec = std::variant<WholeFile, PolygonFile, BoundaryName, LonLatBox, Around>;

struct ImportOptions {
  double rim_m = 1500;          ///< how far streets and services outside the district are kept
  std::optional<int> epsg;      ///< nothing: chosen by the district's place
  bool accept_partial = false;  ///< go on with a damaged or misnamed file and mark the project
  std::string title;            ///< empty: the boundary's name or the file's
};

/// A project without people: streets, areas, buildings and homes, services, elements, the report of
/// what was dropped or assumed. Everything is in the order of OSM ids, so that sorted and unsorted
/// files, and the same data in other formats, give the same project. CRS: EPSG:Info::epsg.
/// Errors: not_found (file, boundary, district outside the data), bad_input (not OSM, misnamed, no
/// street in the district), truncated, unsupported (CRS). Throws Cancelled.
/// Cost: two reads of the file, 24 B per node of it, 60–150 B per object kept.
base::Result<model::Project> import_osm(const std::filesystem::path& path,
                                        const DistrictSpec& district, const ImportOptions& options,
                                        const model::Catalogue& catalogue, jobs::Context& context);

}  // namespace nahraum::io
