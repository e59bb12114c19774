#pragma once
/// Barriers and closures as a sheet's answer.

#include "app/barriers_report.hpp"
#include "scene/sheet_answer.hpp"

namespace nahraum::app {

/// The listed rows as numbered marks, with the persons that the table tells, on the catchment of
/// the one service that was asked for; of a basket on the bare map. Cost: one search and the
/// outlines of its bands.
scene::SheetAnswer barriers_answer(const BarriersResult& result, const Workspace& workspace,
                                   jobs::Context& context,
                                   scene::Theme theme = scene::Theme::light);

}  // namespace nahraum::app
