#pragma once
/// Reach with rests as a sheet's answer.

#include "app/rests_report.hpp"
#include "scene/sheet_answer.hpp"

namespace nahraum::app {

/// Stretches without a seat, homes by their answer, the seats of the data, and suggested ones as
/// numbered marks with the persons that the table tells. Cost: one search and the outlines of its
/// bands.
scene::SheetAnswer rests_answer(const RestsResult& result, const Workspace& workspace,
                                jobs::Context& context, scene::Theme theme = scene::Theme::light);

}  // namespace nahraum::app
