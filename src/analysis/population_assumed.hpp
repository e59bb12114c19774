#pragma once
/// Residents where nobody has counted.

#include "model/catalogue.hpp"
#include "model/project.hpp"

namespace nahraum::analysis {

/// One person per `area_per_person` of floor area; shares of age by the rules. Rounded along a
/// Hilbert curve, so that every neighbourhood, not only the whole, has its number: rounding each
/// house alone would lose the small ones, and the largest remainders all lie in the same terrace.
void assume_residents(model::Project& project, const model::PeopleRules& rules);

}  // namespace nahraum::analysis
