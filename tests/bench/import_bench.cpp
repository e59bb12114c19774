#include <osmium/io/any_input.hpp>

#include "io/osm_import.hpp"
#include "tests/bench/floor.hpp"
#include "tests/bench/town.hpp"

using namespace nahraum;
using bench::against_floor;

namespace {

void read_raw(const std::filesystem::path& file) {
  osmium::io::Reader reader(file.string());
  std::size_t objects = 0;
  while (const osmium::memory::Buffer buffer = reader.read()) {
    for (const auto& object : buffer.select<osmium::OSMObject>()) {
      objects += static_cast<std::size_t>(object.id() & 1);
    }
  }
  benchmark::DoNotOptimize(objects);
  reader.close();
}

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
