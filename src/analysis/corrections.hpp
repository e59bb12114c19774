#pragma once
/// A project with its corrections made: what every answer is of.

#include "model/project.hpp"

namespace nahraum::analysis {

/// A copy of the project with its corrections made in their order. One that cannot be made (what it
/// names is gone, no street is near) is left out and listed in Info::unfit; the others hold all the
/// same. Services of corrections have the id model::corrected_service + the correction's. Pure.
/// Cost: the copy, and a reading of all streets for each path.
model::Project with_corrections(const model::Project& project);

/// Why a change cannot be made in this project, for people; "" where it can. Pure.
std::string why_unfit(const model::Project& project, const model::Change& change);

/// Where a change lies on the map: one point, a line, or nothing where what it names is gone. A way
/// that was closed is the part that was. Pure.
geo::Line shape_of(const model::Project& project, const model::Change& change);

}  // namespace nahraum::analysis
