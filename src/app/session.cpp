#include "app/session.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/rest_network.hpp"
#include "analysis/restate_areas.hpp"
#include "analysis/seats.hpp"
#include "app/area_figures.hpp"
#include "app/arguments.hpp"
#include "app/exercise_told.hpp"
#include "app/exercise_window.hpp"
#include "app/figures_sheet.hpp"
#include "app/graded_sheet.hpp"
#include "app/new_project.hpp"
#include "app/print_sheet.hpp"
#include "app/scenario_answer.hpp"
#include "base/translate.hpp"
#include "io/photo.hpp"
#include "io/project_gpkg.hpp"

namespace nahraum::app {

using base::tr;

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
  begin_course(state_, *catalogue_);
  state_.answering = true;
  prepared_ = std::make_shared<Prepared>();
  ++project_revision_;
  if (!state_.path.empty()) {
    remember_recent(state_.settings, state_.path);
    run(StoreSettings{});
  }
  run(ComputeAnswer{});
}

void Session::run_effect(const LoadFile& effect) {
  const bool is_project = extension_of(effect.path.string()) == ".gpkg";
  queue_.submit(fmt::format(fmt::runtime(tr("Opening {0}")), effect.path.filename().string()),
                [this, path = effect.path, is_project,
                 catalogue = catalogue_](jobs::Context& context) -> jobs::Queue::OnMainThread {
                  NewProject input;
                  input.osm = path;
                  auto project = is_project ? io::read_project(path, context)
                                            : make_project(input, *catalogue, context);
                  auto shared = std::make_shared<base::Result<model::Project>>(std::move(project));
                  return [this, shared, path, is_project] {
                    if (!*shared) return say(shared->error());
                    take_project(std::move(**shared), is_project ? path : std::filesystem::path());
                    keep_from_here(!is_project);
                    if (!is_project) store_base();
                  };
                });
}

void Session::run_effect(const LoadDemo&) {
  queue_.submit(
      tr("Opening the demo district"),
      [this, catalogue = catalogue_](jobs::Context& context) -> jobs::Queue::OnMainThread {
        auto shared = std::make_shared<base::Result<model::Project>>(
            make_project(demo_district(), *catalogue, context));
        return [this, shared] {
          if (!*shared) return say(shared->error());
          take_project(std::move(**shared), {});
          keep_from_here(false);
          store_base();
        };
      });
}

void Session::run_effect(const BuildProject& effect) {
  const auto input = new_project_of(effect.options);
  if (!input) return say(input.error());
  queue_.submit(fmt::format(fmt::runtime(tr("Opening {0}")), input->osm.filename().string()),
                [this, input = *input,
                 catalogue = catalogue_](jobs::Context& context) -> jobs::Queue::OnMainThread {
                  auto shared = std::make_shared<base::Result<model::Project>>(
                      make_project(input, *catalogue, context));
                  return [this, shared] {
                    if (!*shared) return say(shared->error());
                    take_project(std::move(**shared), {});
                    keep_from_here(true);
                    store_base();
                  };
                });
}

void Session::run_effect(const StoreProject& effect) {
  if (state_.locked_by && effect.path == state_.path) return say_locked();
  if (state_.read_only && !state_.locked_by) {
    return say(Message::Severity::error, tr("This project was made by a newer version: it opens "
                                            "read-only and is never overwritten."));
  }
  if (effect.path.empty()) return say(Message::Severity::error, tr("Choose a file name first."));
  queue_.submit(fmt::format(fmt::runtime(tr("Saving {0}")), effect.path.filename().string()),
                [this, path = effect.path, steps = journal_ ? journal_->steps() : 0,
                 versions = versions_root(unsaved_),
                 project = state_.project](jobs::Context& context) -> jobs::Queue::OnMainThread {
                  const auto kept_before = keep_version(path, versions);
                  const auto written = io::write_project(*project, path, context);
                  return [this, written, kept_before, path, project, steps] {
                    if (!kept_before)
                      say(Message::Severity::warning, base::one_line(kept_before.error()));
                    if (!written) return say(written.error());
                    const bool moved = std::exchange(state_.path, path) != path;
                    if (moved) lock_project();
                    if (!journal_) keep_from_here(false);  // it was read-only until now
                    if (journal_) {
                      tell_whether_kept(journal_->saved_as(path, steps));
                    }
                    if (state_.project == project) state_.unsaved = false;
                    remember_recent(state_.settings, path);
                    run(StoreSettings{});
                    say(Message::Severity::info,
                        fmt::format(fmt::runtime(tr("Saved: {0}")), path.string()));
                  };
                });
}

