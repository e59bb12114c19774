#include "analysis/search.hpp"
#include "analysis/siting.hpp"
#include "geo/crs.hpp"
#include "tests/bench/floor.hpp"
#include "tests/bench/plain_dijkstra.hpp"
#include "tests/bench/town.hpp"

using namespace nahraum;
using bench::against_floor;

namespace {

/// 3 × 3 km of the town's middle: Aachen-Ost of the test data, with streets all around.
std::shared_ptr<const analysis::District> middle_of(const bench::Town& town) {
  const auto projection = geo::Projection::to_epsg(town.project->info.epsg);
  const auto centre = projection->forward(geo::LonLat{6.1113, 50.7775});
  auto project = *town.project;
  const geo::Box box{centre.x - 1500, centre.y - 1500, centre.x + 1500, centre.y + 1500};
  project.district = {{geo::ring_of(box), {}}};
  for (auto& home : project.homes) {
    home.in_district = box.contains(home.at);
    if (!home.residents.all) home.residents.all = home.dwellings * 2;
  }
  const auto* profile = town.catalogue.profile("age_85").value();
  jobs::Context context;
  return analysis::prepare_district(std::make_shared<const model::Project>(std::move(project)),
                                    town.graph, town.catalogue, *profile, context);
}

/// Floor: one plain Dijkstra over the whole network (reach of one type without anything else).
/// Work: five new supermarkets within ten minutes, every point of the district's streets being
/// possible: rows, greedy, exchange, bound. `range(0)` threads; `range(1)` 1: as if there were none
/// yet, which leaves every home open.
void siting_all_street_points(benchmark::State& state) {
  const auto* town = bench::town();
  if (!town) return state.SkipWithError("no test data");
  const auto district = middle_of(*town);
  analysis::SitingQuestion question;
  question.limit = {analysis::Limit::Kind::seconds, 600};
  question.sites = 5;
  question.keep_existing = state.range(1) == 0;
  const auto candidates = analysis::street_candidates(*district, 50);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> sources;
  for (const auto& seed :
       analysis::seeds_at(district->network, analysis::targets_of(*district, "N01").snaps, true)) {
    if (seed.label.cost != base::unreachable) sources.push_back({seed.node, seed.label.cost.value});
  }
  bench::PlainDijkstra floor(district->network);
  jobs::Context context({}, static_cast<int>(state.range(0)));
  analysis::SitingAnswer answer;
  std::size_t open = 0;
  against_floor(
      state, [&] { benchmark::DoNotOptimize(floor.run(sources).front()); },
      [&] {
        const auto siting =
            analysis::siting_case(*district, "N01", candidates, question, context).value();
        answer = analysis::solve_siting(siting, std::nullopt, context);
        open = siting.open.size();
      });
  state.counters["candidates"] = static_cast<double>(candidates.size());
  state.counters["open_homes"] = static_cast<double>(open);
  state.counters["gained"] = static_cast<double>(answer.value);
  state.counters["below_%"] = 100 * analysis::most_below(question, answer);
}

}  // namespace

BENCHMARK(siting_all_street_points)
    ->Args({1, 0})
    ->Args({2, 0})
    ->Args({1, 1})
    ->Args({2, 1})
    ->Iterations(5)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
