#pragma once
/// A sheet of an indicator by area: what module 1 shows on the map.

#include "app/area_figures.hpp"
#include "app/study.hpp"
#include "scene/sheet_answer.hpp"

namespace nahraum::app {

/// `need`: whose figures these are. Only what may be told is printed.
scene::SheetAnswer figures_answer(const AreaFigures& figures, const Indicator& indicator,
                                  const StudyResult& need,
                                  scene::Theme theme = scene::Theme::light);

}  // namespace nahraum::app
