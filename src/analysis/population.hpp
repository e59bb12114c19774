#pragma once
/// Residents per home.

#include "jobs/context.hpp"
#include "model/catalogue.hpp"
#include "model/project.hpp"

namespace nahraum::analysis {

/// Fills Home::residents and ::basis from Project::population, or from floor area where the project
/// has none. Homes without floor area or dwellings get both from their building first.
///
/// With cells: each figure (all, 65+, 80+) of a cell is spread over the homes whose point lies in
/// it in proportion to floor area, rounded by largest remainder (ties by home id), so that every
/// cell's sum is kept exactly and 80+ ≤ 65+ ≤ all holds in every home. A home takes a figure from
/// the smallest cell that states it; a figure that no cell states stays unknown. A cell cut by the
/// edge of the data keeps the share of its area that is known. A cell with people but without a
/// home is marked `unplaced`. Figures that contradict each other (more people of 80+ in the small
/// cells than of 65+ in the large one) raise the larger group's, in the cell and in the report.
///
/// A nursing home with a known number of places is given that many of its cell's residents first,
/// so that its neighbours do not look old; one without is listed.
///
/// Without cells: one person per `area_per_person` of floor area and the rules' age shares, evenly
/// along a space-filling curve; basis `assumed`.
///
/// Adds to Project::report. Pure otherwise, deterministic. Cost: O(n log n). Throws Cancelled.
/// Source: domain notes §3.6.
void distribute_population(model::Project& project, const model::PeopleRules& rules,
                           jobs::Context& context);

/// The same of cells that were cut and reported before: spreads them anew and reports nothing.
void spread_population(model::Project& project, const model::PeopleRules& rules,
                       jobs::Context& context);

}  // namespace nahraum::analysis
