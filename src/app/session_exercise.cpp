/// What the session does for the exercise that is open: its texts and checks follow the project and
/// the question.

#include "app/exercise_told.hpp"
#include "app/exercise_window.hpp"
#include "app/session.hpp"
#include "app/verb_exercise.hpp"
#include "base/translate.hpp"
#include "course/exercise_file.hpp"

namespace nahraum::app {

void begin_course(State& state, const model::Catalogue& catalogue) {
  auto all = std::move(state.exercise.all);
  state.exercise = {};
  if (!all) {
    std::vector<course::Exercise> sound;
    for (auto& each : course::exercises_in(exercise_folder(), catalogue)) {
      if (each.read.exercise) sound.push_back(std::move(*each.read.exercise));
    }
    all = std::make_shared<const std::vector<course::Exercise>>(std::move(sound));
  }
  state.exercise.all = std::move(all);
}

namespace {

bool same_ground(const model::Project& a, const model::Project& b) {
  return a.corrections == b.corrections && a.services == b.services && a.homes == b.homes;
}

}  // namespace

/// The network of the answer that is shown serves, unless it is a scenario's or an older one's.
ExerciseGround Session::exercise_ground() const {
  const auto project = ground_project(state_);
  const auto& answer = state_.answer;
  const bool plain = answer && answer->district && answer->question.scenario.empty();
  const bool serves = plain && same_ground(*answer->district->project, *project);
  return {project, catalogue_, prepared_, serves ? answer->district->project : nullptr};
}

/// Once after whatever may have changed something. While an answer is under way its end is waited
/// for: the streets may be others then.
void Session::follow_exercise() {
  const auto key = exercise_key(state_, catalogue_->people.min_count);
  if (!key) exercise_asked_.reset();
  if (!key || state_.answering || key == exercise_asked_) return;
  exercise_asked_ = key;
  queue_.cancel(exercise_job_);
  exercise_job_ = queue_.submit(
      base::tr("Looking how far the exercise is"),
      [this, key = *key, exercise = *open_exercise(state_),
       answers = open_progress(state_)->answers,
       ground = exercise_ground()](jobs::Context& context) -> jobs::Queue::OnMainThread {
        auto told = std::make_shared<const ToldExercise>(
            tell_exercise(key, exercise, answers, ground, context));
        return [this, told] {
          if (exercise_asked_ == told->of) state_.exercise.told = told;
        };
      });
}

}  // namespace nahraum::app
