#pragma once
/// What a run of an exercise leaves in the project.

#include "app/exercise_run.hpp"

namespace nahraum::app {

/// Notes, views and scenarios that were made, and the progress as the newest of its exercise.
/// `project`: as it is stored, without its corrections made. `today`: ISO date.
void take_over(const ExerciseRun& run, const std::string& today, model::Project& project);

}  // namespace nahraum::app
