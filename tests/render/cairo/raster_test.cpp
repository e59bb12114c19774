#include "render/cairo/raster.hpp"

#include <cmath>
#include <cstdlib>
#include <fstream>

#include <catch2/catch.hpp>

#include "base/paths.hpp"
#include "render/cairo/text_measure.hpp"
#include "tests/golden/golden.hpp"

using namespace nahraum;
using namespace nahraum::render;

namespace {

scene::Text word(const char* letters) {
  scene::Text text;
  text.text = letters;
  text.size_pt = 10;
  text.color = scene::color("#26252b");
  return text;
}

double mean_alpha(const Bitmap& bitmap, int x1, int y1, int x2, int y2) {
  double sum = 0;
  for (int y = y1; y < y2; ++y) {
    for (int x = x1; x < x2; ++x) {
      sum += bitmap.bgra[static_cast<std::size_t>(4 * (y * bitmap.width + x) + 3)];
    }
  }
  return sum / ((x2 - x1) * (y2 - y1)) / 255;
}

/// How dark a coarse cell is, as a digit: what a picture is like, whatever the font's rendering.
std::string coarse(const Bitmap& bitmap, int cell) {
  std::string rows;
  for (int y = 0; y + cell <= bitmap.height; y += cell) {
    for (int x = 0; x + cell <= bitmap.width; x += cell) {
      const double alpha = mean_alpha(bitmap, x, y, x + cell, y + cell);
      rows += static_cast<char>('0' + std::lround(alpha * 9));
    }
    rows += '\n';
  }
  return rows;
}

/// Cells may differ by 2 of 9, and a few by more.
void check_like(const std::string& name, const std::string& actual) {
  if (tests::regenerating()) return tests::check_golden(name, actual);
  const auto expected = tests::read_file(tests::golden_file(name));
  REQUIRE(expected.size() == actual.size());
  int unlike = 0;
  for (std::size_t i = 0; i < actual.size(); ++i)
    unlike += std::abs(actual[i] - expected[i]) > 2;
  CHECK(unlike <= static_cast<int>(actual.size() / 50));
}

}  // namespace

TEST_CASE("a text's bitmap is as large as it measures, with its place inside") {
  const auto text = word("Marktplatz");
  const auto size = text_measure()(text);
  const auto bitmap = rasterise(text, 10);
  CHECK(bitmap.width >= size.width_mm * 10);
  CHECK(bitmap.width <= size.width_mm * 10 + 24);
  CHECK(bitmap.origin_x < 12);  // left-aligned: at starts the text
  CHECK(bitmap.origin_y == Approx(size.ascent_mm * 10).margin(12));
  CHECK(bitmap.bgra.size() == static_cast<std::size_t>(bitmap.width * bitmap.height * 4));
}

TEST_CASE("centred and right-aligned texts have their place in the middle and at the end") {
  auto text = word("Marktplatz");
  text.align = scene::Align::centre;
  const auto centred = rasterise(text, 10);
  CHECK(centred.origin_x == Approx(centred.width / 2.0).margin(3));
  text.align = scene::Align::right;
  const auto right = rasterise(text, 10);
  CHECK(right.width - right.origin_x < 12);
}

TEST_CASE("nothing touches the edge of a bitmap: atlases may filter") {
  auto text = word("Ägypten jÜ");
  text.halo = scene::color("#ffffff");
  text.halo_mm = 0.5;
  const auto bitmap = rasterise(text, 8);
  CHECK(mean_alpha(bitmap, 0, 0, bitmap.width, 1) == 0);
  CHECK(mean_alpha(bitmap, 0, bitmap.height - 1, bitmap.width, bitmap.height) == 0);
  CHECK(mean_alpha(bitmap, 0, 0, 1, bitmap.height) == 0);
  CHECK(mean_alpha(bitmap, bitmap.width - 1, 0, bitmap.width, bitmap.height) == 0);
}

TEST_CASE("an empty text is an empty bitmap") {
  CHECK(rasterise(word(""), 10).width == 0);
}

TEST_CASE("the plates look like themselves") {
  const Symbols symbols(base::share_dir() / "symbols");
  std::string all;
  for (const auto plate : {scene::Plate::house, scene::Plate::square, scene::Plate::octagon,
                           scene::Plate::hexagon, scene::Plate::circle, scene::Plate::bubble,
                           scene::Plate::leaf, scene::Plate::shield, scene::Plate::triangle}) {
    scene::Symbol symbol;
    symbol.plate = plate;
    symbol.size_mm = 5;
    all += coarse(rasterise(symbol, 12, symbols), 4) + "\n";
  }
  check_like("plates.txt", all);
}

TEST_CASE("a letter stands in where there is no picture") {
  const Symbols symbols("/no/such/folder");
  scene::Symbol symbol;
  symbol.name = "pharmacy";
  symbol.plate = scene::Plate::circle;
  symbol.tint = scene::color("#000000");
  const auto bare = rasterise(symbol, 12, symbols);
  symbol.sign = "G";
  const auto lettered = rasterise(symbol, 12, symbols);
  CHECK(bare.bgra != lettered.bgra);
  CHECK_FALSE(symbols.has("pharmacy"));
}
