#include "io/osm_import.hpp"
#include "tests/bench/floor.hpp"
#include "tests/bench/raw_read.hpp"
#include "tests/bench/town.hpp"

using namespace nahraum;
using bench::against_floor;
using bench::read_raw;

namespace {

/// Floor: libosmium reads every object of the same file.
void import_osm(benchmark::State& state) {
  const auto* town = bench::town();
  if (!town) return state.SkipWithError("no test data");
  against_floor(
      state, [&] { read_raw(town->file); },
      [&] {
        jobs::Context context;
        const auto project =
            io::import_osm(town->file, io::WholeFile{}, {}, town->catalogue, context);
        benchmark::DoNotOptimize(project->homes.size());
      });
}

/// Floor: the same raw read. Work: graph, one profile's costs, snaps of homes and services.
void build_network(benchmark::State& state) {
  const auto* town = bench::town();
  if (!town) return state.SkipWithError("no test data");
  against_floor(
      state, [&] { read_raw(town->file); },
      [&] {
        jobs::Context context;
        auto graph = std::make_shared<const analysis::StreetGraph>(
            analysis::build_street_graph(town->project->streets, context, town->project->roads));
        const auto* profile = town->catalogue.profile("rollator").value();
        const auto district =
            analysis::prepare_district(town->project, graph, town->catalogue, *profile, context);
        benchmark::DoNotOptimize(district->homes.size());
      });
}

}  // namespace

BENCHMARK(import_osm)->Iterations(5)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(build_network)->Iterations(9)->UseManualTime()->Unit(benchmark::kMillisecond);
