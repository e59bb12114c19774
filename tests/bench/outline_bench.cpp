#include <cmath>

#include "analysis/catchment.hpp"
#include "analysis/search.hpp"
#include "geo/overlay.hpp"
#include "tests/bench/floor.hpp"
#include "tests/bench/town.hpp"

using namespace nahraum;
using analysis::Limit;

namespace {

constexpr std::size_t many = 1000;
constexpr std::size_t sampled = 20;  ///< plain buffers take too long to make a thousand of them

/// Every n-th home that has a street.
std::vector<analysis::Snap> places(const analysis::District& district, std::size_t count) {
  std::vector<analysis::Snap> found;
  const std::size_t step = std::max<std::size_t>(1, district.homes.size() / count);
  for (std::size_t i = 0; i < district.homes.size() && found.size() < count; i += step) {
    if (district.homes[i].found()) found.push_back(district.homes[i]);
  }
  return found;
}

analysis::Catchment one(const analysis::District& district, const analysis::Snap& place,
                        double seconds, analysis::Search& search) {
  const jobs::Context context;
  return analysis::catchments(district, {place}, {{Limit::Kind::seconds, seconds}},
                              analysis::Direction::towards, search, context)
      .value()
      .front();
}

double filled_area(const geo::MultiPolygon& polygons) {
  double area = 0;
  for (const auto& polygon : polygons) {
    area += std::fabs(geo::signed_area(polygon.outer));
    for (const auto& hole : polygon.holes) {
      const double hole_m2 = std::fabs(geo::signed_area(hole));
      if (hole_m2 >= analysis::OutlineRule{}.min_hole_m2) area -= hole_m2;
    }
  }
  return area;
}

/// Floor: GEOS buffer of each catchment's streets, 25 m, round, 8 segments: a sample, scaled up.
/// `times_faster` is what the issue asks for; `area_error` the mean of the sample.
void outlines_1000(benchmark::State& state) {
  const auto* town = bench::town();
  if (!town) return state.SkipWithError("no test data");
  const auto& district = *town->district;
  const auto origins = places(district, many);
  analysis::Search search;
  double worst_error = 0;
  double floor_s = 0;
  std::size_t buffers = 0;
  for (std::size_t i = 0; i < origins.size(); i += origins.size() / sampled) {
    const auto catchment = one(district, origins[i], 600, search);
    const auto lines = analysis::lines_of(*town->graph, catchment);
    double plain_m2 = 0;
    floor_s += bench::seconds_of(
        [&] { plain_m2 = filled_area(geo::buffer(lines, 25, 8).value_or(geo::MultiPolygon{})); });
    const double ours_m2 = geo::area(analysis::outline(*town->graph, catchment));
    worst_error = std::max(worst_error, std::fabs(ours_m2 / plain_m2 - 1));
    ++buffers;
  }
  floor_s *= static_cast<double>(origins.size()) / static_cast<double>(buffers);
  double work_s = 1e9;
  for (auto _ : state) {
    const double s = bench::seconds_of([&] {
      for (const auto& origin : origins) {
        benchmark::DoNotOptimize(
            analysis::outline(*town->graph, one(district, origin, 600, search)).size());
      }
    });
    state.SetIterationTime(s);
    work_s = std::min(work_s, s);
  }
  state.counters["floor_ms"] = floor_s * 1000;
  state.counters["times_faster"] = floor_s / work_s;
  state.counters["area_error"] = worst_error;
}

/// A 15-minute catchment with its outline, as under a dragging mouse.
void catchment_15_min(benchmark::State& state) {
  const auto* town = bench::town();
  if (!town) return state.SkipWithError("no test data");
  const auto origins = places(*town->district, 50);
  analysis::Search search;
  std::size_t i = 0;
  for (auto _ : state) {
    const auto catchment = one(*town->district, origins[i++ % origins.size()], 900, search);
    benchmark::DoNotOptimize(analysis::outline(*town->graph, catchment).size());
  }
}

/// The search and the rims alone.
void catchment_15_min_no_outline(benchmark::State& state) {
  const auto* town = bench::town();
  if (!town) return state.SkipWithError("no test data");
  const auto origins = places(*town->district, 50);
  analysis::Search search;
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        one(*town->district, origins[i++ % origins.size()], 900, search).length_m);
  }
}

/// Three bands from one search, each within the next.
void bands_5_10_15_min(benchmark::State& state) {
  const auto* town = bench::town();
  if (!town) return state.SkipWithError("no test data");
  const auto origins = places(*town->district, 50);
  analysis::Search search;
  const jobs::Context context;
  std::size_t i = 0;
  for (auto _ : state) {
    const auto bands = analysis::catchments(
        *town->district, {origins[i++ % origins.size()]},
        {{Limit::Kind::seconds, 300}, {Limit::Kind::seconds, 600}, {Limit::Kind::seconds, 900}},
        analysis::Direction::towards, search, context);
    benchmark::DoNotOptimize(analysis::outlines(*town->graph, *bands).size());
  }
}

}  // namespace

BENCHMARK(outlines_1000)->Iterations(3)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(catchment_15_min)->Unit(benchmark::kMillisecond);
BENCHMARK(catchment_15_min_no_outline)->Unit(benchmark::kMillisecond);
BENCHMARK(bands_5_10_15_min)->Unit(benchmark::kMillisecond);