std::vector<Version> Session::versions() const {
  return state_.path.empty() ? std::vector<Version>{}
                             : versions_of(state_.path, versions_root(unsaved_));
}

void Session::run_effect(const StoreCopy& effect) {
  if (effect.path == state_.path)
    return say(Message::Severity::error, tr("A copy needs another name than the project."));
  queue_.submit(fmt::format(fmt::runtime(tr("Saving {0}")), effect.path.filename().string()),
                [this, path = effect.path,
                 project = state_.project](jobs::Context& context) -> jobs::Queue::OnMainThread {
                  const auto written = io::write_project(shared_copy(*project), path, context);
                  return [this, written, path] {
                    if (!written) return say(written.error());
                    say(Message::Severity::info,
                        fmt::format(fmt::runtime(tr("A copy to share: {0}")), path.string()));
                  };
                });
}

/// In no file yet, so that its steps are kept on a base of their own and nothing is overwritten
/// unasked.
void Session::run_effect(const LoadVersion& effect) {
  queue_.submit(
      fmt::format(fmt::runtime(tr("Opening version {0}")), effect.version.number),
      [this, version = effect.version](jobs::Context& context) -> jobs::Queue::OnMainThread {
        auto shared =
            std::make_shared<base::Result<model::Project>>(io::read_project(version.file, context));
        return [this, shared, version] {
          if (!*shared) return say(shared->error());
          take_project(std::move(**shared), {});
          keep_from_here(true);
          store_base();
          say(Message::Severity::info,
              fmt::format(fmt::runtime(tr("This is version {0}, saved on {1}. Save it under the "
                                          "project's name to go back to it, or under another.")),
                          version.number,
                          base::format_date(version.saved.substr(0, 10), base::language())));
        };
      });
}

namespace {

/// What the answer is of, with the notes as they are now.
model::Snapshot printed_project(const State& state) {
  auto answered = answered_project(state);
  if (answered == state.project) return answered;
  auto copy = std::make_shared<model::Project>(*answered);
  copy->notes = state.project->notes;
  return copy;
}

/// What the map shows: grades where they are looked at, else the answer; none: the bare map.
std::optional<scene::SheetAnswer> shown_answer(const model::Project& project, const Answer* answer,
                                               const Graded* graded,
                                               const model::Catalogue& catalogue,
                                               scene::Theme theme) {
  if (graded) return grades_answer(*graded, catalogue, theme);
  if (!answer) return std::nullopt;
  return scene::coverage_answer(project, catalogue, sheet_result(*answer, catalogue), theme);
}

}  // namespace

void Session::run_effect(const StoreSheet& effect) {
  if (const auto figures = figures_in_sight(state_)) return print_figures(effect, *figures);
  if (state_.module == 3 && state_.work.agreement) return print_agreement(effect);
  const auto* graded = grades_in_sight(state_);
  queue_.submit(tr("Printing the sheet"),
                [this, effect, catalogue = catalogue_, project = printed_project(state_),
                 answer = state_.answer, graded = graded ? state_.graded : nullptr](
                    jobs::Context& context) -> jobs::Queue::OnMainThread {
                  context.update(0.1, effect.path.filename().string());
                  const Printed sheet{project, *catalogue,
                                      shown_answer(*project, answer.get(), graded.get(), *catalogue,
                                                   effect.spec.theme)};
                  return print(sheet, effect);
                });
}

