#pragma once
/// Floors: the least work that the same question needs, measured in the same run. In the product
/// quote only the ratios; milliseconds drift by a third from hour to hour.

#include <algorithm>
#include <chrono>
#include <functional>

#include <benchmark/benchmark.h>

namespace nahraum::bench {

inline double seconds_of(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Runs work and floor in turn, so that both see the same machine; the ratio is that of their best
/// times, which other programs on the machine disturb least.
inline void against_floor(benchmark::State& state, const std::function<void()>& floor,
                          const std::function<void()>& work) {
  double floor_s = 1e9;
  double work_s = 1e9;
  for (auto _ : state) {
    floor_s = std::min(floor_s, seconds_of(floor));
    const double seconds = seconds_of(work);
    work_s = std::min(work_s, seconds);
    state.SetIterationTime(seconds);
  }
  state.counters["floor_ms"] = floor_s * 1000;
  state.counters["best_ms"] = work_s * 1000;
  state.counters["ratio"] = work_s / floor_s;
}

}  // namespace nahraum::bench
