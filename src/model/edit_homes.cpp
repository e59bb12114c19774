#include "model/edit_homes.hpp"

#include <utility>

#include "base/check.hpp"

namespace nahraum::model {
namespace {

template <class T>
T& held(std::vector<T>& items, std::int32_t id) {
  T* found = find(items, id);
  NAHRAUM_CHECK(found);
  return *found;
}

template <class T>
std::vector<std::int32_t> other_side(const std::vector<T>& items,
                                     const geo::MultiPolygon& outline) {
  std::vector<std::int32_t> ids;
  for (const auto& item : items) {
    if (item.in_district != geo::contains(outline, item.at)) ids.push_back(item.id);
  }
  return ids;
}

}  // namespace

bool are_free(const Project& project, const std::vector<std::uint32_t>& buildings) {
  return std::all_of(buildings.begin(), buildings.end(), [&](std::uint32_t index) {
    return index < project.buildings.size() && project.buildings[index].home < 0;
  });
}

/// Buildings name their home by its place in the list, which moves with what comes before it.
Edit add_home(Project& project, const AddHome& edit) {
  Home home = edit.home;
  auto& homes = project.homes;
  if (home.id == 0) home.id = homes.empty() ? 1 : homes.back().id + 1;
  NAHRAUM_CHECK(!find(homes, home.id) && are_free(project, edit.buildings));
  const auto at = std::lower_bound(homes.begin(), homes.end(), home.id,
                                   [](const Home& each, std::int32_t id) { return each.id < id; });
  const auto index = static_cast<std::int32_t>(at - homes.begin());
  const RemoveHome back{home.id};
  homes.insert(at, std::move(home));
  for (auto& building : project.buildings) {
    if (building.home >= index) ++building.home;
  }
  for (const auto building : edit.buildings)
    project.buildings[building].home = index;
  return back;
}

Edit remove_home(Project& project, std::int32_t id) {
  const auto index = static_cast<std::int32_t>(&held(project.homes, id) - project.homes.data());
  AddHome back{project.homes[static_cast<std::size_t>(index)], {}};
  project.homes.erase(project.homes.begin() + index);
  for (std::uint32_t i = 0; i < project.buildings.size(); ++i) {
    auto& building = project.buildings[i];
    if (building.home == index) {
      back.buildings.push_back(i);
      building.home = -1;
    } else if (building.home > index) {
      --building.home;
    }
  }
  return back;
}

Edit set_district(Project& project, const SetDistrict& edit) {
  SetDistrict back{std::exchange(project.district, edit.outline), edit.homes, edit.services};
  for (const auto id : edit.homes) {
    auto& home = held(project.homes, id);
    home.in_district = !home.in_district;
  }
  for (const auto id : edit.services) {
    auto& service = held(project.services, id);
    service.in_district = !service.in_district;
  }
  return back;
}

Edit restate_areas(Project& project, const RestateAreas& edit) {
  RestateAreas back = edit;
  for (auto& [index, area] : back.areas) {
    NAHRAUM_CHECK(index < project.population.size());
    std::swap(area, project.population[index]);
  }
  for (auto& each : back.homes) {
    auto& home = held(project.homes, each.home);
    std::swap(each.residents, home.residents);
    std::swap(each.basis, home.basis);
  }
  return back;
}

SetDistrict outline_edit(const Project& project, geo::MultiPolygon outline) {
  auto homes = other_side(project.homes, outline);
  auto services = other_side(project.services, outline);
  return {std::move(outline), std::move(homes), std::move(services)};
}

}  // namespace nahraum::model
