#pragma once
/// An exercise from its first step to its last by a file of answers, as a group would do it.

#include <filesystem>

#include "app/exercise_check.hpp"
#include "course/answer_script.hpp"

namespace nahraum::app {

struct RunStep {
  const course::Step* step = nullptr;
  StepResult result;
  std::string text, solution;  ///< with their figures
  bool as_expected = true;     ///< the script's `expect`
};
struct ExerciseRun {
  std::vector<std::string> missing;
  std::vector<RunStep> steps;  ///< all of them, also those that stay open
  model::ExerciseProgress progress;
  model::Project project;  ///< as it would be stored, with what the script made in it
  bool finished = false;   ///< no step is open, and all are as expected
};

/// `ground`: the project as it is stored; its corrections are made here. What the script does goes
/// through the edits of the window. `folder`: of the script's files. Errors: those of the scenarios
/// that the script names, places outside the map. Throws Cancelled.
base::Result<ExerciseRun> run_exercise(const course::Exercise& exercise,
                                       const course::AnswerScript& script,
                                       const ExerciseGround& ground,
                                       const std::filesystem::path& folder, jobs::Context& context);

}  // namespace nahraum::app
