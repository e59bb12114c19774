/// What keeps the session's work: the journal, work from an earlier start, the lock.

#include <algorithm>

#include <fmt/format.h>

#include "app/session.hpp"
#include "base/translate.hpp"
#include "io/project_gpkg.hpp"

namespace nahraum::app {

using base::tr;

/// Another project was opened; what was not saved of the one before stays to be recovered.
void Session::keep_from_here(bool precious) {
  const bool left = journal_ && journal_->steps() > 0;
  if (journal_ && !left) journal_->end();
  journal_ = nullptr;
  keeping_failed_ = state_.not_kept = false;
  if (left)
    say(Message::Severity::warning, tr("What was not saved is kept: Search for unsaved work."));
  if (unsaved_.empty() || state_.read_only) return;
  journal_ = std::make_unique<Journal>(unsaved_, state_.project->info.title, state_.path, precious);
}

/// The project as it was opened, where no file holds it.
void Session::store_base() {
  if (!journal_) return;
  const auto file = journal_->base_file();
  if (!file) return say(file.error());
  queue_.submit(tr("Keeping a copy"),
                [this, file = *file,
                 project = state_.project](jobs::Context& context) -> jobs::Queue::OnMainThread {
                  const auto written = io::write_project(*project, file, context);
                  return [this, written] {
                    if (!written) say(written.error());
                  };
                });
}

void Session::run_effect(const KeepStep& effect) {
  if (!journal_) return;
  tell_whether_kept(journal_->add(effect.step));
}

/// Said when it begins; from then on the state tells it.
void Session::tell_whether_kept(const base::Result<void>& kept) {
  state_.not_kept = !kept;
  if (!std::exchange(keeping_failed_, !kept) && !kept) say(kept.error());
}

/// Read-only where somebody else has the file open.
void Session::lock_project() {
  lock_ = nullptr;  // the old one first: it may be the same file's
  state_.locked_by.reset();
  state_.read_only = state_.project->info.read_only_newer;
  if (state_.path.empty() || state_.read_only) return;
  lock_ = std::make_unique<ProjectLock>(state_.path);
  if (!lock_->holder()) return;
  state_.locked_by = lock_->holder();
  state_.read_only = true;
  say_locked();
}

void Session::say_locked() {
  const auto& by = *state_.locked_by;
  say(Message::Severity::warning,
      fmt::format(fmt::runtime(tr("{0} has been open since {3} by {1} on {2}: it can be read here. "
                                  "Save it under another name, or give the command “Edit all the "
                                  "same” where that program is gone.")),
                  state_.path.filename().string(), by.user, by.host, by.since));
}

void Session::run_effect(const BreakLock&) {
  lock_ = nullptr;
  ProjectLock::forget(state_.path);
  lock_project();
  if (!state_.read_only) keep_from_here(false);
}

/// What the data they correct do not have any more.
void Session::say_unfit() {
  if (!state_.corrected || state_.corrected->info.unfit.empty()) return;
  const auto count = state_.corrected->info.unfit.size();
  say(Message::Severity::warning,
      fmt::format(fmt::runtime(base::tr_n("{0} correction does not fit the map data and is left "
                                          "out: it is marked in the list of corrections.",
                                          "{0} corrections do not fit the map data and are left "
                                          "out: they are marked in the list of corrections.",
                                          count)),
                  count));
}

void Session::run_effect(const LookForWork&) {
  if (!unsaved_.empty()) state_.unsaved_work = app::unsaved_work(unsaved_);
}

void Session::run_effect(const PutAside& effect) {
  decline(effect.work);
}

void Session::run_effect(const LoadWork& effect) {
  queue_.submit(fmt::format(fmt::runtime(tr("Recovering {0}")), effect.work.title),
                [this, work = effect.work](jobs::Context& context) -> jobs::Queue::OnMainThread {
                  auto shared = std::make_shared<base::Result<model::Project>>(
                      io::read_project(base_of(work), context));
                  return [this, shared, work] {
                    if (!*shared) return say(shared->error());
                    take_work(work, std::move(**shared));
                  };
                });
}

namespace {

/// Does what the line says; a step back that has nothing before it is done as an edit of its own.
bool replay(model::History& history, model::Project& project, const Step& step) {
  if (step.how == Step::How::undone && history.undo(project)) return true;
  if (step.how == Step::How::redone && history.redo(project)) return true;
  if (!model::fits(project, step.edit)) return false;
  history.perform(project, step.edit);
  return true;
}

}  // namespace

bool Session::copy_base(const UnsavedWork& work, Journal& journal) {
  const auto file = journal.base_file();
  std::error_code error;
  if (file) std::filesystem::copy_file(base_of(work), *file, error);
  if (!file) say(file.error());
  if (error)
    say({base::ErrorCode::io, tr("The kept copy cannot be copied"),
         work.folder.string() + " (" + error.message() + ")", tr("Make room on the disk.")});
  return file && !error;
}

/// The steps are done again, so that they can be undone again; the journal goes on from them.
void Session::take_work(const UnsavedWork& work, model::Project project) {
  auto base = project;
  take_project(std::move(base), work.file);
  keep_from_here(work.file.empty());
  if (journal_ && work.file.empty() && !copy_base(work, *journal_)) return;
  std::size_t done = 0;
  const auto steps = steps_of(work);
  for (const auto& step : steps) {
    if (!replay(state_.history, project, step)) break;
    ++done;
    if (journal_) run(KeepStep{step});
  }
  state_.project = std::make_shared<const model::Project>(std::move(project));
  make_corrections(state_);
  state_.unsaved = true;
  std::erase(state_.unsaved_work, work);
  ++state_.ground;
  ++project_revision_;
  run(ComputeAnswer{});
  if (done == steps.size() && !work.file_differs) {
    say(Message::Severity::info,
        fmt::format(fmt::runtime(tr("Recovered: {0}, {1} steps")), work.title, done));
    // Where the new journal does not hold it (somebody else has the file open, a full disk), the
    // old one is offered again.
    if (journal_ && !keeping_failed_) forget(work);
    return;
  }
  say(Message::Severity::warning,
      fmt::format(
          fmt::runtime(tr("Recovered: {0}, {1} of {2} steps; the project's file is not as it "
                          "was. What was kept stays for {3} days.")),
          work.title, done, steps.size(), declined_days));
  decline(work);
}

}  // namespace nahraum::app
