#include "scene/display_list.hpp"

#include <catch2/catch.hpp>

#include "tests/scene/small_town.hpp"

using namespace nahraum;
using namespace nahraum::scene;

namespace {

Frame frame_at_5000() {
  Frame frame;
  frame.space = Space::map;
  frame.page_mm.add(geo::Point{10, 20});
  frame.page_mm.add(geo::Point{330, 260});
  frame.view = {tests::at(170, 140), 5000};
  return frame;
}

}  // namespace

TEST_CASE("a kilometre at 1:5 000 is 200 millimetres of paper") {
  const auto frame = frame_at_5000();
  const auto a = to_page(frame, tests::at(-300, 50));
  const auto b = to_page(frame, tests::at(300, 850));  // 600 and 800 m: 1 000 m
  CHECK(geo::distance(a, b) == Approx(200).margin(1e-9));
  CHECK(b.x - a.x == Approx(120));
  CHECK(b.y - a.y == Approx(-160));  // north is up
}

TEST_CASE("the centre of the view is the centre of the frame, and the way back is exact") {
  const auto frame = frame_at_5000();
  CHECK(to_page(frame, frame.view.centre).x == Approx(170));
  CHECK(to_page(frame, frame.view.centre).y == Approx(140));
  const auto back = to_map(frame, to_page(frame, tests::at(37, 411)));
  CHECK(back.x == Approx(tests::at(37, 411).x).epsilon(1e-12));
  CHECK(back.y == Approx(tests::at(37, 411).y).epsilon(1e-12));
}

TEST_CASE("colours are read as they are written") {
  CHECK(color("#3182bd") == Color{0x31, 0x82, 0xbd, 255});
  CHECK(color("#3182bd80") == Color{0x31, 0x82, 0xbd, 128});
  CHECK(with_alpha(color("#010203"), 0.5).a == 128);
}

TEST_CASE("a list can be read as text") {
  Stroke dashed;
  dashed.color = color("#ff000080");
  dashed.width = 7;
  dashed.map_metres = true;
  dashed.min_width_mm = 0.4;
  dashed.dash_mm = {2, 1};
  Text text;
  text.text = "Lindenweg";
  text.at = {1.005, 2};
  text.angle_deg = 12.5;
  auto layer = std::make_shared<Layer>();
  layer->name = "lines";
  layer->max_denominator = 8000;
  layer->items = {Polyline{{{0, 0}, {3.456, -1}}, dashed}, text};
  CHECK(to_text(*layer) ==
        "layer lines below 1:8000\n"
        "  line #ff000080 7m min 0.4 dash 2 1 (0,0 3.46,-1)\n"
        "  text \"Lindenweg\" 1,2 8pt #000000 left turned 12.5\n");
}
