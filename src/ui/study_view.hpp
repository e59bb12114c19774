#pragma once
/// Further analyses as values: what can be chosen, and the chosen one's result as it is drawn.

#include <optional>
#include <string>
#include <vector>

#include "app/state.hpp"
#include "ui/grades_view.hpp"
#include "ui/kit.hpp"

namespace nahraum::ui {

/// A scenario of the project that can be chosen; "" is the project as it is.
struct ScenarioChoice {
  std::string name;
  std::string label;
  bool chosen = false;
};

struct StudyView {
  std::vector<std::string> names;  ///< of module 2's, in their order
  int chosen = -1;
  app::Study study = app::Study::barriers;
  std::string unit;       ///< of the result
  bool asked = false;     ///< one is chosen
  bool guesses = false;   ///< the user may point at a place of their own
  bool guessing = false;  ///< and is about to
  bool computing = false;
  bool stale = false;                             ///< the result is of another question
  std::vector<ScenarioChoice> scenarios;          ///< of Study::scenario only
  std::optional<GradesView> grades;               ///< of Study::standards only
  std::vector<Choice> indicators;                 ///< of Study::need: what the map can show
  std::string indicator;                          ///< the name of the one it shows
  std::shared_ptr<const app::NeedCharts> charts;  ///< of Study::need
  std::shared_ptr<const scene::BarsSpec> bars;    ///< of Study::housing
  scene::Theme theme = scene::Theme::light;       ///< of the charts
  std::string hint;                               ///< what to do where nothing can be asked
  std::string sentence;
  std::vector<std::string> remarks;
  std::vector<app::StudyTable> tables;
  std::string kept_back;  ///< what "–" means; "" where there is none
  std::vector<std::string> method;
};

/// Module 2's, or of module 1 its need.
StudyView make_study_view(const app::State& state, const model::Catalogue& catalogue);

/// A method card as lines of text.
std::vector<std::string> lines_of(const std::vector<scene::MethodLine>& card);

/// A marked place of the result in sight.
struct PlaceMark {
  geo::Point at;
  std::string text;  ///< "1"; "?" the user's own
  bool chosen = false;
};
/// None while the result is out of date.
std::vector<PlaceMark> place_marks(const app::State& state);

/// "“Rampe”: 3 changes" where the answer is of a scenario, else "".
std::string scenario_line(const app::State& state);

}  // namespace nahraum::ui
