#pragma once
/// What the exercises' part of the module column shows. No ImGui: plain values, in the user's
/// language.

#include "app/exercise_window.hpp"
#include "app/help.hpp"

namespace nahraum::ui {

/// One exercise of the list.
struct ExerciseRow {
  std::string id, title, goal;
  std::string facts;               ///< "60 min · 2 to 4 people at one computer"
  std::string material;            ///< "" none
  std::vector<std::string> lacks;  ///< what the district lacks, a sentence each
  std::string progress;            ///< "Step 3 of 10", "Finished on …"; "" not begun
  std::int32_t progress_id = 0;    ///< 0: not begun
  bool finished = false;
  std::string own;   ///< "Own exercise, from mine.yaml"; "" a shipped one
  std::string file;  ///< its whole path; "" a shipped one
  /// Put it into the plan of module 4; empty: it stands there already, or nothing can be changed.
  std::vector<app::Action> into_plan;
};
/// A trainer's file out of which no exercise can be made.
struct FaultyFile {
  std::string file;                 ///< its whole path
  std::string heading;              ///< "mine.yaml: 3 mistakes"
  std::vector<std::string> faults;  ///< "Line 12: …"
};
struct ExerciseList {
  std::vector<ExerciseRow> rows;
  std::string heading;  ///< "Exercises of this module: 3"
  bool may_begin = true;
  std::vector<FaultyFile> faulty;  ///< whatever the module
};
/// Of the module that is open.
ExerciseList make_exercise_list(const app::State& state, const model::Catalogue& catalogue);

/// How a step stands, beside its sentence: a sign, so that no colour says it alone.
enum class StepSign { none, waits, done, right, wrong };

struct StepView {
  std::string exercise, count, title;  ///< count: "Step 3 of 10"
  float share = 0;                     ///< of the steps, this one included
  std::vector<app::HelpBlock> text, hint, solution;
  enum class Asks { nothing, choice, number, text, marks, doing } asks = Asks::nothing;
  std::vector<std::pair<std::string, std::string>> options;  ///< id, text
  std::string value;  ///< the choice's id, the number as it is read, the text
  std::string unit;
  std::string draw;  ///< the button that takes the tool: "Set pins", "Draw the line"
  app::Tool tool = app::Tool::select;
  bool drawing = false, has_marks = false;
  StepSign sign = StepSign::none;
  std::string status;  ///< "Kept.", "so far 2, at least 3 are needed"
  bool has_hint = false, has_solution = false;
  bool hint_shown = false, solution_shown = false, computing_solution = false;
  bool first = false, last = false, done = false;
  std::string clock;  ///< "4:30", "Time is up"; "" the step has none
  bool clock_runs = false, clock_over = false;
  /// The widget that the step points at, by its name in the registry; where it is in another
  /// module's panel, that module's number on the rail.
  std::string light;
  std::string where;  ///< says so then
};
/// Nothing where no step is open. `now_s`: the clock's time.
std::optional<StepView> make_step_view(const app::State& state, double now_s);

/// After the last step: what was answered beside what was computed.
struct SummaryRow {
  std::string title, answer, verdict;
  StepSign sign = StepSign::none;
  std::vector<app::HelpBlock> solution;
};
struct SummaryView {
  std::string exercise, finished;
  std::vector<SummaryRow> rows;
  bool computing = false;
};
std::optional<SummaryView> make_summary_view(const app::State& state);

}  // namespace nahraum::ui
