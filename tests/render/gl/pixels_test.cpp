// Pictures by OpenGL without a screen (EGL, surfaceless): where there is no driver, a warning.

#include <array>
#include <thread>

#include <catch2/catch.hpp>
#include <epoxy/egl.h>
#include <epoxy/gl.h>

#include "base/paths.hpp"
#include "render/gl/map_renderer.hpp"
#include "scene/layers.hpp"

using namespace nahraum;
using render::gl::Look;
using render::gl::MapRenderer;
using render::gl::Stack;

namespace {

class Headless {
 public:
  Headless() {
    display_ = eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, nullptr, nullptr);
    if (display_ == EGL_NO_DISPLAY || !eglInitialize(display_, nullptr, nullptr)) return;
    eglBindAPI(EGL_OPENGL_API);
    const EGLint wanted[] = {EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    eglChooseConfig(display_, wanted, &config, 1, &count);
    const EGLint version[] = {EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, 3, EGL_NONE};
    context_ = eglCreateContext(display_, count ? config : nullptr, EGL_NO_CONTEXT, version);
    if (context_ == EGL_NO_CONTEXT) return;
    ready_ = eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context_);
  }
  ~Headless() {
    if (display_ == EGL_NO_DISPLAY) return;
    eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    if (context_ != EGL_NO_CONTEXT) eglDestroyContext(display_, context_);
    eglTerminate(display_);
  }
  bool ready() const {
    if (!ready_) WARN("no OpenGL without a screen on this machine: pixels are not checked");
    return ready_;
  }

 private:
  EGLDisplay display_ = EGL_NO_DISPLAY;
  EGLContext context_ = EGL_NO_CONTEXT;
  bool ready_ = false;
};

struct Pixels {
  int width, height;
  std::vector<std::array<unsigned char, 4>> rgba;
  /// From the top left, as the look counts.
  std::array<int, 3> at(int x, int y) const {
    const auto& p = rgba[static_cast<std::size_t>((height - 1 - y) * width + x)];
    return {p[0], p[1], p[2]};
  }
};

Look look_at(geo::Point centre, double metres_per_px) {
  Look look;
  look.centre = centre;
  look.metres_per_px = metres_per_px;
  look.px_per_mm = 4;
  look.denominator = 5000;
  look.width = 700;
  look.height = 560;
  return look;
}

Pixels draw(const std::vector<scene::LayerPtr>& base, const std::vector<scene::LayerPtr>& overlay,
            const Look& look, bool software) {
  jobs::Queue queue;
  auto renderer = MapRenderer::create(base::share_dir(), queue, software);
  REQUIRE(renderer);
  (*renderer)->show(Stack::base, base);
  (*renderer)->show(Stack::overlay, overlay);
  while (!queue.idle()) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    queue.deliver();
  }
  const auto picture = render::gl::make_picture(look.width, look.height);
  for (int i = 0; i < 50; ++i) {
    if ((*renderer)->draw(look, look.metres_per_px, 500, {0, 0, picture.framebuffer.id()})) break;
  }
  Pixels pixels{look.width, look.height, {}};
  pixels.rgba.resize(static_cast<std::size_t>(look.width * look.height));
  glBindFramebuffer(GL_FRAMEBUFFER, picture.framebuffer.id());
  glReadPixels(0, 0, look.width, look.height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.rgba.data());
  return pixels;
}

scene::LayerPtr layer(std::vector<scene::Item> items) {
  return std::make_shared<const scene::Layer>(scene::Layer{"test", std::move(items), 0, 1e12});
}

scene::Fill box_fill(double x, double y, double width, double height, const char* color) {
  return {{{geo::ring_of({x, y, x + width, y + height}), {}}}, scene::color(color), {}, {}};
}

/// How many pixels differ by more than 8 in any channel.
int difference(const Pixels& a, const Pixels& b) {
  int count = 0;
  for (std::size_t i = 0; i < a.rgba.size(); ++i) {
    int most = 0;
    for (std::size_t c = 0; c < 3; ++c)
      most = std::max(most, std::abs(a.rgba[i][c] - b.rgba[i][c]));
    count += most > 8;
  }
  return count;
}

}  // namespace

TEST_CASE("fills, bands and lines have their colours at their places") {
  const Headless gl;
  if (!gl.ready()) return;
  const auto street = scene::metres_wide(scene::color("#ffffff"), 10, 0);
  auto band = box_fill(1000, 1000, 60, 400, "#08519c");
  band.color = scene::with_alpha(*band.color, 0.5);
  const auto pixels = draw({layer({box_fill(1000, 1000, 200, 100, "#cbdfe8"),
                                   scene::Polyline{{{900, 1050}, {1400, 1050}}, street}})},
                           {layer({band})}, look_at({1100, 1100}, 1), false);
  CHECK(pixels.at(350 + 80, 280 + 70) == std::array{0xcb, 0xdf, 0xe8});  // (1180, 1030)
  CHECK(pixels.at(350 + 80, 280 + 50) == std::array{255, 255, 255});     // on the street
  CHECK(pixels.at(350 + 80, 280 + 43) == std::array{0xcb, 0xdf, 0xe8});  // 7 m beside its middle
  const auto banded = pixels.at(350 - 70, 280 - 100);                    // band over the ground
  CHECK(banded[2] > banded[0] + 40);
  CHECK(pixels.at(10, 10) == std::array{246, 244, 239});
}

TEST_CASE("tiles show what drawing directly shows") {
  const Headless gl;
  if (!gl.ready()) return;
  std::vector<scene::Item> items;
  for (int i = 0; i < 60; ++i) {
    auto house = box_fill(900 + i % 10 * 61.0, 800 + i / 10 * 83.0, 27, 19, "#dfd3c4");
    house.outline = scene::mm_wide(scene::color("#c4b5a2"), 0.3);
    items.push_back(house);
  }
  scene::Fill gap = box_fill(1100, 950, 130, 210, "#ffffff");
  gap.color.reset();
  gap.hatch = scene::Hatch{scene::color("#b30000")};
  scene::Text name;
  name.text = "Lindenstraße";
  name.at = {1180, 1090};
  name.size_pt = 11;
  name.halo = scene::color("#ffffff");
  // A whole-pixel place, so that both ways sample at the same points.
  const auto look = look_at({1150, 1120}, 1);
  const std::vector<scene::LayerPtr> base{layer(items)}, overlay{layer({gap}), layer({name})};
  const auto direct = draw(base, overlay, look, false);
  const auto tiles = draw(base, overlay, look, true);
  CHECK(difference(direct, tiles) <= 700 * 560 / 1000);
  const auto without = draw(base, {}, look, true);
  CHECK(difference(tiles, without) > 3000);
}

TEST_CASE("a line is as wide as its stroke says, in millimetres and at least") {
  const Headless gl;
  if (!gl.ready()) return;
  const auto wide = scene::mm_wide(scene::color("#000000"), 2.5);           // 10 px at 4 px/mm
  const auto thin = scene::metres_wide(scene::color("#000000"), 0.5, 1.5);  // at least 6 px
  const auto pixels = draw({layer({scene::Polyline{{{900, 1000}, {1300, 1000}}, wide},
                                   scene::Polyline{{{900, 1100}, {1300, 1100}}, thin}})},
                           {}, look_at({1100, 1050}, 1), false);
  const auto dark = [&](int from, int to) {
    int count = 0;
    for (int y = from; y < to; ++y)
      count += pixels.at(350, y)[0] < 128;
    return count;
  };
  CHECK(dark(300, 360) == 10);
  CHECK(dark(200, 260) == 6);
}
