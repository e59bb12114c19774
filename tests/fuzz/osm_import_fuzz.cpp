/// Any bytes as an OSM file (XML, PBF, compressed: the reader looks), up to the walking network.

#include "analysis/reach.hpp"
#include "io/osm_import.hpp"
#include "tests/fuzz/input_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace nahraum;
  const auto& catalogue = fuzz::catalogue();
  const auto file = fuzz::folder().write("input", bytes, size);
  jobs::Context context;
  io::ImportOptions options;
  options.accept_partial = true;
  auto project = io::import_osm(file, io::WholeFile{}, options, catalogue, context);
  if (!project) return 0;
  const auto kept = std::make_shared<const model::Project>(std::move(*project));
  const auto graph = std::make_shared<const analysis::StreetGraph>(
      analysis::build_street_graph(kept->streets, context));
  analysis::prepare_district(kept, graph, catalogue, catalogue.profiles.front(), context);
  return 0;
}
