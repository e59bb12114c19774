#pragma once
/// What is wrong with the dates of measures.

#include <map>

#include "planning/schedule.hpp"

namespace nahraum::planning {

/// The first measure of each id.
using MeasuresById = std::map<std::string, const PlannedMeasure*>;
MeasuresById measures_by_id(const std::vector<PlannedMeasure>& measures);

/// Both dates, in the range, in order: it takes part in the computation.
bool is_dated(const PlannedMeasure& measure);

std::vector<ScheduleRemark> schedule_remarks(const std::vector<PlannedMeasure>& measures,
                                             const ScheduleRules& rules);

}  // namespace nahraum::planning
