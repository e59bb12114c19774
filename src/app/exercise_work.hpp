#pragma once
/// Figures of the course's work: rows of its tables, what the rules of planning say of them, and
/// whoever loses the last service when something falls away.

#include "app/exercise_figures.hpp"

namespace nahraum::app {

/// Cost: O(rows). The figure's table and columns are there.
FigureValue rows_value(const course::RowsFigure& figure, const model::Work& work);
/// What cannot be told yet (no rows) has no number. Cost: that of the rule.
FigureValue work_value(const course::WorkFigure& figure, const model::Project& project,
                       const model::Catalogue& catalogue);
/// One search per provider, or per service, of the type. The losses of providers whose names are
/// unknown are those of their services. Errors: those of the analyses.
FigureValue stress_value(const course::StressFigure& figure, const Question& question,
                         const analysis::District& district, const analysis::Coverage& coverage,
                         int min_count, jobs::Context& context);

}  // namespace nahraum::app
