#include "scene/labels.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include <catch2/catch.hpp>

#include "scene/curved_text.hpp"
#include "scene/label_candidates.hpp"
#include "scene/label_room.hpp"
#include "tests/scene/small_town.hpp"

using namespace nahraum;
using namespace nahraum::scene;

namespace {

/// A town of crooked streets with names of different length.
model::Project crooked_town() {
  auto town = tests::small_town();
  std::mt19937 random(5);
  std::uniform_real_distribution<double> place(-900, 1300), step(-160, 160);
  for (int i = 0; i < 160; ++i) {
    double x = place(random), y = place(random);
    std::vector<std::uint32_t> nodes;
    for (int k = 0; k < 4; ++k, x += step(random) + 60, y += step(random)) {
      nodes.push_back(tests::node(town, x, y));
    }
    const char* kind = i % 5 == 0 ? "secondary" : "residential";
    tests::street(town, nodes,
                  {{"highway", kind},
                   {"name", "Straße " + std::string(static_cast<std::size_t>(i % 9) + 2, 'a') +
                                std::to_string(i)}});
  }
  for (int i = 0; i < 12; ++i) {  // arches, whose names bend
    std::vector<std::uint32_t> nodes;
    for (int k = 0; k <= 16; ++k) {
      const double angle = (30 + 7.5 * k) * M_PI / 180, radius = 60 + 11 * i;
      nodes.push_back(tests::node(town, i * 157 - 700 + radius * std::cos(angle),
                                  (i * 311) % 1700 - 600 + radius * std::sin(angle)));
    }
    tests::street(town, nodes,
                  {{"highway", "residential"}, {"name", "Am Rundling " + std::to_string(i)}});
  }
  town.places.push_back({"Unterdorf", "quarter", tests::at(300, 250)});
  return town;
}

/// The ink's box, measured anew from the text alone.
Corners ink(const Text& text, double denominator) {
  const auto size = tests::plain_measure(text);
  const double metres = denominator / 1000;
  const double x_height = text.size_pt * 25.4 / 72 * 0.72;
  const double angle = text.angle_deg * M_PI / 180;
  const double up = text.wrap_mm > 0 ? size.ascent_mm - size.height_mm / 2 : x_height / 2;
  const double high = text.wrap_mm > 0 ? size.height_mm : x_height;
  const geo::Point centre{text.at.x - std::sin(angle) * up * metres,
                          text.at.y + std::cos(angle) * up * metres};
  return corners_of(centre, size.width_mm * metres, high * metres, text.angle_deg);
}

/// All that a label covers: a box, or one per letter.
std::vector<Corners> inks(const Text& text, double denominator) {
  if (text.along.empty()) return {ink(text, denominator)};
  const double metres = denominator / 1000;
  std::vector<Corners> boxes;
  for (const auto& each : placed_glyphs(text, metres))
    boxes.push_back(corners_of(each.middle, each.glyph->width_mm * metres,
                               capital_mm(text) * metres, each.angle_deg));
  return boxes;
}

bool any_overlap(const std::vector<Corners>& a, const std::vector<Corners>& b) {
  return std::any_of(a.begin(), a.end(), [&](const Corners& one) {
    return std::any_of(b.begin(), b.end(),
                       [&](const Corners& other) { return overlap(one, other); });
  });
}

LabelRequest at_scale(double denominator) {
  LabelRequest request;
  request.denominator = denominator;
  return request;
}

}  // namespace

TEST_CASE("no two labels overlap, at any scale, straight or bent") {
  int bent = 0;
  const auto candidates = label_candidates(crooked_town());
  for (const double denominator : {1500.0, 5000.0, 9000.0}) {
    const auto layer =
        place_labels(*candidates, at_scale(denominator), light_style(), tests::plain_measure);
    REQUIRE(layer->items.size() > 20);
    std::vector<std::vector<Corners>> boxes;
    for (const auto& item : layer->items)
      boxes.push_back(inks(std::get<Text>(item), denominator));
    bent += static_cast<int>(
        std::count_if(layer->items.begin(), layer->items.end(),
                      [](const Item& item) { return !std::get<Text>(item).along.empty(); }));
    int overlaps = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      for (std::size_t j = i + 1; j < boxes.size(); ++j)
        overlaps += any_overlap(boxes[i], boxes[j]);
    }
    CHECK(overlaps == 0);
  }
  CHECK(bent > 5);
}

TEST_CASE("what stands where does not depend on the part in view, and twice is the same") {
  const auto candidates = label_candidates(crooked_town());
  const auto style = light_style();
  const auto whole = place_labels(*candidates, at_scale(5000), style, tests::plain_measure);
  const auto again =
      place_labels(*label_candidates(crooked_town()), at_scale(5000), style, tests::plain_measure);
  CHECK(to_text(*whole) == to_text(*again));
}

