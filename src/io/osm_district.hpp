#pragma once
/// From what the user asked for to polygons in the project's CRS.

#include "io/osm_frame.hpp"
#include "io/osm_import.hpp"

namespace nahraum::io {

struct Location {
  Frame frame;
  geo::MultiPolygon data_box;  ///< where the file has data
  std::string title;           ///< of a named boundary or a polygon with a name, else ""
  std::string source_file;     ///< of the district, "" unless it came from a polygon file
};

/// Errors: not_found (no such boundary, with the nearest names; several of them; the district lies
/// outside the data), those of the polygon file, unsupported CRS.
base::Result<Location> locate(const DistrictSpec& spec, const ImportOptions& options,
                              const OsmFile& file, const OsmScan& scan, Report& report,
                              jobs::Context& context);

}  // namespace nahraum::io
