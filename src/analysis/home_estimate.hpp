#pragma once
/// Floor area and dwellings of homes, where their building tells.

#include "model/catalogue.hpp"
#include "model/project.hpp"

namespace nahraum::analysis {

/// Fills floors, floor area (footprint · floors · residential share · usable share) and dwellings
/// of the homes that have none yet; marked as assumed unless the building's floors are tagged.
void estimate_homes(model::Project& project, const model::PeopleRules& rules);

/// Dwellings on `floor_area_m2` of living space in a building of `kind`; at least one.
int dwellings_on(double floor_area_m2, const std::string& kind, const model::PeopleRules& rules);

}  // namespace nahraum::analysis
