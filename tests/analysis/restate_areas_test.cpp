/// Other figures for an area: its homes follow, sums are kept, statements stay.

#include "analysis/restate_areas.hpp"

#include <catch2/catch.hpp>

using namespace nahraum;

namespace {

/// Two areas side by side, two homes in the western one, one in the eastern.
model::Project two_areas() {
  model::Project project;
  project.district = {{geo::ring_of({0, 0, 200, 100}), {}}};
  project.data_extent = project.district;
  project.population.resize(2);
  project.population[0].outline = {{geo::ring_of({0, 0, 100, 100}), {}}};
  project.population[0].residents = {30, 12, 3};
  project.population[1].outline = {{geo::ring_of({100, 0, 200, 100}), {}}};
  project.population[1].residents = {7, 2, 1};
  project.homes.resize(3);
  const geo::Point places[] = {{20, 30}, {60, 80}, {150, 40}};
  for (std::size_t i = 0; i < 3; ++i) {
    project.homes[i].id = static_cast<std::int32_t>(i) + 1;
    project.homes[i].at = places[i];
    project.homes[i].floor_area_m2 = i == 0 ? 100 : 200;
    project.homes[i].dwellings = 2;
  }
  return project;
}

model::Project with(const model::Project& project, std::uint32_t index,
                    const model::PopulationCell& area) {
  jobs::Context context;
  auto changed = project;
  model::perform(changed, analysis::restate_area(project, index, area, {}, context));
  return changed;
}

}  // namespace

TEST_CASE("the homes of an area share its new figures by their floor area, others keep theirs") {
  auto project = with(two_areas(), 1, two_areas().population[1]);
  auto area = project.population[0];
  area.residents = {60, 15, 6};
  const auto changed = with(project, 0, area);
  CHECK(changed.homes[0].residents == model::Residents{20, 5, 2});
  CHECK(changed.homes[1].residents == model::Residents{40, 10, 4});
  CHECK(changed.homes[2] == project.homes[2]);
  CHECK(changed.population[0].homes == 2);
}

TEST_CASE("another outline takes homes over, and undoing gives all of it back") {
  const auto project = with(two_areas(), 1, two_areas().population[1]);
  auto area = project.population[0];
  area.outline = {{geo::ring_of({0, 0, 50, 100}), {}}};
  jobs::Context context;
  const auto edit = analysis::restate_area(project, 0, area, {}, context);
  auto changed = project;
  const auto back = model::perform(changed, edit);
  CHECK(changed.homes[0].residents.all == 30);
  CHECK_FALSE(changed.homes[1].residents.all);
  CHECK(changed.homes[1].basis == model::PopulationBasis::none);
  model::perform(changed, back);
  CHECK(changed == project);
}

TEST_CASE("what the user stated of a home stays") {
  auto project = with(two_areas(), 1, two_areas().population[1]);
  project.homes[0].stated = "2026-11-27";
  project.homes[0].residents = {3, 3, 3};
  auto area = project.population[0];
  area.residents.all = 90;
  const auto changed = with(project, 0, area);
  CHECK(changed.homes[0] == project.homes[0]);
  CHECK(changed.homes[1].residents.all == 60);
}
