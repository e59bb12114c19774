#include "analysis/home_estimate.hpp"

#include <algorithm>
#include <cmath>

namespace nahraum::analysis {
namespace {

double lookup(const std::map<std::string, double>& values, const std::string& key,
              double fallback) {
  const auto at = values.find(key);
  return at == values.end() ? fallback : at->second;
}

void estimate(model::Home& home, const model::Building& building, const model::PeopleRules& rules) {
  if (home.floor_area_m2 <= 0) {
    home.floors_assumed = building.levels <= 0;
    home.floors = home.floors_assumed
                      ? lookup(rules.default_floors, building.kind, rules.other_floors)
                      : building.levels;
    home.floor_area_m2 = geo::area(building.outline) * home.floors * rules.usable_share *
                         lookup(rules.residential_share, building.kind, 1);
  }
  if (home.dwellings <= 0) {
    home.dwellings = dwellings_on(home.floor_area_m2, building.kind, rules);
    home.dwellings_assumed = true;
  }
}

}  // namespace

int dwellings_on(double floor_area_m2, const std::string& kind, const model::PeopleRules& rules) {
  if (floor_area_m2 <= lookup(rules.single_dwelling_up_to_m2, kind, 0)) return 1;
  return std::max(1, static_cast<int>(std::lround(floor_area_m2 / rules.area_per_dwelling.value)));
}

void estimate_homes(model::Project& project, const model::PeopleRules& rules) {
  for (const auto& building : project.buildings) {
    if (building.home < 0) continue;
    estimate(project.homes[static_cast<std::size_t>(building.home)], building, rules);
  }
}

}  // namespace nahraum::analysis
