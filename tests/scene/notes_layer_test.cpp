#include "scene/notes_layer.hpp"

#include <catch2/catch.hpp>

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
