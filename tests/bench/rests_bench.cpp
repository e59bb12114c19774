#include <filesystem>

#include "analysis/seat_siting.hpp"
#include "tests/bench/floor.hpp"
#include "tests/bench/town.hpp"

using namespace nahraum;
using bench::against_floor;

namespace {

struct Rested {
  const bench::Town* town;
  analysis::RestNetwork network;
  analysis::Targets targets;

  explicit Rested(const bench::Town* of)
      : town(of),
        network(*of->district, analysis::seats_of(*of->project, of->catalogue.rests),
                of->catalogue.rests),
        targets(analysis::targets_of(*of->district, "G04")) {}
};

/// Floor: reach() of the same type. Work: the ways with and without rests, longest stretches;
/// `range(0)`: metres from seat to seat.
void rests_one_type(benchmark::State& state) {
  const auto* town = bench::town();
  if (!town) return state.SkipWithError("no test data");
  const Rested rested(town);
  jobs::Context context;
  const auto gap_m = static_cast<float>(state.range(0));
  against_floor(
      state, [&] { benchmark::DoNotOptimize(analysis::reach(*town->district, "G04", context)); },
      [&] {
        benchmark::DoNotOptimize(
            analysis::rests(*town->district, rested.network, rested.targets, gap_m, context));
      });
  state.counters["nodes"] = static_cast<double>(town->graph->node_count());
  state.counters["homes"] = static_cast<double>(town->project->homes.size());
}

/// Floor: rests() once. Work: the best new seat among all places.
void suggest_one_seat(benchmark::State& state) {
  const auto* town = bench::town();
  if (!town) return state.SkipWithError("no test data");
  const Rested rested(town);
  const auto places = analysis::seat_places(*town->district, town->catalogue.rests);
  const auto gap_m = static_cast<float>(state.range(0));
  const analysis::SeatQuestion question{
      rested.targets, gap_m, {analysis::Limit::Kind::metres, 1000}};
  jobs::Context context;
  against_floor(
      state,
      [&] {
        benchmark::DoNotOptimize(
            analysis::rests(*town->district, rested.network, rested.targets, gap_m, context));
      },
      [&] {
        benchmark::DoNotOptimize(
            analysis::suggest_seats(*town->district, rested.network, places, question, 1, context));
      });
  state.counters["places"] = static_cast<double>(places.size());
}

}  // namespace

BENCHMARK(rests_one_type)
    ->Arg(100)
    ->Arg(150)
    ->Arg(300)
    ->Iterations(21)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(suggest_one_seat)
    ->Arg(150)
    ->Arg(300)
    ->Iterations(2)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
