#include "analysis/need.hpp"

#include <numeric>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "tests/districts/random_world.hpp"
#include "tests/districts/rates.hpp"

using namespace nahraum;
using analysis::NeedUnit;
using model::Sex;

namespace {

double value(const std::vector<analysis::Ratio>& ratios, std::string_view id) {
  for (const auto& ratio : ratios) {
    if (ratio.kind->id == id) return ratio.value.value_or(-1);
  }
  FAIL("no ratio " << id);
  return -1;
}

const analysis::Estimate& estimate(const analysis::Need& need, std::string_view id) {
  for (const auto& each : need.estimates) {
    if (each.id == id) return each;
  }
  FAIL("no estimate " << id);
  return need.estimates.front();
}

/// 15 + 25 + 40 + 30 + 50 + 20 + 24 + 16 + 12 from 0, 15, 20, 40, 50, 60, 65, 75, 80.
NeedUnit unit() {
  NeedUnit unit;
  unit.ages = analysis::structure_of({{0, 15, Sex::both, 15},
                                      {15, 20, Sex::both, 25},
                                      {20, 40, Sex::both, 40},
                                      {40, 50, Sex::both, 30},
                                      {50, 60, Sex::both, 50},
                                      {60, 65, Sex::both, 20},
                                      {65, 75, Sex::both, 24},
                                      {75, 80, Sex::both, 16},
                                      {80, {}, Sex::both, 12}});
  unit.institutional.set(0, 0);
  unit.dwellings = 100;
  return unit;
}

model::Home home(int id, double x, model::Residents residents) {
  model::Home home;
  home.id = id;
  home.at = {x, 50};
  home.residents = residents;
  home.dwellings = 2;
  home.basis = model::PopulationBasis::weighted;
  return home;
}

model::PopulationCell cell(const std::string& id, double x, double width,
                           model::Residents residents, std::vector<model::AgeCount> ages) {
  model::PopulationCell cell;
  cell.id = id;
  cell.outline = {{geo::ring_of({x, 0, x + width, 100}), {}}};
  cell.residents = residents;
  cell.statistics.ages = std::move(ages);
  return cell;
}

std::vector<NeedUnit> areas_of(const model::Project& project,
                               const std::vector<analysis::Institution>& homes = {}) {
  jobs::Context context;
  return analysis::area_units(project, homes, context);
}

model::PeopleRules care_rules() {
  model::PeopleRules rules;
  rules.care_home_share_65.value = 0.9;
  rules.care_home_share_80.value = 0.7;
  return rules;
}

/// Two areas; the second has a home beyond the district. A nursing home of ten places in the first.
model::Project two_areas() {
  model::Project project;
  project.homes = {home(1, 20, {40, 12, 8}), home(2, 60, {60, 8, 2}), home(3, 120, {30, 10, 4}),
                   home(4, 160, {10, 6, 1})};
  project.homes[3].in_district = false;
  project.population = {
      cell("A", 0, 100, {100, 20, 10}, {{0, 20, Sex::both, 30}, {20, 65, Sex::both, 50}}),
      cell("B", 100, 100, {40, 16, 5}, {{0, 20, Sex::both, 6}, {20, 65, Sex::both, 18}})};
  model::Building building;
  building.outline = {{geo::ring_of({15, 45, 25, 55}), {}}};
  building.home = 0;
  project.buildings = {building};
  model::Service service;
  service.id = 7;
  service.type = "W03";
  service.at = {20, 50};
  service.capacity = 10;
  project.services = {service};
  return project;
}

}  // namespace

TEST_CASE("the ratios of a unit reckoned by hand") {
  const auto need = analysis::need_of(unit(), districts::round_rates());
  CHECK(need.all == 232);
  CHECK(value(need.ratios, "share_65") == Approx(100.0 * 52 / 232));
  CHECK(value(need.ratios, "share_80") == Approx(100.0 * 12 / 232));
  CHECK(value(need.ratios, "greying") == Approx(100.0 * 12 / 52));
  CHECK(value(need.ratios, "old_age_ratio") == Approx(100.0 * 52 / 140));
  CHECK(value(need.ratios, "old_age_ratio_60") == Approx(100.0 * 72 / 120));
  CHECK(value(need.ratios, "youth_ratio") == Approx(100.0 * 40 / 140));
  CHECK(value(need.ratios, "total_ratio") == Approx(100.0 * 92 / 140));
  CHECK(value(need.ratios, "care_potential") == Approx(100.0 * 12 / 70));
  CHECK(value(need.ratios, "billeter") == Approx((15.0 - 122) / 95));
}

