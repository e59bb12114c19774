/// The small town as a picture, compared coarsely: fonts and anti-aliasing may differ, places may
/// not.

#include <cstdlib>

#include <catch2/catch.hpp>

#include "base/paths.hpp"
#include "base/translate.hpp"
#include "render/cairo/cairo_canvas.hpp"
#include "render/cairo/paint.hpp"
#include "render/cairo/text_measure.hpp"
#include "scene/base_map.hpp"
#include "scene/result_layers.hpp"
#include "tests/golden/golden.hpp"
#include "tests/scene/small_town.hpp"

using namespace nahraum;
using namespace nahraum::render;

namespace {

scene::DisplayList town_map(bool with_catchment) {
  const auto style = scene::light_style();
  scene::Frame frame;
  frame.space = scene::Space::map;
  frame.page_mm.add(geo::Point{0, 0});
  frame.page_mm.add(geo::Point{60, 40});
  frame.view = {tests::at(210, 150), 8000};
  auto parts = scene::split_before(scene::base_map(tests::small_town(), style), "outside");
  frame.layers = parts.below;
  if (with_catchment) {
    const std::vector<scene::Band> bands = {
        {{analysis::Limit::Kind::seconds, 300}, tests::block(180, 120, 100, 80)}};
    for (const auto& layer : scene::catchment_layers(bands, style))
      frame.layers.push_back(layer);
  }
  frame.layers.insert(frame.layers.end(), parts.above.begin(), parts.above.end());
  scene::DisplayList list;
  list.width_mm = 60;
  list.height_mm = 40;
  list.frames = {frame};
  return list;
}

/// Mean colour of each square millimetre as three digits 0 … 9.
std::string picture(const scene::DisplayList& list) {
  constexpr int per_mm = 4;
  const int width = static_cast<int>(list.width_mm), height = static_cast<int>(list.height_mm);
  const Surface surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, width * per_mm, height * per_mm));
  const Context cr(cairo_create(surface.get()));
  cairo_scale(cr.get(), per_mm, per_mm);
  const Symbols symbols(base::share_dir() / "symbols");
  CairoCanvas canvas(cr.get(), symbols, 0.05);
  paint(list, canvas);
  cairo_surface_flush(surface.get());
  const auto* pixels = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  std::string text;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      for (int channel = 0; channel < 3; ++channel) {
        int sum = 0;
        for (int j = 0; j < per_mm; ++j) {
          for (int i = 0; i < per_mm; ++i) {
            sum += pixels[(y * per_mm + j) * stride + 4 * (x * per_mm + i) + channel];
          }
        }
        text += static_cast<char>('0' + sum * 9 / (255 * per_mm * per_mm));
      }
    }
    text += '\n';
  }
  return text;
}

int unlike(const std::string& a, const std::string& b) {
  REQUIRE(a.size() == b.size());
  int count = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    count += std::abs(a[i] - b[i]) > 1;
  return count;
}

}  // namespace

TEST_CASE("the small town looks as it looked") {
  const auto now = picture(town_map(true));
  if (tests::regenerating()) return tests::check_golden("town_picture.txt", now);
  const auto golden = tests::read_file(tests::golden_file("town_picture.txt"));
  CHECK(unlike(now, golden) <= 40);
}

TEST_CASE("the comparison sees a missing catchment") {
  CHECK(unlike(picture(town_map(true)), picture(town_map(false))) > 40);
}
