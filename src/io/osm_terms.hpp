#pragma once
/// Under which terms data in OSM's format may be used and shown.

#include <string>

#include "io/osm_file.hpp"

namespace nahraum::io {

struct OsmTerms {
  std::string licence;      ///< "ODbL 1.0"
  std::string attribution;  ///< must stand on every map
};

/// OpenStreetMap's own, unless the first element of the XML names somebody else in its attributes
/// `attribution` and `license` (API 0.6): the format is also used for data that are not from
/// OpenStreetMap, and to credit it for those would be as wrong as not to credit it for its own.
/// Compressed files and PBF cannot say so. Reads the first 4 kB.
OsmTerms terms_of(const OsmFile& file);

}  // namespace nahraum::io
