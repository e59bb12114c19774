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

TEST_CASE("a flight ends where it was sent, and a hand stops it") {
  Camera camera = camera_at({100, 200}, 10000);
  camera.fly({700, -300}, 2500, 1.0);
  CHECK(camera.advance(1.05));
  CHECK(camera.denominator() < 10000);
  CHECK(camera.denominator() > 2500);
  CHECK(camera.advance(1.2));
  CHECK_FALSE(camera.advance(1.3));
  CHECK(camera.centre() == Point{700, -300});
  CHECK(camera.denominator() == 2500);
  camera.fly({0, 0}, 5000, 2.0);
  camera.advance(2.05);
  camera.hold();
  const Point held = camera.centre();
  CHECK_FALSE(camera.advance(2.1));
  CHECK(camera.centre() == held);
}

TEST_CASE("a drawn box fills the map") {
  Camera camera = camera_at({0, 0}, 50000);
  const nahraum::geo::Box box{1000, 2000, 1150, 2300};
  camera.fly_to(box, 0);
  camera.advance(1);
  CHECK(camera.centre() == box.centre());
  CHECK(camera.look().bounds().contains({1000, 2000}));
  CHECK(camera.look().bounds().contains({1150, 2300}));
  CHECK(camera.denominator() < 5000);
}

TEST_CASE("a swing goes as far in long frames as in short ones, and ends") {
  const auto far = [](double frame_s) {
    Camera camera = camera_at({0, 0}, 5000);
    camera.swing({800, -200}, 0);
    double now = 0;
    while (camera.advance(now += frame_s) && now < 10) {
    }
    CHECK(now < 5);
    return camera.centre();
  };
  const Point slow = far(0.05), fast = far(0.01);
  CHECK(slow.x < -50);
  CHECK(slow.y < 0);
  CHECK(slow.x == Approx(fast.x).epsilon(0.1));
  Camera still = camera_at({0, 0}, 5000);
  still.swing({3, 3}, 0);  // a hand that hardly moved
  CHECK_FALSE(still.advance(0.1));
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
