#pragma once
/// A sure core and an uncertain band, as a sheet's answer.

#include "scene/sheet_coverage.hpp"

namespace nahraum::scene {

/// One question, answered with missing tags counting as bad and as good. Groups of the cautious
/// coverage whose difference is too small to be told are −1.
struct SheetSpan {
  SheetResult cautious, optimistic;
};

/// The catchment that holds in both answers, and dotted what only the optimistic one adds; homes
/// for which missing tags decide, and homes in the gap for sure.
SheetAnswer certainty_answer(const model::Project& project, const model::Catalogue& catalogue,
                             const SheetSpan& span, Theme theme = Theme::light);

}  // namespace nahraum::scene
