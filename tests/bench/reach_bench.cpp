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

/// Every type of the catalogue that the town has, with its sources.
struct TypesOf {
  std::vector<std::string> ids;
  std::vector<Sources> sources;

  TypesOf(const bench::Town& town, const analysis::District& district) {
    for (const auto& type : town.catalogue.types) {
      auto some = sources_of(district, type.id);
      if (some.empty()) continue;
      ids.push_back(type.id);
      sources.push_back(std::move(some));
    }
  }
};

/// `range(0)` threads.
void reach_all_types(benchmark::State& state) {
  const auto* town = bench::town();
  if (!town) return state.SkipWithError("no test data");
  const TypesOf types(*town, *town->district);
  bench::PlainDijkstra floor(town->district->network);
  jobs::Context context({}, static_cast<int>(state.range(0)));
  const auto plain = [&] {
    for (const auto& sources : types.sources)
      benchmark::DoNotOptimize(floor.run(sources).front());
  };
  const auto full = [&] {
    benchmark::DoNotOptimize(analysis::reach(*town->district, types.ids, context).size());
  };
  against_floor(state, plain, full);
  state.counters["types"] = static_cast<double>(types.ids.size());
}

/// A district for each profile of the catalogue, and what to look for in it.
struct Profiles {
  std::vector<std::shared_ptr<const analysis::District>> districts;
  std::vector<TypesOf> types;
  double prepare_s = 0;

  explicit Profiles(const bench::Town& town) {
    jobs::Context context;
    prepare_s = bench::seconds_of([&] {
      for (const auto& profile : town.catalogue.profiles) {
        districts.push_back(
            analysis::prepare_district(town.project, town.graph, town.catalogue, profile, context));
      }
    });
    for (const auto& district : districts)
      types.emplace_back(town, *district);
  }

  void reach(jobs::Context& context) const {
    for (std::size_t p = 0; p < districts.size(); ++p)
      benchmark::DoNotOptimize(analysis::reach(*districts[p], types[p].ids, context).size());
  }
  void count(benchmark::State& state) const {
    std::size_t searches = 0;
    for (const auto& of : types)
      searches += of.ids.size();
    state.counters["searches"] = static_cast<double>(searches);
    state.counters["prepare_ms"] = prepare_s * 1000;
  }
};

/// All types × all profiles; the networks of the profiles (`prepare_ms`) are made before. Floor:
/// one plain Dijkstra for each. `range(0)` threads.
void reach_everything(benchmark::State& state) {
  const auto* town = bench::town();
  if (!town) return state.SkipWithError("no test data");
  const Profiles all(*town);
  std::vector<bench::PlainDijkstra> floors;
  for (const auto& district : all.districts)
    floors.emplace_back(district->network);
  jobs::Context context({}, static_cast<int>(state.range(0)));
  const auto plain = [&] {
    for (std::size_t p = 0; p < floors.size(); ++p)
      for (const auto& sources : all.types[p].sources)
        benchmark::DoNotOptimize(floors[p].run(sources).front());
  };
  against_floor(state, plain, [&] { all.reach(context); });
  all.count(state);
}

/// The same on two threads; floor: on one. The ratio is to be at most 1 / 1.7.
void reach_everything_on_two(benchmark::State& state) {
  const auto* town = bench::town();
  if (!town) return state.SkipWithError("no test data");
  const Profiles all(*town);
  jobs::Context one({}, 1), two({}, 2);
  against_floor(
      state, [&] { all.reach(one); }, [&] { all.reach(two); });
  all.count(state);
}

}  // namespace

BENCHMARK(reach_one_type)->Iterations(101)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(reach_everything)
    ->Arg(1)
    ->Arg(2)
    ->Iterations(15)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(reach_everything_on_two)->Iterations(15)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(reach_all_types)
    ->Arg(1)
    ->Arg(2)
    ->Iterations(9)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
