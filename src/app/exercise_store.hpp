#pragma once
/// What a run of an exercise leaves in the project.

#include "app/exercise_run.hpp"

namespace nahraum::app {

/// The project with all that was made in it, and with the run's progress as its newest exercise.
/// `today`: ISO date.
model::Project project_after(const ExerciseRun& run, const std::string& today);

}  // namespace nahraum::app
