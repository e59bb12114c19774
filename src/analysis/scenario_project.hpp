#pragma once
/// A project with a scenario's changes in it.

#include "base/result.hpp"
#include "model/project.hpp"

namespace nahraum::analysis {

/// A copy of the project with the changes made in their order; without changes equal to it but for
/// Info::scenario. New services and homes get the ids after the last of the project, in order; new
/// homes count as counted residents (the plan states them). How paths are joined:
/// analysis/street_editor.hpp. A crossing is made better where the nearest one within
/// `join_within_m` lies. Pure. Errors, all with the change's number: not_found for what is gone
/// (service, way, node, bench, crossing), no_street_nearby, bad_input (outside the data; no steps).
base::Result<model::Project> with_changes(const model::Project& project,
                                          const model::Scenario& scenario);

}  // namespace nahraum::analysis
