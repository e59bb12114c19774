#include "analysis/population.hpp"

#include <algorithm>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace nahraum;
using model::PopulationBasis;

namespace {

model::PeopleRules rules() {
  model::PeopleRules rules;
  rules.residential_share = {{"apartments", 1}, {"mixed", 0.6}};
  rules.default_floors = {{"apartments", 4}};
  rules.area_per_person.value = 40;
  rules.area_per_dwelling.value = 75;
  rules.share_65.value = 0.25;
  rules.share_80.value = 0.1;
  rules.care_home_share_65.value = 0.9;
  rules.care_home_share_80.value = 0.7;
  return rules;
}

model::Home home(int id, double x, double y, double floor_area_m2) {
  model::Home home;
  home.id = id;
  home.at = {x, y};
  home.floor_area_m2 = floor_area_m2;
  home.dwellings = 1;
  return home;
}

model::PopulationCell square(const std::string& id, double x, double y, double side,
                             model::Residents residents) {
  model::PopulationCell cell;
  cell.id = id;
  cell.outline = {{geo::ring_of({x, y, x + side, y + side}), {}}};
  cell.residents = residents;
  return cell;
}

void distribute(model::Project& project) {
  jobs::Context context;
  analysis::distribute_population(project, rules(), context);
}

bool reported(const model::Project& project, const std::string& code) {
  return std::any_of(project.report.begin(), project.report.end(),
                     [&](const auto& entry) { return entry.code == code; });
}

bool groups_nest(const model::Residents& r) {
  const bool older = !r.age_80 || !r.age_65 || *r.age_80 <= *r.age_65;
  const bool all = !r.age_65 || !r.all || *r.age_65 <= *r.all;
  return older && all && (!r.age_80 || !r.all || *r.age_80 <= *r.all);
}

}  // namespace

TEST_CASE("a cell's people live in its homes by floor area") {
  model::Project project;
  project.homes = {home(1, 10, 10, 100), home(2, 60, 30, 300), home(3, 150, 20, 500)};
  project.population = {square("a", 0, 0, 100, {40, 12, 4}), square("b", 100, 0, 100, {7, 3, 1})};
  distribute(project);
  CHECK(project.homes[0].residents == model::Residents{10, 3, 1});
  CHECK(project.homes[1].residents == model::Residents{30, 9, 3});
  CHECK(project.homes[2].residents == model::Residents{7, 3, 1});
  CHECK(project.homes[1].basis == PopulationBasis::weighted);
  CHECK(project.homes[2].basis == PopulationBasis::counted);
  CHECK(project.population[0].homes == 2);
}

TEST_CASE("people without a home are listed, homes without a cell are unknown") {
  model::Project project;
  project.homes = {home(1, 510, 10, 100)};
  project.population = {square("a", 0, 0, 100, {40, 12, 4}), square("b", 100, 0, 100, {0, 0, 0})};
  distribute(project);
  CHECK(project.population[0].unplaced);
  CHECK_FALSE(project.population[1].unplaced);
  CHECK(reported(project, "population_unplaced"));
  CHECK(project.homes[0].residents == model::Residents{});
  CHECK(project.homes[0].basis == PopulationBasis::none);
  CHECK(reported(project, "home_without_population"));
}

TEST_CASE("what a source does not state stays unknown") {
  model::Project project;
  project.homes = {home(1, 10, 10, 100)};
  project.population = {square("a", 0, 0, 100, {9, std::nullopt, 2})};
  distribute(project);
  CHECK(project.homes[0].residents == model::Residents{9, std::nullopt, 2});
}

TEST_CASE("small cells place the oldest within the large cell that counts everybody") {
  model::Project project;
  project.homes = {home(1, 50, 50, 100), home(2, 550, 50, 800), home(3, 950, 950, 100)};
  project.population = {square("fine", 0, 0, 100, {std::nullopt, std::nullopt, 6}),
                        square("coarse", 0, 0, 1000, {20, 8, std::nullopt})};
  distribute(project);
  CHECK(project.homes[0].residents == model::Residents{6, 6, 6});
  CHECK(project.homes[1].residents.all == 12);
  CHECK(project.homes[1].residents.age_80 == std::nullopt);
  CHECK(project.homes[2].residents.all == 2);
  int all = 0, older = 0;
  for (const auto& each : project.homes) {
    all += *each.residents.all;
    older += *each.residents.age_65;
  }
  CHECK(all == 20);
  CHECK(older == 8);
}

TEST_CASE("figures that contradict each other raise the larger group and say so") {
  model::Project project;
  project.homes = {home(1, 50, 50, 100)};
  project.population = {square("fine", 0, 0, 100, {std::nullopt, std::nullopt, 9}),
                        square("coarse", 0, 0, 1000, {12, 7, std::nullopt})};
  distribute(project);
  CHECK(project.homes[0].residents == model::Residents{12, 9, 9});
  CHECK(project.population[1].residents.age_65 == 9);
  CHECK(reported(project, "population_raised"));
}

