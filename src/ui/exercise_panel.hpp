#pragma once
/// The exercises' part of the module column, below the module's panel: the list, the step that is
/// open, or the summary. Each fills the current ImGui window and hands out actions.

#include "ui/exercise_view.hpp"
#include "ui/kit.hpp"
#include "ui/panels.hpp"

namespace nahraum::ui {

/// What the widgets remember between frames; nothing of the project.
struct ExerciseMemory {
  std::string draft;           ///< number or text while it is written …
  std::string kept;            ///< … and what the project has of it
  std::string of;              ///< the step that both are of
  std::string trouble;         ///< why the draft is no answer; "" it is one
  bool light_wanted = false;   ///< "Show me where" was pressed
  int looked_at = 0;           ///< hint (1) and solution (2), in the last frame
  int bring_frames = 0;        ///< that are left to bring them into sight
  bool light_missing = false;  ///< what the step points at is not on the screen
};

/// `open`: the rows are shown, not only the heading. Returns whether the heading was clicked.
bool exercise_list_panel(const Kit& kit, const ExerciseList& list, bool open);
/// Below the open list: the way to add one's own.
Wish own_exercises_panel(const Kit& kit);
/// Title and place in the exercise, how much of it is done (0 … 1), and the way out.
void exercise_head(const Kit& kit, const std::string& exercise, const std::string& count,
                   float share);
/// What a step says and asks. `step`: its id within the exercise, so that a draft never comes into
/// another one.
void exercise_step_panel(const Kit& kit, const StepView& view, const std::string& step,
                         ExerciseMemory& memory);
/// Forth and back, and the clock. `now_s`: its time.
void exercise_foot(const Kit& kit, const StepView& view, double now_s);
/// What was answered beside what was computed, and the way back into the last step.
void exercise_summary_panel(const Kit& kit, const SummaryView& view);
void exercise_summary_foot(const Kit& kit);

/// The widgets that take an answer, and how the step stands.
void show_answer(const Kit& kit, const StepView& view, const std::string& step,
                 ExerciseMemory& memory);
/// A small sign and its sentence; the sign's shape tells as much as its colour.
void show_status(const Kit& kit, StepSign sign, const std::string& text);

}  // namespace nahraum::ui
