#pragma once
/// How long a frame takes, beside the least that any window of this size takes.

#include "platform/window.hpp"

namespace nahraum::platform {

/// Milliseconds of one kind of frame.
struct FrameTimes {
  double median = 0, p95 = 0, most = 0;
};
FrameTimes frame_times(std::vector<double> ms);

/// The least: clear, and one picture of the window's size copied pixel by pixel.
FrameTimes floor_frames(Window& window, int frames);
/// Each settles first, so that only what the name says is measured.
FrameTimes frames_at_rest(Window& window, int frames);
/// Round trips at twice the scale that shows all: what comes into view is new on the way out only.
FrameTimes frames_panning(Window& window, int frames);
/// A step every ten frames, six in, six out.
FrameTimes frames_zooming(Window& window, int frames);

/// A handle of the standard's thresholds in every frame, all homes of the district in view.
FrameTimes frames_moving_threshold(Window& window, int frames);

/// Prints a line each for the floor, a smoothly scaled picture, at rest, panning, zooming,
/// moving a threshold, dragging.
void bench_frames(Window& window, int frames);

}  // namespace nahraum::platform
