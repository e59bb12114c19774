#include "tests/bench/town.hpp"

#include <cstdlib>

#include "base/paths.hpp"
#include "io/catalogue_yaml.hpp"
#include "io/osm_import.hpp"

namespace nahraum::bench {
namespace {

std::unique_ptr<Town> load() {
  auto town = std::make_unique<Town>();
  town->file = town_file();
  if (!std::filesystem::exists(town->file)) return nullptr;
  jobs::Context context;
  town->catalogue = io::read_catalogue(base::share_dir() / "catalogue").value();
  town->project = std::make_shared<const model::Project>(
      io::import_osm(town->file, io::WholeFile{}, {}, town->catalogue, context).value());
  town->graph = std::make_shared<const analysis::StreetGraph>(
      analysis::street_graph_of(*town->project, context));
  const auto* adult = town->catalogue.profile("adult").value();
  town->district =
      analysis::prepare_district(town->project, town->graph, town->catalogue, *adult, context);
  return town;
}

}  // namespace

std::filesystem::path town_file() {
  const char* named = std::getenv("NAHRAUM_BENCH_OSM");
  return named ? std::filesystem::path(named)
               : std::filesystem::path(NAHRAUM_SOURCE_DIR "/../shared/data/aachen/aachen.osm.pbf");
}

const Town* town() {
  static const std::unique_ptr<Town> loaded = load();
  return loaded.get();
}

}  // namespace nahraum::bench
