#pragma once
/// The second read of an OSM file: every object of the district goes to its collector.

#include "io/osm_district.hpp"
#include "model/catalogue.hpp"

namespace nahraum::io {

struct SecondRead {
  ReadEnd end;
  std::size_t loose_ways = 0;
};

/// Fills everything of the project that comes from OSM objects. Throws Cancelled.
SecondRead collect(const OsmFile& file, const Location& location, OsmScan& scan, Report& report,
                   const model::Catalogue& catalogue, model::Project& project,
                   jobs::Context& context);

}  // namespace nahraum::io
