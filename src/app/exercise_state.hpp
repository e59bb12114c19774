#pragma once
/// The exercise that is done in the window: what the state keeps of it, and what can be done to it.
/// Where the group is and what it answered stands in the project (model/exercise_progress.hpp).

#include <filesystem>
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

using Exercises = std::shared_ptr<const std::vector<course::Exercise>>;

/// Something that is wrong with an own file, in the user's language.
struct ExerciseFault {
  int line = 0;      ///< from 1; 0: the file as a whole
  std::string what;  ///< what is wrong
  std::string help;  ///< what is allowed, or what to do; "" nothing to add
  friend bool operator==(const ExerciseFault&, const ExerciseFault&) = default;
};
/// A file that the trainer added.
struct OwnExercise {
  std::string file;  ///< whole path
  std::string id;    ///< of the exercise; "" where there are faults
  std::string title = {};
  int module = 0;
  bool missing = false;  ///< the file is not there, or cannot be read
  std::vector<ExerciseFault> faults = {};
  friend bool operator==(const OwnExercise&, const OwnExercise&) = default;
};

struct ExerciseState {
  Exercises all;                 ///< null until a project was opened: the shipped and the sound own
  Exercises shipped;             ///< null until then, too
  std::vector<OwnExercise> own;  ///< in the order in which they were added
  unsigned own_read = 0;         ///< counts how often own files were read because somebody asked
  std::int32_t open = 0;         ///< whose card is shown: ExerciseProgress::id
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
/// The trainer's own files, for now and for later; what is known already is read again.
struct AddExercises {
  std::vector<std::filesystem::path> files;
};
/// Off the list; the file stays where it is.
struct ForgetExercise {
  std::string file;  ///< as in Settings::exercises
};
using ExerciseAction =
    std::variant<BeginExercise, OpenExercise, LeaveExercise, TurnStep, AnswerStep, AddMark,
                 RemoveMarks, ShowHint, ShowSolution, RunClock, AddExercises, ForgetExercise>;

}  // namespace nahraum::app
