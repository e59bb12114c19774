#pragma once
/// The town that benchmarks run on: ../shared/data/aachen/aachen.osm.pbf, or the file named by
/// $NAHRAUM_BENCH_OSM.

#include <filesystem>

#include "analysis/reach.hpp"

namespace nahraum::bench {

struct Town {
  std::filesystem::path file;
  model::Catalogue catalogue;
  model::Snapshot project;
  std::shared_ptr<const analysis::StreetGraph> graph;
  std::shared_ptr<const analysis::District> district;  ///< profile "adult"
};

/// Where the town's file should be; it may be absent.
std::filesystem::path town_file();
/// Imported once, when first asked for; nullptr where the file is absent.
const Town* town();

}  // namespace nahraum::bench
