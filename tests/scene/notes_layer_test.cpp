#include "scene/notes_layer.hpp"

#include <catch2/catch.hpp>

#include "scene/corrections_layer.hpp"
#include "tests/golden/golden.hpp"
#include "tests/scene/small_town.hpp"

using namespace nahraum;

TEST_CASE("points, texts, callouts and arrows are drawn; broken ones are left out") {
  model::Project town;
  using K = model::NoteKind;
  town.notes = {{1, K::point, {tests::at(10, 20)}, "Bank fehlt"},
                {2, K::text, {tests::at(50, 80)}, "Schulweg"},
                {3, K::callout, {tests::at(100, 100), tests::at(60, 140)}, "Bordstein"},
                {4, K::arrow, {tests::at(200, 30), tests::at(330, 90)}, ""},
                {5, K::arrow, {tests::at(1, 1)}, "no end"},
                {6, K::point, {}, "nowhere"}};
  tests::check_golden("notes.txt", scene::to_text(*scene::notes_layer(town, scene::light_style())));
}

TEST_CASE("drawings, numbers and photos: markers lie below, numbers follow by themselves") {
  model::Project town;
  using K = model::NoteKind;
  town.notes = {{1, K::number, {tests::at(10, 20)}, "Bank fehlt"},
                {2, K::freehand, {tests::at(50, 80), tests::at(60, 90), tests::at(75, 80)}, ""},
                {4, K::number, {tests::at(30, 25)}, "Bordstein"},
                {5, K::highlight, {tests::at(0, 0), tests::at(100, 0)}, ""},
                {6, K::polygon, {tests::at(0, 0), tests::at(90, 0), tests::at(90, 50)}, "Platz"},
                {7, K::polygon, {tests::at(0, 0), tests::at(90, 0)}, "zu wenig"},
                {8, K::photo, {tests::at(5, 5)}, ""}};
  const auto layer = scene::notes_layer(town, scene::light_style());
  CHECK(std::holds_alternative<scene::Fill>(layer->items.front()));  // the marker
  std::vector<std::string> words;
  for (const auto& item : layer->items) {
    const auto* symbol = std::get_if<scene::Symbol>(&item);
    if (symbol && !symbol->sign.empty()) words.push_back(symbol->sign);
  }
  CHECK(words == std::vector<std::string>{"1", "2"});
  CHECK(scene::number_of(town.notes, 4) == 2);
  CHECK(scene::number_of(town.notes, 2) == 0);
  CHECK_FALSE(scene::photo_layer(town.notes[0]));
  CHECK_FALSE(scene::photo_layer(town.notes.back()));  // one that cannot be read
  town.notes.erase(town.notes.begin());
  CHECK(scene::number_of(town.notes, 4) == 1);
}

TEST_CASE(
    "a correction is a sign on the map, its line where it has one, grey where it does not fit") {
  model::Project town;
  town.corrections = {{1, model::AddBench{tests::at(10, 20)}, "", ""},
                      {3, model::AddPath{{tests::at(0, 0), tests::at(40, 0)}, {}}, "", ""},
                      {4, model::AddRamp{4711}, "", ""}};
  town.info.unfit = {3};
  const auto layer = scene::corrections_layer(town, scene::light_style());
  REQUIRE(layer->items.size() == 4);  // casing and line of the path, two signs; the ramp is nowhere
  const auto& bench = std::get<scene::Symbol>(layer->items[2]);
  const auto& path = std::get<scene::Symbol>(layer->items[3]);
  CHECK(bench.id == model::corrected_service + 1);
  CHECK(path.at == tests::at(20, 0));
  CHECK(path.tint != bench.tint);
}
