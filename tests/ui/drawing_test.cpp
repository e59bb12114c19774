/// Shapes under the mouse: what presses, drags and keys make of them.

#include "ui/drawing.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace nahraum;
using ui::Drawing;
using Shape = Drawing::Shape;
using Key = Drawing::Key;
using Points = std::vector<geo::Point>;

namespace {

void click(Drawing& drawing, geo::Point at) {
  drawing.press(at);
  drawing.release(at, false, 1);
}

}  // namespace

TEST_CASE("a point is one click") {
  Drawing drawing(Shape::point);
  click(drawing, {3, 4});
  CHECK(drawing.done());
  CHECK(drawing.points() == Points{{3, 4}});
}

TEST_CASE("a pair is pressed here and released there, or clicked once") {
  Drawing dragged(Shape::pair);
  dragged.press({1, 2});
  dragged.move({5, 6}, 1);
  CHECK(dragged.shown() == Points{{1, 2}, {5, 6}});
  dragged.release({9, 7}, true, 1);
  CHECK(dragged.done());
  CHECK(dragged.points() == Points{{1, 2}, {9, 7}});
  Drawing clicked(Shape::pair);
  click(clicked, {1, 2});
  CHECK(clicked.points() == Points{{1, 2}});
}

TEST_CASE("a line grows by clicks, loses its last vertex by Backspace and ends by Enter") {
  Drawing drawing(Shape::line);
  click(drawing, {0, 0});
  drawing.key(Key::enter);
  CHECK_FALSE(drawing.done());  // one point is no line
  click(drawing, {10, 0});
  click(drawing, {90, 0});
  drawing.key(Key::backspace);
  click(drawing, {10, 7});
  drawing.move({20, 7}, 1);
  CHECK(drawing.shown().size() == 4);
  drawing.key(Key::enter);
  CHECK(drawing.done());
  CHECK(drawing.points() == Points{{0, 0}, {10, 0}, {10, 7}});
}

TEST_CASE("a double click ends a line without a second vertex in the same place") {
  Drawing drawing(Shape::line);
  click(drawing, {0, 0});
  click(drawing, {10, 3});
  drawing.double_click();
  drawing.release({10, 3}, false, 1);
  CHECK(drawing.done());
  CHECK(drawing.points() == Points{{0, 0}, {10, 3}});
}

TEST_CASE("a drag while a line is drawn moves the map and adds no vertex") {
  Drawing drawing(Shape::line);
  click(drawing, {0, 0});
  drawing.press({50, 50});
  drawing.release({80, 90}, true, 1);
  CHECK(drawing.points() == Points{{0, 0}});
  CHECK_FALSE(drawing.draws_by_dragging());
}

TEST_CASE("a polygon closes by a click on its first vertex, and needs three") {
  Drawing drawing(Shape::polygon);
  click(drawing, {0, 0});
  click(drawing, {10, 0});
  drawing.double_click();
  CHECK_FALSE(drawing.done());
  click(drawing, {10, 8});
  click(drawing, {0.5, 0.5});
  CHECK(drawing.done());
  CHECK(drawing.points() == Points{{0, 0}, {10, 0}, {10, 8}});
}

TEST_CASE("freehand follows the held button, and a mere click draws nothing") {
  Drawing drawing(Shape::freehand);
  click(drawing, {4, 4});
  CHECK_FALSE(drawing.done());
  CHECK_FALSE(drawing.begun());
  drawing.press({0, 0});
  drawing.move({0.5, 0}, 1);  // nearer than what counts
  drawing.move({3, 0}, 1);
  drawing.release({6, 1}, true, 1);
  CHECK(drawing.done());
  CHECK(drawing.points() == Points{{0, 0}, {3, 0}, {6, 1}});
}

TEST_CASE("Escape gives up") {
  Drawing drawing(Shape::polygon);
  click(drawing, {0, 0});
  drawing.key(Key::escape);
  CHECK(drawing.given_up());
  CHECK_FALSE(drawing.done());
}

TEST_CASE("a simplified line keeps its ends and stays within the tolerance of every vertex") {
  CHECK(ui::simplified({{0, 0}, {5, 0.1}, {10, 0}}, 1) == Points{{0, 0}, {10, 0}});
  CHECK(rc::check("no vertex is farther away than allowed", [] {
    Points line;
    const int count = *rc::gen::inRange(2, 40);
    for (int i = 0; i < count; ++i)
      line.push_back({*rc::gen::inRange(0, 400) / 3.0, *rc::gen::inRange(0, 400) / 7.0});
    const double tolerance = *rc::gen::inRange(0, 90) / 10.0;
    const auto simple = ui::simplified(line, tolerance);
    RC_ASSERT(simple.front() == line.front());
    RC_ASSERT(simple.back() == line.back());
    for (const auto& vertex : line) {
      double nearest = 1e300;
      for (std::size_t i = 1; i < simple.size(); ++i) {
        nearest =
            std::min(nearest, geo::nearest_on_segment(simple[i - 1], simple[i], vertex).distance);
      }
      RC_ASSERT(nearest <= tolerance + 1e-9);
    }
  }));
}
