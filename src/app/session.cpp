#include "app/session.hpp"

#include <algorithm>

#include "app/exercise_window.hpp"
#include "app/graded_sheet.hpp"
#include "app/new_project.hpp"
#include "base/translate.hpp"

namespace nahraum::app {

Session::Session(model::Catalogue catalogue, std::function<void()> wake,
                 std::filesystem::path unsaved)
    : catalogue_min_count_(catalogue.people.min_count),
      catalogue_(std::make_shared<const model::Catalogue>(std::move(catalogue))),
      unsaved_(std::move(unsaved)),
      queue_(
          std::move(wake),
          [this](const std::string& title, const base::Error& error) { job_failed(title, error); },
          2) {
  state_.settings = load_settings();
  run(FollowSettings{});
  run(LookForWork{});
  std::erase_if(state_.unsaved_work, [](const UnsavedWork& work) { return work.declined; });
}

/// Who closes without saving was asked; a wrong click must not cost the work all the same.
Session::~Session() {
  if (!journal_) return;
  journal_->steps() > 0 ? journal_->put_aside() : journal_->end();
}

bool Session::waits_for(jobs::JobId job) const {
  const auto waiting = queue_.views();
  return std::any_of(waiting.begin(), waiting.end(),
                     [job](const jobs::JobView& view) { return view.id == job; });
}

void Session::job_failed(const std::string& title, const base::Error& error) {
  if (!waits_for(answer_job_)) state_.answering = false;
  if (!waits_for(study_job_)) state_.studying.reset();
  if (error.code == base::ErrorCode::cancelled) return;
  say(Message::Severity::error, title + ": " + base::one_line(error));
}

void Session::dispatch(const Action& action) {
  const auto before = state_.project;
  for (const auto& effect : apply(state_, action))
    run(effect);
  if (state_.project != before) ++project_revision_;
  follow_exercise();
}

bool Session::deliver() {
  const bool changed = queue_.deliver() > 0;
  if (changed) follow_exercise();
  return changed;
}

void Session::settle() {
  while (!queue_.idle()) {
    if (!deliver()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

void Session::run(const Effect& effect) {
  std::visit([this](const auto& each) { run_effect(each); }, effect);
}

void Session::say(Message::Severity severity, std::string text) {
  // Names of files may hold line breaks; a message is a line.
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  state_.messages.push_back({severity, std::move(text)});
}

void Session::say(const base::Error& error) {
  say(Message::Severity::error, base::one_line(error));
}

void Session::take_project(model::Project project, std::filesystem::path path) {
  for (const auto& warning : warnings_of(project))
    say(Message::Severity::warning, warning);
  state_.read_only = project.info.read_only_newer;
  state_.question = first_question(project, *catalogue_);
  state_.project = std::make_shared<const model::Project>(std::move(project));
  make_corrections(state_);
  say_unfit();
  state_.history = {};
  state_.unsaved = path.empty();
  state_.path = std::move(path);
  lock_project();
  state_.answer = nullptr;
  state_.comparison.reset();
  state_.other_answer = nullptr;
  state_.preview = nullptr;
  state_.rest = nullptr;
  state_.selection = {};
  state_.under.clear();
  state_.inspection.reset();
  state_.home_minutes = nullptr;
  drop_study();
  ++state_.ground;
  state_.studies = {};
  state_.grading = {};
  state_.graded = nullptr;
  state_.spot.reset();
  state_.guess.reset();
  const bool first = !state_.exercise.shipped;
  begin_course(state_, *catalogue_);
  if (first && !state_.settings.exercises.empty()) run(ReadExercises{});
  state_.answering = true;
  prepared_ = std::make_shared<Prepared>();
  ++project_revision_;
  if (!state_.path.empty()) {
    remember_recent(state_.settings, state_.path);
    run(StoreSettings{});
  }
  run(ComputeAnswer{});
}

void Session::run_effect(const StoreSettings&) {
  base::set_language(state_.settings.language);
  if (const auto stored = store_settings(state_.settings); !stored) {
    say(Message::Severity::warning, base::one_line(stored.error()));
  }
}

void Session::run_effect(const FollowSettings&) {
  const int wanted = min_count(state_.settings, catalogue_min_count_);
  if (wanted == catalogue_->people.min_count) return;
  auto changed = std::make_shared<model::Catalogue>(*catalogue_);
  changed->people.min_count = wanted;
  catalogue_ = std::move(changed);
}

void Session::run_effect(const StopJob& effect) {
  queue_.cancel(effect.job);
}

}  // namespace nahraum::app