TEST_CASE("names are never upside down and stand along their street") {
  const auto layer = place_labels(*label_candidates(crooked_town()), at_scale(2500), light_style(),
                                  tests::plain_measure);
  for (const auto& item : layer->items) {
    const auto& text = std::get<Text>(item);
    CHECK(text.angle_deg <= 90);
    CHECK(text.angle_deg > -90);
    for (const auto& letter : placed_glyphs(text, 2.5))
      CHECK(std::abs(letter.angle_deg) < 90);
  }
}

TEST_CASE("a name on a bend follows its street, letter by letter") {
  model::Project town;
  std::vector<std::uint32_t> nodes;
  constexpr double radius = 90;
  for (int i = 0; i <= 24; ++i) {  // an arch of 120 degrees, from right to left
    const double angle = (30 + 5 * i) * M_PI / 180;
    nodes.push_back(tests::node(town, radius * std::cos(angle), radius * std::sin(angle)));
  }
  tests::street(town, nodes, {{"highway", "residential"}, {"name", "Am Rundling"}});
  const auto layer =
      place_labels(*label_candidates(town), at_scale(3000), light_style(), tests::plain_measure);
  REQUIRE(layer->items.size() == 1);
  const auto& text = std::get<Text>(layer->items.front());
  REQUIRE(text.glyphs.size() == 11);
  const auto letters = placed_glyphs(text, 3);
  CHECK(letters.front().angle_deg > letters.back().angle_deg + 20);  // up, over, and down again
  for (const auto& letter : letters)
    CHECK(std::abs(geo::distance(letter.middle, tests::at(0, 0)) - radius) < 1.5);
}

TEST_CASE("houses are numbered at large scales only, and only upon themselves") {
  auto town = tests::small_town();
  town.homes[0].address = "Lindenweg 12 a";
  town.homes[1].address = "Lindenweg 3, 5, 7 …";
  const auto candidates = label_candidates(town);
  const auto numbers_at = [&](double denominator) {
    std::vector<std::string> numbers;
    const auto layer =
        place_labels(*candidates, at_scale(denominator), light_style(), tests::plain_measure);
    for (const auto& item : layer->items) {
      const auto& text = std::get<Text>(item).text;
      if (text[0] >= '0' && text[0] <= '9') numbers.push_back(text);
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
  };
  CHECK(numbers_at(500) == std::vector<std::string>{"12 a", "3–7"});
  CHECK(numbers_at(5000).empty());
}

TEST_CASE("the number of a house is what stands behind its street") {
  CHECK(house_number("Hauptstraße 5") == "5");
  CHECK(house_number("Straße des 17. Juni 135b") == "135b");
  CHECK(house_number("Weg 12 a") == "12 a");
  CHECK(house_number("Hauptstraße 5, 7, 9, 11 …") == "5–11");
  CHECK(house_number("Hauptstraße 5, Marktweg 2") == "5");
  CHECK(house_number("Gut Neuhof").empty());
  CHECK(house_number("").empty());
}

TEST_CASE("a street cut into pieces is named as one line") {
  const auto layer = place_labels(*label_candidates(tests::small_town()), at_scale(5000),
                                  light_style(), tests::plain_measure);
  int linden = 0;
  for (const auto& item : layer->items)
    linden += std::get<Text>(item).text == "Lindenweg";
  CHECK(linden == 1);
}

TEST_CASE("labels keep clear of symbols and inside the sheet's frame") {
  auto request = at_scale(2500);
  request.obstacles = {tests::at(170, 140), tests::at(50, 134)};
  request.obstacle_mm = 8;
  request.within.emplace();
  request.within->add(tests::at(0, 0));
  request.within->add(tests::at(420, 300));
  const auto layer = place_labels(*label_candidates(tests::small_town()), request, light_style(),
                                  tests::plain_measure);
  REQUIRE_FALSE(layer->items.empty());
  for (const auto& item : layer->items) {
    for (const auto& box : inks(std::get<Text>(item), 2500)) {
      for (const auto p : request.obstacles)
        CHECK_FALSE(overlap(box, corners_of(p, 8 * 2.5, 8 * 2.5, 0)));
      for (const auto corner : box)
        CHECK(request.within->contains(corner));
    }
  }
}

TEST_CASE("turned rectangles overlap as geometry says") {
  const auto flat = corners_of({0, 0}, 10, 2, 0);
  CHECK(overlap(flat, corners_of({0, 1.4}, 10, 1, 30)));
  CHECK_FALSE(overlap(flat, corners_of({0, 2.1}, 10, 2, 0)));
  CHECK_FALSE(overlap(flat, corners_of({4.5, 2.5}, 6, 1, -45)));  // boxes meet, rectangles do not
}