/// What module 1 shows.
void Session::print_figures(const StoreSheet& effect, const AreaFigures& figures) {
  const auto answer = figures_answer(figures, *figures.find(state_.indicator),
                                     *study_in_sight(state_), effect.spec.theme);
  queue_.submit(tr("Printing the sheet"),
                [this, effect, answer, catalogue = catalogue_, project = printed_project(state_)](
                    jobs::Context& context) -> jobs::Queue::OnMainThread {
                  context.update(0.1, effect.path.filename().string());
                  return print(Printed{project, *catalogue, answer}, effect);
                });
}

/// In a job; what it hands back tells the user.
jobs::Queue::OnMainThread Session::print(const Printed& sheet, const StoreSheet& effect) {
  const auto printed = print_sheet(sheet, effect.spec, effect.path);
  return [this, printed, path = effect.path] {
    if (!printed) return say(printed.error());
    for (const auto& warning : *printed)
      say(Message::Severity::warning, warning);
    say(Message::Severity::info, fmt::format(fmt::runtime(tr("Printed: {0}")), path.string()));
  };
}

/// A scenario that does not fit the project any more is left again.
void Session::no_answer(std::uint64_t number, const base::Error& error) {
  say(error);
  if (number != question_number_) return;
  state_.answering = false;
  if (state_.question.scenario.empty()) return;
  state_.question.scenario.clear();
  state_.answering = true;
  run(ComputeAnswer{});
}

void Session::run_effect(const ComputeAnswer&) {
  queue_.cancel(answer_job_);
  drop_study();
  const auto number = ++question_number_;
  answer_job_ = queue_.submit(
      tr("Computing who reaches what"),
      [this, number, catalogue = catalogue_, project = ground_project(state_),
       question = with_way(state_.question, *catalogue_), prepared = prepared_,
       revision = state_.history.revision()](jobs::Context& context) -> jobs::Queue::OnMainThread {
        context.update(0.1, tr("Preparing the walking network"));
        const auto district =
            prepared->district(project, *catalogue, question.scenario, question.profile, context);
        if (!district)
          return [this, number, error = district.error()] { no_answer(number, error); };
        context.update(0.6, tr("Searching the nearest services"));
        auto result = std::make_shared<Answer>(answer(*district, question, context));
        if (!question.scenario.empty()) {
          const auto base = prepared->district(project, *catalogue, "", question.profile, context);
          if (!base) return [this, number, error = base.error()] { no_answer(number, error); };
          keep_back_small_shifts(**base, *result, catalogue->people.min_count, context);
        }
        result->revision = revision;
        return [this, number, result] {
          if (number != question_number_) return;
          state_.answer = result;
          state_.answering = false;
          run(ComputeGrades{});
          const bool explained = state_.selection.kind == Selection::Kind::home ||
                                 state_.selection.kind == Selection::Kind::service;
          if (explained) run(ComputeInspection{});
          if (state_.selection.kind == Selection::Kind::home) run(ComputeHomeMinutes{});
        };
      });
}

void Session::run_effect(const ComputeOther&) {
  queue_.cancel(other_job_);
  const auto number = ++other_number_;
  other_job_ = queue_.submit(
      tr("Computing what is compared with"),
      [this, number, catalogue = catalogue_, project = state_.project,
       question = with_way(other_question(state_.question, *state_.comparison), *catalogue_),
       prepared = prepared_](jobs::Context& context) -> jobs::Queue::OnMainThread {
        const auto district =
            prepared->district(project, *catalogue, question.scenario, question.profile, context);
        if (!district) {
          return [this, number, error = district.error()] {
            if (number == other_number_) say(error), state_.comparison.reset();
          };
        }
        auto result = std::make_shared<Answer>(answer(*district, question, context));
        if (!question.scenario.empty()) {
          const auto base = prepared->district(project, *catalogue, "", question.profile, context);
          if (base) keep_back_small_shifts(**base, *result, catalogue->people.min_count, context);
        }
        return [this, number, result] {
          if (number == other_number_ && state_.comparison) state_.other_answer = result;
        };
      });
}

