#pragma once
/// Other figures for a statistical area, and what its homes have of them.

#include "jobs/context.hpp"
#include "model/catalogue.hpp"
#include "model/edit.hpp"

namespace nahraum::analysis {

/// The edit that puts `area` in the place of the one of that index, with every home whose residents
/// are others by it; spread as distribute_population does. Homes whose residents the user stated
/// keep them. Pure. Errors: none; the index must be one of Project::population. Cost: as
/// distribute_population.
model::RestateAreas restate_area(const model::Project& project, std::uint32_t index,
                                 model::PopulationCell area, const model::PeopleRules& rules,
                                 jobs::Context& context);

}  // namespace nahraum::analysis
