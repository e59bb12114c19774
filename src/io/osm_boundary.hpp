#pragma once
/// A boundary in the OSM data by its name.

#include <string>

#include "base/result.hpp"
#include "geo/crs.hpp"
#include "io/osm_scan.hpp"

namespace nahraum::io {

struct Boundary {
  std::string name;
  geo::MultiPolygon outline;  ///< degrees, x = longitude
};

/// Administrative boundaries, place polygons and other named areas: relations and closed ways.
/// A number after the name picks one of several: "Neustadt (r123)".
/// Errors: not_found with the nearest names; bad_input when several bear it or its ring is not
/// closed.
base::Result<Boundary> find_boundary(const std::string& name, const OsmFile& file,
                                     const OsmScan& scan, jobs::Context& context);

}  // namespace nahraum::io