namespace {

double stretch_without_seat(const analysis::District& district, const analysis::Route& route,
                            const model::RestRules& rules) {
  const analysis::RestNetwork rests(district, analysis::seats_of(*district.project, rules), rules);
  return analysis::longest_stretch(rests, route);
}

Inspection inspect(const State& state, const Answer& answer, const model::Catalogue& catalogue) {
  Inspection inspection;
  inspection.of = state.selection;
  jobs::Context context;
  const auto& project = *answer.district->project;
  if (state.selection.kind == Selection::Kind::service) {
    inspection.bands =
        bands_of_service(*answer.district, answer.question, state.selection.id, context);
    return inspection;
  }
  for (const auto& home : project.homes) {
    if (home.id != state.selection.id) continue;
    auto route = analysis::route_to_nearest(*answer.district, home.at, home.entrances,
                                            answer.question.type, context);
    if (route) {
      inspection.longest_stretch_m =
          stretch_without_seat(*answer.district, *route, catalogue.rests);
      inspection.pieces = analysis::pieces_of(*route, answer.district->network.profile);
      inspection.route = std::move(*route);
    } else {
      inspection.no_route = base::one_line(route.error());
    }
  }
  return inspection;
}

}  // namespace

void Session::run_effect(const ComputeInspection&) {
  if (state_.answer) state_.inspection = inspect(state_, *state_.answer, *catalogue_);
}

void Session::run_effect(const ComputeHomeMinutes&) {
  if (!state_.answer || state_.selection.kind != Selection::Kind::home) return;
  queue_.submit(tr("Looking what the home reaches"),
                [this, of = state_.selection, catalogue = catalogue_,
                 answer = state_.answer](jobs::Context& context) -> jobs::Queue::OnMainThread {
                  const auto& homes = answer->district->project->homes;
                  const auto home = std::find_if(homes.begin(), homes.end(),
                                                 [&](const auto& h) { return h.id == of.id; });
                  if (home == homes.end()) return [] {};
                  auto minutes = std::make_shared<const HomeMinutes>(
                      home_minutes(*answer->district, *catalogue,
                                   static_cast<std::size_t>(home - homes.begin()), context));
                  return [this, of, answer, minutes] {
                    const bool asked = state_.selection == of && state_.answer == answer;
                    if (asked) state_.home_minutes = minutes;
                  };
                });
}

void Session::run_effect(const ComputePreview& effect) {
  if (!state_.answer) return;
  jobs::Context context;
  state_.preview = std::make_shared<const Preview>(preview(
      *state_.answer->district, state_.answer->question, effect.service, effect.at, context));
}

