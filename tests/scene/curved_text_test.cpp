#include "scene/curved_text.hpp"

#include <cmath>

#include <catch2/catch.hpp>

#include "tests/scene/small_town.hpp"

using namespace nahraum;
using namespace nahraum::scene;

namespace {

Text text_of(const std::string& word) {
  Text text;
  text.text = word;
  text.size_pt = 7;
  return text;
}

/// Pairs that stand closer than their letters are wide, as in real type.
TextSize kerned(const Text& text) {
  TextSize size = tests::plain_measure(text);
  if (text.text.find("AV") != std::string::npos) size.width_mm -= 0.3;
  return size;
}

}  // namespace

TEST_CASE("letters stand where the measured word has them, kerning included") {
  const auto letters = glyphs_of(text_of("TAVA"), kerned);
  REQUIRE(letters.size() == 4);
  CHECK(letters[2].text == "V");
  CHECK(letters[2].width_mm == Approx(letters[1].width_mm - 0.3));
  CHECK(letters.front().from_mm == Approx(-kerned(text_of("TAVA")).width_mm / 2));
  const auto& last = letters.back();
  CHECK(last.from_mm + last.width_mm == Approx(kerned(text_of("TAVA")).width_mm / 2));
}

TEST_CASE("a letter keeps its bytes and its combining marks") {
  const auto letters = glyphs_of(text_of("Gä\u0323ß\u0301e"), tests::plain_measure);
  REQUIRE(letters.size() == 4);
  CHECK(letters[1].text == "ä\u0323");
  CHECK(letters[2].text == "ß\u0301");
}

TEST_CASE("along a straight line letters stand as in the straight word") {
  Text text = text_of("Weg");
  text.along = {{100, 50}, {160, 50}};
  text.glyphs = glyphs_of(text, tests::plain_measure);
  for (const double metres_per_mm : {2.0, 2.6}) {
    const auto placed = placed_glyphs(text, metres_per_mm);
    REQUIRE(placed.size() == 3);
    for (const auto& each : placed) {
      CHECK(each.angle_deg == 0);
      CHECK(each.at.x == Approx(130 + each.glyph->from_mm * metres_per_mm));
      CHECK(each.at.y == Approx(50 - capital_mm(text) / 2 * metres_per_mm));
    }
  }
}

TEST_CASE("on a turned line every letter is turned and its foot lies below") {
  Text text = text_of("ab");
  text.along = {{0, 0}, {30, 40}};
  text.glyphs = glyphs_of(text, tests::plain_measure);
  for (const auto& each : placed_glyphs(text, 3)) {
    CHECK(each.angle_deg == Approx(std::atan2(4, 3) * 180 / M_PI));
    CHECK(geo::nearest_on_segment({0, 0}, {30, 40}, each.middle).distance < 1e-9);
    CHECK(geo::nearest_on_segment({0, 0}, {30, 40}, each.at).distance ==
          Approx(capital_mm(text) / 2 * 3));
    CHECK(each.at.y < each.middle.y);
  }
}

TEST_CASE("a word longer than its line goes straight on") {
  Text text = text_of("Sackgasse");
  text.along = {{0, 0}, {4, 0}, {8, 0}};
  text.glyphs = glyphs_of(text, tests::plain_measure);
  const auto placed = placed_glyphs(text, 5);
  REQUIRE(placed.size() == 9);
  CHECK(placed.front().middle.x < 0);
  CHECK(placed.back().middle.x > 8);
  CHECK(placed.back().middle.y == Approx(0).margin(1e-12));
}

TEST_CASE("haloes carry no ink and ink carries no halo") {
  Text text = text_of("Ring");
  text.color = color("#44434a");
  text.halo = color("#fbfaf7");
  const Glyph letter{"R", -2, 1};
  CHECK(halo_of(text, letter).color.a == 0);
  CHECK(halo_of(text, letter).halo);
  CHECK(ink_of(text, letter).color.a == 255);
  CHECK_FALSE(ink_of(text, letter).halo);
  CHECK(ink_of(text, letter).text == "R");
}

TEST_CASE("rounding a corner keeps both ends and cuts it within its reach") {
  const geo::Line corner{{0, 0}, {50, 0}, {50, 30}};
  const auto smooth = smoothed(corner, 6);
  CHECK(smooth.front() == corner.front());
  CHECK(smooth.back() == corner.back());
  double sharpest = 0;
  for (std::size_t i = 1; i + 1 < smooth.size(); ++i) {
    const auto a = smooth[i - 1], b = smooth[i], c = smooth[i + 1];
    const double turn = std::atan2(c.y - b.y, c.x - b.x) - std::atan2(b.y - a.y, b.x - a.x);
    sharpest = std::max(sharpest, std::abs(turn));
    CHECK(geo::nearest_on_line(corner, b).distance < 3);
  }
  CHECK(sharpest < 40 * M_PI / 180);
}

TEST_CASE("a remembered measure asks once per look of a word") {
  int asked = 0;
  const auto measure = remembering([&](const Text& text) {
    ++asked;
    return tests::plain_measure(text);
  });
  Text text = text_of("Weg");
  CHECK(measure(text).width_mm == tests::plain_measure(text).width_mm);
  measure(text);
  CHECK(asked == 1);
  text.size_pt = 9;
  CHECK(measure(text).width_mm == tests::plain_measure(text).width_mm);
  CHECK(asked == 2);
}
