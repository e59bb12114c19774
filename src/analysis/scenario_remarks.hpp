#pragma once
/// What somebody should look at on the spot before believing a scenario.

#include <string>
#include <vector>

#include "model/project.hpp"

namespace nahraum::analysis {

/// A new path on the ground that leads over rails, through water or through a building: one line
/// each, with the change's number. Bridges and tunnels are above that.
std::vector<std::string> remarks_on(const model::Project& project, const model::Scenario& scenario);

}  // namespace nahraum::analysis
