#pragma once
/// GDAL with everything off that this program does not need: few drivers, no network, no side
/// files.

#include <string>
#include <vector>

namespace nahraum::io {

/// Once per process, before any other use of GDAL; further calls do nothing. Clears inherited
/// GDAL_/OGR_/CPL_ settings, so call it before other threads start or read the environment.
void harden_gdal();

/// Short names of the drivers that are left, sorted.
std::vector<std::string> registered_drivers();

/// WKT 1 of a CRS for GeoPackage's gpkg_spatial_ref_sys; "undefined" for unknown codes.
std::string wkt_of(int epsg);

}  // namespace nahraum::io
