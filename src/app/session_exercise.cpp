/// What the session does for the exercise that is open: its texts and checks follow the project and
/// the question.

#include <algorithm>
#include <utility>

#include "app/exercise_told.hpp"
#include "app/exercise_window.hpp"
#include "app/own_exercises.hpp"
#include "app/session.hpp"
#include "base/translate.hpp"

namespace nahraum::app {

void begin_course(State& state, const model::Catalogue& catalogue) {
  const auto before = std::exchange(state.exercise, {});
  auto& course = state.exercise;
  course.shipped = before.shipped ? before.shipped : shipped_exercises(catalogue);
  course.all = before.all ? before.all : course.shipped;
  course.own = before.own;
  course.own_read = before.own_read;
}

/// Those that somebody has just added are told, and of one alone its module is opened; at the start
/// only what is wrong is told.
void Session::take_exercises(ReadOwn read, const std::vector<std::string>& asked) {
  auto& course = state_.exercise;
  if (!course.shipped) course.shipped = std::move(read.shipped);
  course.all = std::move(read.all);
  course.own = std::move(read.files);
  exercise_asked_.reset();
  const OwnExercise* news = nullptr;
  for (const auto& own : course.own) {
    const bool mine = std::find(asked.begin(), asked.end(), own.file) != asked.end();
    if (mine) news = &own;
    if (!mine && (!asked.empty() || own.faults.empty())) continue;
    say(own.faults.empty() ? Message::Severity::info : Message::Severity::warning, told_own(own));
  }
  if (asked.empty()) return;
  ++course.own_read;
  const bool shown = asked.size() == 1 && news && news->module > 0 && !open_step(state_);
  if (shown) dispatch(ChooseModule{news->module});
}

/// A file may lie on a disk that does not answer at once.
void Session::run_effect(const ReadExercises& effect) {
  queue_.submit(base::tr("Reading own exercises"),
                [this, asked = effect.asked, files = state_.settings.exercises,
                 shipped = state_.exercise.shipped,
                 catalogue = catalogue_](jobs::Context&) -> jobs::Queue::OnMainThread {
                  auto read =
                      std::make_shared<ReadOwn>(read_own_exercises(files, shipped, *catalogue));
                  return [this, read, asked] { take_exercises(std::move(*read), asked); };
                });
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
