#pragma once
/// Floors: the least work that the same question needs, measured in the same run. In the product
/// quote only the ratios; milliseconds drift by a third from hour to hour.

#include <algorithm>
#include <chrono>
#include <functional>
#include <vector>

#include <benchmark/benchmark.h>

namespace nahraum::bench {

inline double seconds_of(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

inline double median_seconds(int times, const std::function<void()>& work) {
  std::vector<double> seconds;
  for (int i = 0; i < times; ++i)
    seconds.push_back(seconds_of(work));
  std::nth_element(seconds.begin(), seconds.begin() + times / 2, seconds.end());
  return seconds[static_cast<std::size_t>(times / 2)];
}

/// Runs work and floor in turn, so that both see the same machine, and reports their medians'
/// ratio.
inline void against_floor(benchmark::State& state, const std::function<void()>& floor,
                          const std::function<void()>& work, double floor_scale = 1) {
  std::vector<double> floors, works;
  for (auto _ : state) {
    floors.push_back(seconds_of(floor) * floor_scale);
    works.push_back(seconds_of(work));
    state.SetIterationTime(works.back());
  }
  const auto median = [](std::vector<double>& all) {
    std::nth_element(all.begin(), all.begin() + static_cast<long>(all.size() / 2), all.end());
    return all[all.size() / 2];
  };
  const double floor_s = median(floors);
  const double work_s = median(works);
  state.counters["floor_ms"] = floor_s * 1000;
  state.counters["ms"] = work_s * 1000;
  state.counters["ratio"] = work_s / floor_s;
}

}  // namespace nahraum::bench
