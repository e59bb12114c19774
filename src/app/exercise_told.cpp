#include "app/exercise_told.hpp"

namespace nahraum::app {

ToldExercise tell_exercise(const ExerciseKey& key, const course::Exercise& exercise,
                           std::vector<model::ExerciseAnswer> answers, ExerciseGround ground,
                           jobs::Context& context) {
  ToldExercise told{key, {}};
  ExerciseFigures figures(exercise, std::move(ground), std::move(answers), context);
  for (const auto& step : exercise.steps) {
    if (!key.finished && step.id != key.step) continue;
    context.check();
    ToldStep each{step.id, figures.filled(step.text), figures.filled(step.hint), "", {}};
    if (key.solution || key.finished) each.solution = figures.filled(step.solution);
    each.result = judge(step, figures, key.now);
    told.steps.push_back(std::move(each));
  }
  return told;
}

}  // namespace nahraum::app
