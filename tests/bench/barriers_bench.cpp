#include "analysis/closures.hpp"
#include "tests/bench/floor.hpp"
#include "tests/bench/town.hpp"

using namespace nahraum;
using bench::against_floor;

namespace {

constexpr std::size_t wanted = 500;

/// Of a longer list every so many, so that they lie all over the town.
template <class Item>
std::vector<Item> spread(const std::vector<Item>& all) {
  if (all.size() <= wanted) return all;
  std::vector<Item> some;
  for (std::size_t i = 0; i < wanted; ++i)
    some.push_back(all[i * all.size() / wanted]);
  return some;
}

std::shared_ptr<const analysis::District> with_rollator(const bench::Town& town) {
  jobs::Context context;
  return analysis::prepare_district(town.project, town.graph, town.catalogue,
                                    *town.catalogue.profile("rollator").value(), context);
}

/// `range(0)`: 0 for ten minutes, else a limit in metres, behind which nothing can be left out.
analysis::TypeLimit pharmacy(const benchmark::State& state) {
  const auto metres = static_cast<double>(state.range(0));
  if (metres > 0) return {"G04", {analysis::Limit::Kind::metres, metres}};
  return {"G04", {analysis::Limit::Kind::seconds, 600}};
}

/// Floor: reach() of the same type. Work: who gains without each of 500 obstacles.
void rank_500_barriers(benchmark::State& state) {
  const auto* town = bench::town();
  if (!town) return state.SkipWithError("no test data");
  const auto district = with_rollator(*town);
  const auto obstacles = spread(analysis::obstacles_of(*district).list);
  jobs::Context context;
  against_floor(
      state, [&] { benchmark::DoNotOptimize(analysis::reach(*district, "G04", context)); },
      [&] {
        benchmark::DoNotOptimize(
            analysis::gained_homes(*district, obstacles, {pharmacy(state)}, context));
      });
  state.counters["obstacles"] = static_cast<double>(obstacles.size());
}

/// The same for who loses by each of 500 closures.
void rank_500_closures(benchmark::State& state) {
  const auto* town = bench::town();
  if (!town) return state.SkipWithError("no test data");
  const auto district = with_rollator(*town);
  jobs::Context context;
  const auto closures = spread(analysis::closures_of(*district, {pharmacy(state)}, context));
  against_floor(
      state, [&] { benchmark::DoNotOptimize(analysis::reach(*district, "G04", context)); },
      [&] {
        benchmark::DoNotOptimize(
            analysis::lost_homes(*district, closures, {pharmacy(state)}, context));
      });
  state.counters["closures"] = static_cast<double>(closures.size());
}

}  // namespace

BENCHMARK(rank_500_barriers)
    ->Arg(0)
    ->Arg(1000)
    ->Iterations(11)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(rank_500_closures)
    ->Arg(0)
    ->Arg(1000)
    ->Iterations(11)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
