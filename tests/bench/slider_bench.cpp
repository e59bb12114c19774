#include "app/graded.hpp"
#include "scene/grade_layers.hpp"
#include "scene/style.hpp"
#include "tests/bench/floor.hpp"
#include "tests/bench/town.hpp"

using namespace nahraum;
using bench::against_floor;

namespace {

/// The town's pharmacies, asked once.
std::shared_ptr<const app::Answer> answered(const bench::Town& town) {
  jobs::Context context;
  return std::make_shared<const app::Answer>(
      app::answer(town.district, {"G04", "adult", {analysis::Limit::Kind::seconds, 600}}, context));
}

/// Floor: one pass over the ways that were found, each compared with one limit. Work: a handle's
/// step; all homes counted by grade and between two standards, and the map's layers picked anew.
void threshold_slider(benchmark::State& state) {
  const auto* town = bench::town();
  if (!town) return state.SkipWithError("no test data");
  const auto answer = answered(*town);
  auto graded = app::grade(answer, {"max", {}, "minutes_10"}, town->catalogue, nullptr);
  const auto homes = scene::graded_homes(*town->project, *graded->groups, scene::light_style());
  const auto floor = [&] {
    long within = 0;
    for (const auto& home : answer->reach)
      within += home.metres >= 0 && home.metres <= 500;
    benchmark::DoNotOptimize(within);
  };
  int step = 0;
  std::size_t layers = 0;
  against_floor(state, floor, [&] {
    const double limit_m = 600 + 50 * (++step % 20);
    const analysis::Thresholds own{{analysis::Limit::Kind::metres, 500},
                                   {analysis::Limit::Kind::metres, limit_m}};
    graded = app::grade(answer, {"max", own, "minutes_10"}, town->catalogue, graded.get());
    layers = scene::grade_layers(homes, graded->thresholds).size();
    benchmark::DoNotOptimize(layers);
  });
  state.counters["homes"] = static_cast<double>(town->project->homes.size());
  state.counters["buildings"] = static_cast<double>(town->project->buildings.size());
  state.counters["groups"] = static_cast<double>(graded->groups->groups.size());
  state.counters["layers"] = static_cast<double>(layers);
}

}  // namespace

BENCHMARK(threshold_slider)->Iterations(200)->UseManualTime()->Unit(benchmark::kMillisecond);
