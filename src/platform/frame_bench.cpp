#include "platform/frame_bench.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include <epoxy/gl.h>
#include <fmt/format.h>

#include "app/state.hpp"
#include "base/paths.hpp"

namespace nahraum::platform {
namespace {

constexpr double budget_ms = 9;

FrameTimes measure(Window& window, int frames, const std::function<void(int)>& each) {
  std::vector<double> ms;
  for (int i = 0; i < frames; ++i) {
    const double start = window.now_s();
    each(i);
    glFinish();
    ms.push_back((window.now_s() - start) * 1000);
  }
  return frame_times(std::move(ms));
}

/// Clear, and one picture of the window's size copied pixel by pixel or scaled smoothly.
FrameTimes measure_floor(Window& window, int frames, int filter) {
  auto painter = render::gl::Painter::create(base::share_dir() / "shaders", {});
  if (!painter) return {};
  const ImVec2 all = window.size();
  const int width = static_cast<int>(all.x), height = static_cast<int>(all.y);
  const auto picture = render::gl::make_picture(width, height);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
  return measure(window, frames, [&](int) {
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    painter->begin(0, 0, width, height);
    glClearColor(1, 1, 1, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glDisable(GL_BLEND);
    painter->draw_picture(picture.texture.id(), {-1, -1, 1, 1, 0, 0, 1, 1});
  });
}

void print(const char* name, const FrameTimes& times, const FrameTimes& floor) {
  fmt::print("{:<10} median {:6.2f} ms   p95 {:6.2f} ms   most {:6.2f} ms   {:5.2f} x floor\n",
             name, times.median, times.p95, times.most,
             times.median / std::max(floor.median, 1e-6));
}

/// A service of the question on a circle around its place: each frame answers the question anew.
void bench_drag(Window& window, int frames, const FrameTimes& floor) {
  const auto& state = window.session().state();
  if (!state.project) return;
  for (const auto& service : state.project->services) {
    if (service.type != state.question.type || !service.in_district) continue;
    const auto id = service.id;
    const geo::Point at = service.at;
    window.map().show_all();
    window.settle(30);
    const auto drag = [&](int i) {
      const double turn = i * 2 * 3.14159265 / 120;
      window.session().dispatch(
          app::DragService{id, {at.x + 150 * std::cos(turn), at.y + 150 * std::sin(turn)}});
      window.frame(budget_ms);
    };
    print("dragging", measure(window, frames, drag), floor);
    window.session().dispatch(app::CancelDrag{});
    return window.settle(30);
  }
}

}  // namespace

FrameTimes frame_times(std::vector<double> ms) {
  if (ms.empty()) return {};
  std::sort(ms.begin(), ms.end());
  const auto at = [&](double share) {
    const auto last = static_cast<double>(ms.size() - 1);
    return ms[static_cast<std::size_t>(std::lround(share * last))];
  };
  return {at(0.5), at(0.95), ms.back()};
}

FrameTimes floor_frames(Window& window, int frames) {
  return measure_floor(window, frames, GL_NEAREST);
}

FrameTimes frames_at_rest(Window& window, int frames) {
  window.settle(30);
  return measure(window, frames, [&](int) { window.frame(budget_ms); });
}

FrameTimes frames_panning(Window& window, int frames) {
  window.map().show_all();
  window.map().zoom_at_middle(2, window.now_s());
  window.settle(30);
  auto& camera = window.map().camera();
  return measure(window, frames, [&](int i) {
    const double turn = i * 2 * 3.14159265 / 120;
    camera.pan_px(16 * std::cos(turn), 11 * std::sin(turn));
    window.frame(budget_ms);
  });
}

FrameTimes frames_zooming(Window& window, int frames) {
  window.map().show_all();
  window.settle(30);
  return measure(window, frames, [&](int i) {
    const int step = i / 60 % 2 ? -1 : 1;
    if (i % 10 == 0) window.map().zoom_at_middle(step, window.now_s());
    window.frame(budget_ms);
  });
}

FrameTimes frames_moving_threshold(Window& window, int frames) {
  auto& session = window.session();
  window.map().show_all();
  session.dispatch(app::AskStudy{app::Study::standards, ""});
  window.settle(60);
  const auto* graded = session.state().graded.get();
  if (!graded) return {};
  const auto range = graded->range;
  auto times = measure(window, frames, [&](int i) {
    const double turn = 0.5 + 0.5 * std::sin(i * 2 * 3.14159265 / 120);
    session.dispatch(app::MoveThreshold{false, range.low + turn * (range.high - range.low)});
    window.frame(budget_ms);
  });
  session.dispatch(app::CloseStudy{});
  window.settle(30);
  return times;
}

void bench_frames(Window& window, int frames) {
  const ImVec2 all = window.size();
  fmt::print("{} at {} x {}, {}\n", render::gl::driver_name(), all.x, all.y,
             window.software() ? "tiles" : "direct");
  const auto floor = floor_frames(window, frames);
  print("floor", floor, floor);
  print("smooth", measure_floor(window, frames, GL_LINEAR), floor);
  print("at rest", frames_at_rest(window, frames), floor);
  print("panning", frames_panning(window, frames), floor);
  print("zooming", frames_zooming(window, frames), floor);
  print("threshold", frames_moving_threshold(window, frames), floor);
  bench_drag(window, frames, floor);
}

}  // namespace nahraum::platform
