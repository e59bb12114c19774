#include "platform/frame_bench.hpp"

#include <cstdlib>

#include "tests/bench/floor.hpp"
#include "tests/bench/scratch_folder.hpp"
#include "tests/bench/town.hpp"

using namespace nahraum;

namespace {

constexpr int frames = 240;

/// The town's map in a window of 1920 × 1080 with the first question answered, its settings apart
/// from the user's.
std::unique_ptr<platform::Window> window_on_town(const bench::ScratchFolder& folder,
                                                 benchmark::State& state) {
  if (!std::filesystem::exists(bench::town_file())) {
    state.SkipWithError("no test data");
    return nullptr;
  }
  setenv("XDG_CONFIG_HOME", folder.path().c_str(), 1);
  setenv("XDG_STATE_HOME", folder.path().c_str(), 1);
  auto window = platform::Window::open({1920, 1080, 1});
  if (!window) {
    state.SkipWithError(base::one_line(window.error()).c_str());
    return nullptr;
  }
  (*window)->session().dispatch(app::OpenFile{bench::town_file()});
  (*window)->settle(120);
  return std::move(*window);
}

/// Floor: the same window cleared, and one picture of its size copied. `ratio` is of medians.
void against_copy(benchmark::State& state,
                  platform::FrameTimes (*measured)(platform::Window&, int)) {
  const bench::ScratchFolder folder;
  const auto window = window_on_town(folder, state);
  if (!window) return;
  for (auto _ : state) {
    const auto floor = platform::floor_frames(*window, frames);
    const auto times = measured(*window, frames);
    state.SetIterationTime(times.median / 1000);
    state.counters["floor_ms"] = floor.median;
    state.counters["p95_ms"] = times.p95;
    state.counters["most_ms"] = times.most;
    state.counters["ratio"] = times.median / floor.median;
  }
  state.counters["width"] = window->size().x;
  state.counters["height"] = window->size().y;
  state.SetLabel(window->software() ? "software" : "graphics card");
}

void frame_at_rest(benchmark::State& state) {
  against_copy(state, platform::frames_at_rest);
}
void frame_panning(benchmark::State& state) {
  against_copy(state, platform::frames_panning);
}
void frame_zooming(benchmark::State& state) {
  against_copy(state, platform::frames_zooming);
}

void frame_threshold(benchmark::State& state) {
  against_copy(state, platform::frames_moving_threshold);
}

}  // namespace

BENCHMARK(frame_threshold)->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(frame_at_rest)->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(frame_panning)->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(frame_zooming)->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);
