#include "model/people_rules.hpp"

#include <algorithm>
#include <cmath>

namespace nahraum::model {
namespace {

bool among(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

double lookup(const std::map<std::string, double>& values, const std::string& key,
              double fallback) {
  const auto at = values.find(key);
  return at == values.end() ? fallback : at->second;
}

bool unclear_is_home(const PeopleRules& rules, const BuildingUse& use, bool addresses_are_mapped) {
  if (use.other_use || among(rules.no_homes_on, use.land)) return false;
  if (use.has_address) return true;
  if (addresses_are_mapped || among(rules.no_unaddressed_homes_on, use.land)) return false;
  return use.footprint_m2 >= rules.min_unaddressed_m2 &&
         use.footprint_m2 <= rules.max_unaddressed_m2;
}

}  // namespace

bool is_unclear(const PeopleRules& rules, const BuildingUse& use) {
  return !use.care_home && among(rules.unclear_kinds, use.kind);
}

double residential_share(const PeopleRules& rules, const BuildingUse& use,
                         bool addresses_are_mapped) {
  if (use.footprint_m2 < rules.min_footprint_m2) return 0;
  if (use.care_home) return 1;
  double share = lookup(rules.residential_share, use.kind, 0);
  if (is_unclear(rules, use)) share = unclear_is_home(rules, use, addresses_are_mapped) ? 1 : 0;
  // A shop on the ground floor of a block of flats; the office in a family's house takes nothing.
  const bool one_family = rules.single_dwelling_up_to_m2.contains(use.kind);
  return use.shared && !one_family ? std::min(share, lookup(rules.residential_share, "mixed", 1))
                                   : share;
}

double assumed_floors(const PeopleRules& rules, const std::string& kind) {
  return lookup(rules.default_floors, kind, rules.other_floors);
}

int dwellings_on(const PeopleRules& rules, const std::string& kind, double living_m2) {
  if (living_m2 <= lookup(rules.single_dwelling_up_to_m2, kind, 0)) return 1;
  return std::max(1, static_cast<int>(std::lround(living_m2 / rules.area_per_dwelling.value)));
}

}  // namespace nahraum::model
