#pragma once
/// The exercise that is done in the window: what the state keeps of it, and what can be done to it.
/// Where the group is and what it answered stands in the project (model/exercise_progress.hpp).

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/exercise_check.hpp"
#include "base/text.hpp"

namespace nahraum::app {

/// Of a step: runs only when somebody starts it.
struct StepClock {
  double left_s = 0;              ///< while it rests, or when it was started
  std::optional<double> since_s;  ///< started at that time of a steady clock
  double left_at(double now_s) const { return since_s ? left_s - (now_s - *since_s) : left_s; }
};

/// What a telling depends on; another one makes it out of date.
struct ExerciseKey {
  std::int32_t progress = 0;
  std::string step;
  bool finished = false, solution = false;
  model::Snapshot project;
  AskedNow now;
  base::Language language = base::Language::german;
  int min_count = 0;
  friend bool operator==(const ExerciseKey&, const ExerciseKey&) = default;
};

/// A step with the figures of the district that is open.
struct ToldStep {
  std::string step;
  std::string text, hint, solution;  ///< solution: "" until it is wanted
  StepResult result;
};
struct ToldExercise {
  ExerciseKey of;
  std::vector<ToldStep> steps;  ///< the one that the group is at; of a finished one all
};

struct ExerciseState {
  /// Null until a project was opened.
  std::shared_ptr<const std::vector<course::Exercise>> all;
  std::int32_t open = 0;                     ///< whose card is shown: ExerciseProgress::id
  std::shared_ptr<const ToldExercise> told;  ///< null until computed
  bool hint = false, solution = false;       ///< are shown
  StepClock clock;
  unsigned entered = 0;      ///< counts the steps that were entered
  unsigned whole_asked = 0;  ///< counts how often a stage wanted the whole district on the map
};

/// From its first step. `today`: ISO date.
struct BeginExercise {
  std::string exercise;
  std::string today;
};
/// Where it was left.
struct OpenExercise {
  std::int32_t progress = 0;
};
struct LeaveExercise {};
/// Forth (+1) or back (−1); forth from the last step finishes, back from there goes on.
struct TurnStep {
  int by = 1;
  std::string today;
};
/// "" takes the answer back.
struct AnswerStep {
  std::string value;  ///< as ExerciseAnswer::value
};
/// A line or an area takes the place of the one before.
struct AddMark {
  std::vector<geo::Point> points;
};
struct RemoveMarks {};
struct ShowHint {
  bool shown = true;
};
/// Once shown it stays recorded.
struct ShowSolution {
  bool shown = true;
};
struct RunClock {
  bool on = true;
  double now_s = 0;
};
using ExerciseAction =
    std::variant<BeginExercise, OpenExercise, LeaveExercise, TurnStep, AnswerStep, AddMark,
                 RemoveMarks, ShowHint, ShowSolution, RunClock>;

}  // namespace nahraum::app
