#pragma once
/// An exercise with the figures of a project, as the window's card shows it.

#include "app/exercise_state.hpp"

namespace nahraum::app {

/// `key.project` with its corrections made is the ground's. Of a finished exercise all steps with
/// their solutions. For a job. Throws Cancelled.
ToldExercise tell_exercise(const ExerciseKey& key, const course::Exercise& exercise,
                           std::vector<model::ExerciseAnswer> answers, ExerciseGround ground,
                           jobs::Context& context);

}  // namespace nahraum::app
