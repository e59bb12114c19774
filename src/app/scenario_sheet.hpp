#pragma once
/// What changes for whom between two states, as a sheet's answer.

#include "app/scenario_report.hpp"
#include "scene/sheet_answer.hpp"

namespace nahraum::app {

/// On the later state's map: homes that gain and lose, with sign and colour, the limit before and
/// after, the changes as numbered marks, and the table's figures. Cost: two searches and the
/// outlines of their bands.
scene::SheetAnswer comparison_answer(const ScenarioComparison& comparison, const ComparisonRow& row,
                                     jobs::Context& context,
                                     scene::Theme theme = scene::Theme::light);

/// Where a change lies, also where only an id of the project tells; nothing where it is gone.
std::optional<geo::Point> place_in(const model::Project& project, const model::Change& change);

}  // namespace nahraum::app
