#pragma once
/// Module 2's panel as values: the question, its choices, the answer in words and figures.

#include <string>
#include <vector>

#include "app/state.hpp"
#include "ui/kit.hpp"

namespace nahraum::ui {

/// One line of the table: "80+", "892", "312", "–", "74 %", "7 min", "14 min".
struct FigureRow {
  std::string group, within, gap, not_assessable, share, median, p90;
};

struct QuestionView {
  std::vector<Choice> types, profiles;
  std::string type_label, profile_label;
  bool in_metres = false;
  float limit = 10;  ///< minutes or metres
  bool computing = false;
  bool live = false;     ///< figures of a service under the mouse, not of the project
  std::string scenario;  ///< whose answer it is; "" of the project as it is
  std::string sentence;  ///< "" while there is none
  std::vector<std::string> remarks;
  std::vector<FigureRow> rows;
  std::vector<std::string> method;  ///< lines of the method card
};

/// Every type of the catalogue under its group.
std::vector<Choice> type_choices(const model::Catalogue& catalogue);
QuestionView make_question_view(const app::State& state, const model::Catalogue& catalogue);

/// A number stays on the line of the word that it counts.
std::string with_figures_kept(const std::string& sentence);
std::string group_name(model::Group group);
/// "verified in the source", "from the literature", "our assumption"
std::string name_of(model::Mark mark);

}  // namespace nahraum::ui
