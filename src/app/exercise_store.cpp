#include "app/exercise_store.hpp"

#include "model/edit.hpp"

namespace nahraum::app {

model::Project project_after(const ExerciseRun& run, const std::string& today) {
  auto project = run.project;
  auto progress = run.progress;
  progress.id = 0;
  progress.began = today;
  if (run.finished) progress.finished = today;
  model::perform(project, model::with_id(project, model::AddExercise{std::move(progress)}));
  return project;
}

}  // namespace nahraum::app