TEST_CASE("a cell that the edge of the data cuts keeps the people of its part inside") {
  model::Project project;
  project.data_extent = {{geo::ring_of({25, -500, 1000, 500}), {}}};
  project.homes = {home(1, 50, 50, 100), home(2, 150, 50, 100)};
  project.population = {square("cut", 0, 0, 100, {40, 12, 4}), square("in", 100, 0, 100, {7, 3, 1}),
                        square("out", -300, 0, 100, {99, 9, 9})};
  distribute(project);
  REQUIRE(project.population.size() == 2);
  CHECK(project.homes[0].residents == model::Residents{30, 9, 3});
  CHECK(project.homes[1].residents.all == 7);
  CHECK(reported(project, "population_cell_cut"));
}

TEST_CASE("residents of a nursing home live there and do not age its neighbours") {
  model::Project project;
  project.homes = {home(1, 20, 20, 1000), home(2, 70, 70, 1000)};
  model::Building building;
  building.outline = {{geo::ring_of({10, 10, 30, 30}), {}}};
  building.home = 0;
  project.buildings = {building};
  model::Service service;
  service.type = "W03";
  service.at = {20, 20};
  service.capacity = 50;
  project.services = {service};
  project.population = {square("a", 0, 0, 100, {90, 55, 39})};
  distribute(project);
  CHECK(project.homes[0].residents == model::Residents{50, 45, 35});
  CHECK(project.homes[1].residents == model::Residents{40, 10, 4});
}

TEST_CASE("without any count residents are assumed from floor area, everywhere in proportion") {
  model::Project project;
  for (int i = 0; i < 1000; ++i) {
    project.homes.push_back(home(i + 1, (i % 40) * 25.0, (i / 40) * 20.0, 55));
  }
  distribute(project);
  int all = 0, older = 0, oldest = 0, west = 0;
  for (const auto& each : project.homes) {
    CHECK(each.basis == PopulationBasis::assumed);
    CHECK(groups_nest(each.residents));
    all += *each.residents.all;
    older += *each.residents.age_65;
    oldest += *each.residents.age_80;
    west += each.at.x < 500 ? *each.residents.age_65 : 0;
  }
  CHECK(all == 1375);
  CHECK(std::abs(older - 344) <= 1);
  CHECK(std::abs(oldest - 138) <= 1);
  CHECK(std::abs(west - 172) <= 8);
}

TEST_CASE("every cell's sums are kept exactly and the groups nest in every home") {
  const bool held = rc::check([] {
    model::Project project;
    const int homes = *rc::gen::inRange(1, 60);
    for (int i = 0; i < homes; ++i) {
      project.homes.push_back(home(i + 1, *rc::gen::inRange(0, 400) + 0.3,
                                   *rc::gen::inRange(0, 400) + 0.7, *rc::gen::inRange(0, 900)));
    }
    const bool fine_80 = *rc::gen::arbitrary<bool>();
    for (int i = 0; i < 16; ++i) {
      const int all = *rc::gen::inRange(0, 300);
      const int older = *rc::gen::inRange(0, all + 1);
      const int oldest = *rc::gen::inRange(0, older + 1);
      const auto age_80 = fine_80 ? std::nullopt : std::optional<int>(oldest);
      const auto name = std::to_string(i);
      project.population.push_back(
          square(name, (i % 4) * 100, (i / 4) * 100, 100, {all, older, age_80}));
      if (!fine_80) continue;
      project.population.push_back(square(name + "f", (i % 4) * 100 + 10, (i / 4) * 100 + 20, 50,
                                          {std::nullopt, std::nullopt, oldest}));
    }
    distribute(project);
    using Figure = std::optional<int> model::Residents::*;
    for (const Figure figure :
         {&model::Residents::all, &model::Residents::age_65, &model::Residents::age_80}) {
      for (const auto& cell : project.population) {
        if (!(cell.residents.*figure)) continue;
        int sum = 0, homes_in = 0;
        for (const auto& each : project.homes) {
          if (!geo::contains(cell.outline, each.at)) continue;
          ++homes_in;
          sum += (each.residents.*figure).value();
        }
        RC_ASSERT(homes_in == 0 || sum == *(cell.residents.*figure));
      }
    }
    for (const auto& each : project.homes)
      RC_ASSERT(groups_nest(each.residents));
  });
  CHECK(held);
}

TEST_CASE("the same project gives the same people twice") {
  model::Project project;
  for (int i = 0; i < 30; ++i)
    project.homes.push_back(home(i + 1, i * 3.0, 50, 120));
  project.population = {square("a", 0, 0, 100, {101, 33, 10})};
  distribute(project);
  auto again = project;
  distribute(again);
  for (std::size_t i = 0; i < project.homes.size(); ++i) {
    CHECK(project.homes[i].residents == again.homes[i].residents);
  }
}
