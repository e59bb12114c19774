#pragma once
/// Values of figures that need no network, and how a figure's question is asked of a verb.

#include "app/exercise_figures.hpp"
#include "app/need_question.hpp"

namespace nahraum::app {

const analysis::GroupCoverage& group_of(const analysis::Coverage& coverage, course::Group group);

/// Only what may be told; text and number are nothing where it may not.
FigureValue indicator_value(const course::IndicatorFigure& figure, const NeedAnswer& answer);
/// The area where the rate is highest (or lowest) and may be told; nothing without areas. Ties: the
/// first.
struct ExtremeArea {
  std::string name;
  double rate = 0;
  geo::MultiPolygon outline;
};
std::optional<ExtremeArea> extreme_area(const std::string& indicator, bool highest,
                                        const NeedAnswer& answer);
/// Of the services in `outline`; empty: of all.
FigureValue services_value(const course::ServicesFigure& figure, const model::Project& project,
                           const geo::MultiPolygon& outline);
FigureValue made_value(const course::MadeFigure& figure, const model::Project& project);
FigureValue marks_value(const course::MarksFigure& figure, const model::ExerciseAnswer& answer,
                        const model::Project& project);
/// Marks whose first point has one of these homes as its nearest one of the district, within 100 m.
std::size_t marks_near(const model::ExerciseAnswer& answer, const std::vector<std::uint32_t>& homes,
                       const model::Project& project);
/// A difference of persons that is itself too small is kept back, whatever its parts.
FigureValue combined_value(course::CombinedFigure::How how, const FigureValue& first,
                           const FigureValue& second, int min_count);

/// As app/study_parts.hpp asks the verbs.
template <class Options>
Options verb_options(const Question& question) {
  Options options;
  options.service = question.type;
  options.profile = question.profile;
  options.limit = analysis::to_text(question.limit);
  return options;
}

}  // namespace nahraum::app