void Session::run_effect(const ComputeRest& effect) {
  if (!state_.answer) return;
  const auto number = ++rest_number_;
  if (effect.service == tried_service) {  // all the others stay: their catchment is the answer's
    state_.rest = std::make_shared<const Rest>(Rest{tried_service, state_.answer->bands});
    return;
  }
  queue_.submit(tr("Drawing the other catchments"),
                [this, number, service = effect.service,
                 answer = state_.answer](jobs::Context& context) -> jobs::Queue::OnMainThread {
                  const auto rest = std::make_shared<const Rest>(
                      rest_without(*answer->district, answer->question, service, context));
                  return [this, number, rest] {
                    const bool still_dragged =
                        state_.preview && state_.preview->service == rest->service;
                    if (number == rest_number_ && still_dragged) state_.rest = rest;
                  };
                });
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

void Session::run_effect(const ComputeGrades&) {
  const bool wanted = state_.study == Study::standards && state_.answer;
  state_.graded =
      wanted ? grade(state_.answer, state_.grading, *catalogue_, state_.graded.get()) : nullptr;
}

/// A newer question goes first: what is under way answers an older one.
void Session::drop_study() {
  queue_.cancel(study_job_);
  ++study_number_;
  state_.studying.reset();
}

void Session::run_effect(const ComputeStudy& effect) {
  drop_study();
  state_.studying = effect.study;
  const auto asked = study_question(state_, effect.study, effect.unit);
  const auto scenario = effect.study == Study::scenario ? "" : asked.question.scenario;
  study_job_ = queue_.submit(
      job_title_of(effect.study),
      [this, asked, scenario, catalogue = catalogue_, number = study_number_,
       ground = state_.ground, project = ground_project(state_),
       prepared = prepared_](jobs::Context& context) -> jobs::Queue::OnMainThread {
        const auto workspace = prepared->workspace(project, *catalogue, scenario, context);
        if (!workspace) {
          return [this, number, error = workspace.error()] {
            if (number == study_number_) say(error), drop_study();
          };
        }
        auto result = std::make_shared<StudyResult>(study(asked, *workspace, context));
        result->ground = ground;
        return [this, number, result] {
          if (number != study_number_) return;
          state_.studies[static_cast<std::size_t>(result->of.study)] = result;
          state_.studying.reset();
        };
      });
}

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

void Session::run_effect(const ComputeArea& effect) {
  queue_.submit(tr("Distributing residents"),
                [this, effect, catalogue = catalogue_,
                 project = state_.project](jobs::Context& context) -> jobs::Queue::OnMainThread {
                  auto edit = std::make_shared<model::RestateAreas>(analysis::restate_area(
                      *project, effect.index, effect.area, catalogue->people, context));
                  return [this, edit, project] {
                    // Homes that came or went in between would have others' figures.
                    const bool same = state_.project && state_.project->homes == project->homes &&
                                      state_.project->population == project->population;
                    if (same) return dispatch(PerformEdit{*edit});
                    say(Message::Severity::warning,
                        tr("The area was changed meanwhile: state its figures again."));
                  };
                });
}

void Session::run_effect(const LoadPhoto& effect) {
  queue_.submit(
      fmt::format(fmt::runtime(tr("Reading {0}")), effect.path.filename().string()),
      [this, effect, project = state_.project](jobs::Context&) -> jobs::Queue::OnMainThread {
        auto photo = io::read_photo(effect.path);
        return [this, photo, at = effect.at, project] {
          if (!photo) return say(photo.error());
          if (!state_.project || state_.project->info.title != project->info.title) return;
          model::Note note;
          note.kind = model::NoteKind::photo;
          note.points = {at};
          note.picture = *photo;
          const auto edit = model::with_id(*state_.project, model::AddNote{note});
          dispatch(PerformEdit{edit});
          dispatch(Select{{Selection::Kind::note, std::get<model::AddNote>(edit).note.id}});
        };
      });
}

void Session::run_effect(const LookForWork&) {
  if (!unsaved_.empty()) state_.unsaved_work = app::unsaved_work(unsaved_);
}

void Session::run_effect(const PutAside& effect) {
  decline(effect.work);
}

void Session::run_effect(const ReadPasted& effect) {
  queue_.submit(tr("Reading the pasted rows"),
                [this, text = effect.text, project = state_.project,
                 catalogue = catalogue_](jobs::Context&) -> jobs::Queue::OnMainThread {
                  auto read = std::make_shared<base::Result<PastedServices>>(
                      read_pasted(text, *project, *catalogue));
                  return [this, read] { *read ? take_pasted(**read) : say(read->error()); };
                });
}

void Session::take_pasted(const PastedServices& pasted) {
  for (const auto& trouble : pasted.troubles)
    say(Message::Severity::warning, trouble);
  const auto count = pasted.services.size();
  if (count > 0) dispatch(PerformEdit{model::AddServices{pasted.services}});
  say(Message::Severity::info,
      fmt::format(fmt::runtime(base::tr_n("{0} service was added from the pasted rows",
                                          "{0} services were added from the pasted rows", count)),
                  count));
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
