#include "ui/camera.hpp"

#include <catch2/catch.hpp>

using nahraum::geo::Point;
using nahraum::ui::Camera;

namespace {

Camera camera_at(Point centre, double denominator) {
  Camera camera;
  camera.resize(801, 603, 96 / 25.4);
  camera.jump(centre, denominator);
  return camera;
}

}  // namespace

TEST_CASE("zooming keeps the place under the cursor") {
  Camera camera = camera_at({1234, -567}, 10000);
  const Point cursor{613, 122};
  const Point before = camera.to_map(cursor);
  camera.zoom(1, cursor, 5.0);
  for (const double t : {5.01, 5.05, 5.11, 5.2}) {
    camera.advance(t);
    const Point now = camera.to_map(cursor);
    CHECK(now.x == Approx(before.x).margin(1e-6));
    CHECK(now.y == Approx(before.y).margin(1e-6));
  }
  CHECK(camera.denominator() == 7500);
}

TEST_CASE("a glide ends and then nothing moves any more") {
  Camera camera = camera_at({0, 0}, 10000);
  camera.zoom(-1, {10, 10}, 0);
  CHECK(camera.advance(0.1));
  CHECK(camera.advance(0.2));
  CHECK_FALSE(camera.advance(0.3));
  CHECK(camera.denominator() == 12500);
}

TEST_CASE("zooming stops at the nearest and the farthest scale") {
  Camera camera = camera_at({0, 0}, 750);
  camera.zoom(9, {0, 0}, 0);
  camera.advance(9);
  CHECK(camera.denominator() == 500);
  camera.zoom(-99, {0, 0}, 10);
  camera.advance(20);
  CHECK(camera.denominator() == 200000);
}

TEST_CASE("dragging to the right moves the map's centre to the west") {
  Camera camera = camera_at({100, 200}, 1000);
  camera.pan_px(96, 0);  // one inch on the screen
  CHECK(camera.centre().x == Approx(100 - 25.4));
  CHECK(camera.centre().y == Approx(200));
}

TEST_CASE("the whole box is in view at the nearest scale that shows it") {
  Camera camera;
  camera.resize(800, 600, 96 / 25.4);
  const nahraum::geo::Box box{1000, 2000, 2500, 2400};
  camera.show_all(box);
  const auto seen = camera.look().bounds();
  CHECK(seen.contains({box.min_x, box.min_y}));
  CHECK(seen.contains({box.max_x, box.max_y}));
  const double shown = camera.denominator();
  camera.jump(box.centre(), shown == 7500 ? 5000 : shown / 1.5);
  CHECK_FALSE(camera.look().bounds().contains({box.min_x, box.min_y}));
}

TEST_CASE("panning never loses the project") {
  Camera camera = camera_at({0, 0}, 5000);
  camera.keep_within({-100, -50, 300, 70});
  camera.pan_px(-1e6, 1e6);
  CHECK(camera.centre() == Point{300, 70});
}
