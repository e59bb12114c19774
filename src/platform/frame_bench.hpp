#pragma once
/// How long a frame takes, beside the least that any window of this size takes.

#include "platform/window.hpp"

namespace nahraum::platform {

/// Milliseconds of one kind of frame.
struct FrameTimes {
  double median = 0, p95 = 0, most = 0;
};
FrameTimes frame_times(std::vector<double> ms);

/// Prints a line each for the floor (clear and compose one full picture), at rest, panning,
/// zooming.
void bench_frames(Window& window, int frames);

}  // namespace nahraum::platform
