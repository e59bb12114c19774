/// Module 3's map of its own: what groups agree on, what they see differently, and the ground.

#include <catch2/catch.hpp>

#include "app/page_participation.hpp"
#include "app/page_sheet.hpp"
#include "tests/app/page_world.hpp"

using namespace nahraum;

namespace {

model::PlaceMark pin(model::Id id, model::Id group, model::Id question, const char* value,
                     geo::Point at) {
  return {group * model::ids_of_a_group + id, question, "pin", "", value, "", {at}};
}

/// Three groups like one place, and two of them another that the third avoids.
model::Work pins() {
  model::Work work;
  work.questions = {{1, "Where do you like to be?", "pins", ""}, {2, "Elsewhere?", "pins", ""}};
  for (model::Id group = 1; group <= 3; ++group) {
    work.marks.push_back(pin(1, group, 1, "good", {500100.0 + group, 5600100}));
    work.marks.push_back(
        pin(2, group, 1, group == 3 ? "bad" : "good", {500400.0 + group, 5600300}));
  }
  work.marks.push_back(pin(3, 1, 2, "", {500700, 5600300}));
  work.marks.push_back({5, 1, "path", "", "", "", {{1, 1}, {2, 2}}});
  return work;
}

test::PageWorld world() {
  auto project = test::street_of_offers();
  project.work = model::HeldWork(pins());
  return test::PageWorld(std::move(project));
}

}  // namespace

TEST_CASE("single pins until the map of agreement is asked for") {
  const test::English english;
  auto asked = world();
  auto page = asked.page(3);
  CHECK(page.signs.size() == 6);  // of the card in sight
  CHECK(page.keys.empty());
  const auto& which = test::block(page, "places").switches.at(0);
  CHECK(which.chosen == 0);
  asked.input.view = std::get<app::LookAtWork>(which.choices.at(1).actions.at(0)).work;
  page = asked.page(3);
  CHECK(test::block(page, "places").switches.at(0).chosen == 1);
  CHECK(page.signs.size() == 2);
  CHECK(page.strokes.size() == 1);  // what was drawn by hand stays
}

TEST_CASE("a place says how many of the groups marked it, dissent has a shape of its own") {
  const test::English english;
  auto asked = world();
  asked.input.view.agreement = true;
  const auto page = asked.page(3);
  REQUIRE(page.signs.size() == 2);
  const auto& dissent = page.signs[0];
  const auto& agreed = page.signs[1];
  CHECK(agreed.text == "3/3");
  CHECK_FALSE(agreed.triangle);
  CHECK(agreed.name.find("3 of 3 groups") != std::string::npos);
  CHECK(dissent.text == "2:1");
  CHECK(dissent.triangle);
  CHECK(dissent.name.find("group 3") != std::string::npos);
  CHECK(dissent.series != agreed.series);
  REQUIRE(page.keys.size() == 2);
  CHECK_FALSE(page.keys[0].sign.triangle);
  CHECK(page.keys[1].sign.triangle);
}

TEST_CASE("a place that more groups marked is larger") {
  const test::English english;
  auto work = pins();
  work.marks.erase(work.marks.begin() + 4);  // group 3 no longer at the first place
  for (int i = 0; i < 2; ++i)
    work.marks.push_back(pin(7 + i, 1, 1, "good", {500102.0 + i, 5600104}));
  auto project = test::street_of_offers();
  project.work = model::HeldWork(std::move(work));
  test::PageWorld asked(std::move(project));
  asked.input.view.agreement = true;
  const auto page = asked.page(3);
  REQUIRE(page.signs.size() == 2);
  CHECK(page.signs[1].text == "2/3");
  auto all = world();
  all.input.view.agreement = true;
  CHECK(page.signs[1].size_mm < all.page(3).signs[1].size_mm);
}

TEST_CASE("the sheet of the agreement has the signs on its map and in its legend") {
  const test::English english;
  auto asked = world();
  asked.input.view.agreement = true;
  const auto page = asked.page(3);
  const auto sheet = app::page_answer(page, "places", scene::Theme::bw);
  CHECK(sheet.topic == "Places that groups agree on");
  CHECK(sheet.above.size() == 1);
  REQUIRE(sheet.signs.size() == 2);
  CHECK(sheet.signs[0].where.size() == 1);
  CHECK(sheet.list.places.size() == test::block(page, "places").lines.size());
  CHECK(app::page_answer(page, "nothing", scene::Theme::light).sentence.empty());
}

TEST_CASE("whole, pale and empty ground are a choice of the view") {
  const test::English english;
  auto asked = world();
  const auto page = asked.page(3);
  const auto& which = test::block(page, "cards").switches.back();
  REQUIRE(which.choices.size() == 3);
  CHECK(which.chosen == 0);
  const auto& pale = std::get<app::LookAtWork>(which.choices[1].actions.at(0)).work;
  CHECK(pale.ground == app::SketchGround::pale);
  CHECK(std::get<app::LookAtWork>(which.choices[2].actions.at(0)).work.ground ==
        app::SketchGround::empty);
}
