#include "app/exercise_store.hpp"

#include "model/edit.hpp"

namespace nahraum::app {

void take_over(const ExerciseRun& run, const std::string& today, model::Project& project) {
  project.notes = run.project.notes;
  project.views = run.project.views;
  project.scenarios = run.project.scenarios;
  auto progress = run.progress;
  progress.id = 0;
  progress.began = today;
  if (run.finished) progress.finished = today;
  model::perform(project, model::with_id(project, model::AddExercise{std::move(progress)}));
}

}  // namespace nahraum::app
