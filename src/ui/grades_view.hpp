#pragma once
/// Homes graded by a standard as values: what can be chosen and moved, the figures, the legend.

#include <optional>
#include <string>
#include <vector>

#include "app/state.hpp"
#include "ui/kit.hpp"

namespace nahraum::ui {

/// Minutes or metres.
struct GradesView {
  std::vector<Choice> standards, seconds;
  std::string standard, second;  ///< shown names
  bool in_metres = true;
  float target = 0, limit = 0, low = 0, high = 0, step = 1;
  bool own = false;  ///< moved away from the standard's values
  std::string sentence;
  std::vector<std::string> remarks;
  std::vector<app::StudyTable> tables;
  std::vector<std::string> method;
  /// Metres or seconds, as app::MoveThreshold wants it.
  double in_units(float value) const { return in_metres ? value : value * 60.0; }
};
/// Nothing while no homes are graded.
std::optional<GradesView> make_grades_view(const app::State& state,
                                           const model::Catalogue& catalogue);

/// "good (up to 500 m)" … as far as it occurs, in the legend's order; who falls between last.
struct GradeSign {
  enum class Kind { good, sufficient, gap, unknown, between } kind = Kind::good;
  std::string text;
};
std::vector<GradeSign> grade_signs(const app::Graded& graded);

}  // namespace nahraum::ui
