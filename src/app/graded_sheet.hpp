#pragma once
/// The grades as a sheet's answer.

#include "app/graded.hpp"
#include "scene/sheet_answer.hpp"

namespace nahraum::app {

/// Homes by grade, who falls between two standards, the sentence and figures of grade_words.
/// `graded.standard` is not "". Cost: O(buildings), no search.
scene::SheetAnswer grades_answer(const Graded& graded, const model::Catalogue& catalogue,
                                 scene::Theme theme = scene::Theme::light);

}  // namespace nahraum::app
