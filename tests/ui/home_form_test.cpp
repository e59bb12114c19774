/// What the user states of homes and areas, and what is kept back.

#include "ui/home_form.hpp"

#include <catch2/catch.hpp>

#include "tests/ui/windowless.hpp"

using namespace nahraum;

namespace {

model::Project row_of_houses() {
  model::Project project;
  project.district = {{geo::ring_of({0, 0, 100, 100}), {}}};
  project.buildings.resize(2);
  project.buildings[0].outline = {{geo::ring_of({10, 10, 30, 22}), {}}};
  project.buildings[0].levels = 3;
  project.buildings[0].osm = {'w', 5};
  project.buildings[1].outline = {{geo::ring_of({40, 10, 60, 22}), {}}};
  project.buildings[1].home = 0;
  project.homes.resize(1);
  project.homes[0].id = 4;
  project.homes[0].residents = {3, 2, 1};
  project.homes[0].basis = model::PopulationBasis::weighted;
  return project;
}

}  // namespace

TEST_CASE("a home comes to be in the building under the click, where nobody lives yet") {
  const auto project = row_of_houses();
  const auto home = ui::home_at(project, {12, 20}, "2026-11-27");
  REQUIRE(home);
  CHECK(home->buildings == std::vector<std::uint32_t>{0});
  CHECK(home->home.osm == model::OsmId{'w', 5});
  CHECK(home->home.floors == 3);
  CHECK(home->home.in_district);
  CHECK_FALSE(home->home.residents.all);  // unknown is not zero
  CHECK_FALSE(ui::home_at(project, {50, 15}, "2026-11-27"));
  CHECK_FALSE(ui::home_at(project, {80, 80}, "2026-11-27"));
}

TEST_CASE("an estimate of a few people is not shown, a statement of the user is") {
  base::set_language(base::Language::english);
  auto home = row_of_houses().homes[0];
  CHECK(ui::draft_of(home).all.empty());
  home.stated = "2026-11-20";
  CHECK(ui::draft_of(home).all == "3");
}

TEST_CASE("stated residents are counted, with their date; nothing stated changes nothing") {
  base::set_language(base::Language::english);
  const auto home = row_of_houses().homes[0];
  auto draft = ui::draft_of(home);
  CHECK(ui::home_with(home, draft, "2026-11-27") == home);
  draft.all = "12", draft.age_65 = "5";
  const auto stated = ui::home_with(home, draft, "2026-11-27");
  REQUIRE(stated);
  CHECK(stated->residents == model::Residents{12, 5, std::nullopt});
  CHECK(stated->basis == model::PopulationBasis::counted);
  CHECK(stated->stated == "2026-11-27");
  draft.age_65 = "13";
  CHECK_FALSE(ui::people_trouble(draft).empty());
  CHECK_FALSE(ui::home_with(home, draft, "2026-11-27"));
  draft.age_65 = "five";
  CHECK_FALSE(ui::people_trouble(draft).empty());
}

TEST_CASE("small counts of an area stand as such, and stay until something else is typed") {
  base::set_language(base::Language::english);
  model::PopulationCell area;
  area.residents = {30, 12, 3};
  auto draft = ui::draft_of(area, 7, 5);
  CHECK(draft.age_80 == "<5");
  CHECK(ui::area_with(area, draft) == area);
  draft.all = "40";
  const auto changed = ui::area_with(area, draft);
  REQUIRE(changed);
  CHECK(changed->residents == model::Residents{40, 12, 3});
  draft.age_80 = "";
  CHECK_FALSE(ui::area_with(area, draft)->residents.age_80);
}

TEST_CASE_METHOD(nahraum::testing::Windowless, "a home that nobody lives in any more is an edit") {
  const auto project = row_of_houses();
  ui::PeopleDraft draft;
  click("Nobody lives here",
        [&](const ui::Kit& kit) { ui::home_form(kit, project.homes[0], draft); });
  const auto* edit = find_action<app::PerformEdit>();
  REQUIRE(edit);
  CHECK(std::get<model::RemoveHome>(edit->edit).home == 4);
}

TEST_CASE("the smallest area there is the one that is meant") {
  model::Project project;
  project.population.resize(2);
  project.population[0].outline = {{geo::ring_of({0, 0, 100, 100}), {}}};
  project.population[1].outline = {{geo::ring_of({0, 0, 50, 50}), {}}};
  CHECK(ui::area_at(project, {20, 20}) == 1U);
  CHECK(ui::area_at(project, {70, 20}) == 0U);
  CHECK_FALSE(ui::area_at(project, {300, 20}));
}

TEST_CASE("what is stated of storeys, lift and barriers is the user's; an empty field is unknown") {
  base::set_language(base::Language::english);
  auto home = row_of_houses().homes[0];
  home.housing = {{}, true, {}, "osm"};
  auto draft = ui::draft_of(home);
  CHECK(draft.step_free == true);
  CHECK(ui::home_with(home, draft, "2026-11-27") == home);
  draft.storeys = "3.5", draft.lift = false, draft.low_barrier = "2";
  const auto stated = ui::home_with(home, draft, "2026-11-27");
  REQUIRE(stated);
  CHECK(stated->floors == 3.5);
  CHECK_FALSE(stated->floors_assumed);
  CHECK(stated->housing == model::Housing{false, true, 2, "user"});
  CHECK(stated->stated.empty());  // of residents nothing was stated
  draft.dwellings = "1";
  CHECK_FALSE(ui::people_trouble(draft).empty());  // two of one
  draft.dwellings = "4", draft.storeys = "none";
  CHECK_FALSE(ui::people_trouble(draft).empty());
  draft.storeys = "", draft.low_barrier = "", draft.lift = {}, draft.step_free = {};
  CHECK(ui::home_with(*stated, draft, "2026-11-27")->housing == model::Housing{});
  CHECK(ui::home_with(*stated, draft, "2026-11-27")->floors_assumed);
}

TEST_CASE_METHOD(nahraum::testing::Windowless, "a lift is stated with one click") {
  base::set_language(base::Language::english);
  const auto project = row_of_houses();
  ui::PeopleDraft draft;
  click("no lift", [&](const ui::Kit& kit) { ui::home_form(kit, project.homes[0], draft); });
  const auto* edit = find_action<app::PerformEdit>();
  REQUIRE(edit);
  CHECK(std::get<model::ReplaceHome>(edit->edit).home.housing ==
        model::Housing{false, {}, {}, "user"});
}
