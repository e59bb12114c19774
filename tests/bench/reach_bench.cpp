#include "analysis/search.hpp"
#include "tests/bench/floor.hpp"
#include "tests/bench/plain_dijkstra.hpp"
#include "tests/bench/town.hpp"

using namespace nahraum;
using bench::against_floor;

namespace {

using Sources = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

Sources sources_of(const analysis::District& district, const std::string& type) {
  const auto targets = analysis::targets_of(district, type).snaps;
  Sources sources;
  for (const auto& seed : analysis::seeds_at(district.network, targets, true)) {
    if (seed.label.cost != base::unreachable) sources.push_back({seed.node, seed.label.cost.value});
  }
  return sources;
}

/// Floor: plain multi-source Dijkstra over the whole graph. Work: the same and the answer of every
/// home with metres, service, status.
void reach_one_type(benchmark::State& state) {
  const auto* town = bench::town();
  if (!town) return state.SkipWithError("no test data");
  const auto sources = sources_of(*town->district, "G04");
  bench::PlainDijkstra floor(town->district->network);
  jobs::Context context;
  against_floor(
      state, [&] { benchmark::DoNotOptimize(floor.run(sources).front()); },
      [&] { benchmark::DoNotOptimize(analysis::reach(*town->district, "G04", context).front()); });
  state.counters["nodes"] = static_cast<double>(town->graph->node_count());
  state.counters["edges"] = static_cast<double>(town->graph->edge_count());
  state.counters["homes"] = static_cast<double>(town->project->homes.size());
}

/// Every type of the catalogue that the town has; `range(0)` threads.
void reach_all_types(benchmark::State& state) {
  const auto* town = bench::town();
  if (!town) return state.SkipWithError("no test data");
  std::vector<std::pair<std::string, Sources>> types;
  for (const auto& type : town->catalogue.types) {
    auto sources = sources_of(*town->district, type.id);
    if (!sources.empty()) types.emplace_back(type.id, std::move(sources));
  }
  bench::PlainDijkstra floor(town->district->network);
  jobs::Context context({}, static_cast<int>(state.range(0)));
  const auto plain = [&] {
    for (const auto& [id, sources] : types)
      benchmark::DoNotOptimize(floor.run(sources).front());
  };
  std::vector<std::string> ids;
  for (const auto& type : types)
    ids.push_back(type.first);
  const auto full = [&] {
    benchmark::DoNotOptimize(analysis::reach(*town->district, ids, context).size());
  };
  against_floor(state, plain, full);
  state.counters["types"] = static_cast<double>(types.size());
}

}  // namespace

BENCHMARK(reach_one_type)->Iterations(101)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(reach_all_types)
    ->Arg(1)
    ->Arg(2)
    ->Iterations(9)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