TEST_CASE("what rates lead to expect reckoned by hand") {
  auto people = unit();
  // 20 women and 5 men of 70–75, 10 women and 4 men of 80–85.
  people.ages = analysis::structure_of({{0, 70, Sex::women, 100},
                                        {70, 75, Sex::women, 20},
                                        {75, 80, Sex::women, 0},
                                        {80, 85, Sex::women, 10},
                                        {85, {}, Sex::women, 0},
                                        {0, 65, Sex::men, 90},
                                        {65, 70, Sex::men, 0},
                                        {70, 75, Sex::men, 5},
                                        {75, 80, Sex::men, 0},
                                        {80, 85, Sex::men, 4},
                                        {85, {}, Sex::men, 0}});
  people.ages.women.set(65, 30);  // all 100 younger than 65
  people.ages.both = sum(people.ages.women, people.ages.men);
  const auto rates = districts::round_rates();
  const auto need = analysis::need_of(people, rates);
  const auto& care = estimate(need, "care_need");
  // Low: 25 · 0.1 + 10 · 0.5 · 1.2 + 4 · 0.5 · 0.8
  CHECK(*care.low == Approx(2.5 + 6 + 1.6));
  CHECK(*care.high == Approx(5 + 7.2 + 1.92));
  CHECK(*estimate(need, "care_residential").low == Approx(0.25 + 0.25 * 7.6));
  CHECK(*estimate(need, "dementia").low == Approx(20 * 0.04 + 5 * 0.02 + 10 * 0.3 + 4 * 0.2));
  CHECK(*estimate(need, "basic_security").low == Approx(30 * 0.06 + 9 * 0.05));
  CHECK(*estimate(need, "living_alone").low == Approx(39 * 0.3));
  CHECK(*estimate(need, "no_step_free_access").low == Approx(90));
  people.living_alone_65 = 17;
  const auto counted = analysis::need_of(people, rates);
  CHECK(*estimate(counted, "living_alone").low == 17);
  CHECK(estimate(counted, "living_alone").counted);
}

TEST_CASE("an indicator whose ages are not published is unknown") {
  auto people = unit();
  people.ages = analysis::structure_of({{0, 20, Sex::both, 40},
                                        {20, 60, Sex::both, 90},
                                        {60, 80, Sex::both, 31},
                                        {80, {}, Sex::both, 9}});
  const auto need = analysis::need_of(people, districts::round_rates());
  CHECK(value(need.ratios, "share_80") == Approx(100.0 * 9 / 170));
  CHECK(value(need.ratios, "share_65") == -1);
  CHECK(value(need.ratios, "greying") == -1);
  CHECK(value(need.ratios, "old_age_ratio_60") == Approx(100.0 * 40 / 90));
}

TEST_CASE("a unit has the people of its homes in the district, and its area's bands between them") {
  const auto project = two_areas();
  const auto areas = areas_of(project);
  REQUIRE(areas.size() == 2);
  CHECK(areas[0].ages.both.count(20, 65)->count == 50);
  CHECK(areas[1].homes == std::vector<std::uint32_t>{2});
  CHECK(areas[1].ages.both.count(0, {})->count == 30);
  // Of 24 below 65 in the area 6 are below 20; here 20 are below 65.
  CHECK(areas[1].ages.both.count(0, 20)->count == Approx(5));
}

TEST_CASE("the areas add up to the district") {
  const auto project = two_areas();
  const auto areas = areas_of(project);
  const auto district = analysis::district_unit(project, areas);
  for (const int age : {0, 20, 65, 80}) {
    double persons = 0;
    for (const auto& area : areas)
      persons += area.ages.both.count(age, {})->count;
    CHECK(district.ages.both.count(age, {})->count == Approx(persons));
  }
  CHECK(district.dwellings == 6);
  CHECK(district.homes.size() == 3);
}

TEST_CASE("residents of a nursing home are kept apart") {
  const auto project = two_areas();
  const auto homes = analysis::institutions(project, care_rules(), districts::round_rates());
  REQUIRE(homes.size() == 1);
  CHECK(homes[0].places_known);
  CHECK(homes[0].residents.count(0, {})->count == 10);
  CHECK(homes[0].residents.count(65, {})->count == 9);
  CHECK(homes[0].residents.count(80, {})->count == 7);
  const auto areas = areas_of(project, homes);
  const auto need = analysis::need_of(areas[0], districts::round_rates());
  CHECK(need.institutional == 10);
  CHECK(value(need.ratios, "share_80") == Approx(10));
  CHECK(value(need.without_institutions, "share_80") == Approx(100.0 * 3 / 90));
  CHECK(analysis::disclosure_atoms(areas[0], {0, 65, 80}) == std::vector<long>{80, 10, 10});
}

TEST_CASE("homes whose residents are unknown are missing from the sums and counted") {
  auto project = two_areas();
  project.homes[1].residents.age_80 = std::nullopt;
  const auto areas = areas_of(project);
  CHECK(areas[0].homes_unknown_80 == 1);
  CHECK(areas[0].homes_unknown == 0);
  CHECK(areas[0].ages.both.count(80, {})->count == 8);
}

TEST_CASE("clusters are joined until no group in them is small") {
  rc::check("random towns", [] {
    auto project = districts::random_town(static_cast<unsigned>(*rc::gen::inRange(0, 10000)), 80);
    for (auto& home : project.homes) {
      // 80+ ≤ 65+ ≤ all.
      home.residents.age_80 = home.residents.age_80.value_or(0);
      home.residents.age_65 = *home.residents.age_65 + *home.residents.age_80;
      home.residents.all = *home.residents.all + *home.residents.age_65;
    }
    jobs::Context context;
    const auto areas = areas_of(project);
    const std::vector<int> breaks{0, 65, 80};
    const auto clusters = analysis::cluster_units(project, areas, {}, breaks, 5, {false}, context);
    std::size_t homes = 0;
    for (const auto& cluster : clusters) {
      homes += cluster.homes.size();
      const auto atoms = analysis::disclosure_atoms(cluster, breaks);
      const bool small = std::any_of(atoms.begin(), atoms.end(),
                                     [](long persons) { return persons > 0 && persons < 5; });
      RC_ASSERT(clusters.size() == 1 || !small);
    }
    RC_ASSERT(homes == project.homes.size());
    RC_ASSERT(analysis::cluster_units(project, areas, {}, breaks, 5, {true}, context).size() == 1);
  });
}
