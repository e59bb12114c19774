#include <algorithm>
#include <cmath>

#include "analysis/corrections.hpp"
#include "app/agenda_run.hpp"
#include "app/area_figures.hpp"
#include "app/exercise_window.hpp"
#include "app/state.hpp"
#include "base/translate.hpp"
#include "model/work_tables.hpp"

namespace nahraum::app {
namespace {

using Effects = std::vector<Effect>;

/// Copy on write: analyses may still read the old snapshot.
template <class Change>
void change_project(State& state, const Change& change) {
  auto copy = std::make_shared<model::Project>(*state.project);
  if (!change(*copy)) return;
  state.project = std::move(copy);
  state.unsaved = true;
}

struct Applier {
  State& state;

  void end_drag() const {
    state.preview = nullptr;
    state.rest = nullptr;
  }

  /// Only a service that answers the question can be tried elsewhere.
  bool may_drag(std::int32_t id) const {
    if (!state.project || state.read_only || state.comparison) return false;
    if (!state.question.scenario.empty()) return false;
    const auto& services = state.project->services;
    return std::any_of(services.begin(), services.end(), [&](const model::Service& service) {
      return service.id == id && service.type == state.question.type;
    });
  }

  Effects ask_again() const {
    end_drag();
    if (!state.project) return {};
    state.answering = true;
    Effects effects{ComputeAnswer{}};
    const auto& with = state.comparison;
    if (with && other_question(state.question, *with) == state.question) state.comparison.reset();
    if (with) effects.emplace_back(ComputeOther{});
    return effects;
  }

  /// Of a changed project.
  Effects ask_anew() const {
    ++state.ground;
    return ask_again();
  }

  Effects operator()(const OpenFile& a) const { return {LoadFile{a.path}}; }
  Effects operator()(const OpenDemo&) const { return {LoadDemo{}}; }
  Effects operator()(const MakeProject& a) const { return {BuildProject{a.options}}; }
  Effects operator()(const SaveProject& a) const {
    if (!state.project) return {};
    return {StoreProject{a.path.empty() ? state.path : a.path}};
  }
  Effects operator()(const ShareCopy& a) const {
    if (!state.project) return {};
    return {StoreCopy{a.path}};
  }
  Effects operator()(const OpenVersion& a) const {
    if (!state.project || state.path.empty()) return {};
    return {LoadVersion{a.version}};
  }
  Effects operator()(const ExportSheet& a) const {
    if (!state.project) return {};
    return {StoreSheet{a.path, a.spec}};
  }
  Effects operator()(const ChooseType& a) const {
    if (state.question.type == a.type) return {};
    state.question.type = a.type;
    state.grading.own.reset();  // metres to a pharmacy say nothing of those to a park
    return ask_again();
  }
  Effects operator()(const ChooseProfile& a) const {
    if (state.question.profile == a.profile) return {};
    state.question.profile = a.profile;
    return ask_again();
  }
  Effects operator()(const ChooseLimit& a) const {
    if (state.question.limit == a.limit) return {};
    state.question.limit = a.limit;
    return ask_again();
  }
  /// What was to be pointed at is of the study that is left.
  /// Pins and places belong to the page that asked for them.
  void drop_work_tool() const {
    const bool works = state.tool == Tool::set_pin || state.tool == Tool::draw_sketch ||
                       state.tool == Tool::place_row || state.tool == Tool::route_row;
    if (works) state.tool = Tool::select;
  }
  void drop_guess_tool() const {
    if (state.tool == Tool::guess) state.tool = Tool::select;
  }
  Effects operator()(const ChooseModule& a) const {
    drop_guess_tool();
    drop_work_tool();
    const int module = std::clamp(a.module, 1, 8);
    if (module != state.module) state.work.table.clear(), state.work.row = 0;  // it was that one's
    state.module = module;
    const bool first = state.module == 1 && !study_result(state, Study::need);
    return first ? (*this)(AskStudy{Study::need, ""}) : Effects{};
  }
  Effects operator()(const ChooseIndicator& a) const {
    state.indicator = a.id;
    return {};
  }
  Effects operator()(const ChooseTool& a) const {
    state.tool = a.tool;
    const bool tried = state.preview && state.preview->service == tried_service;
    if (tried && a.tool != Tool::add_service) end_drag();
    return {};
  }
  Effects operator()(const ShowLayer& a) const {
    state.layers.on[static_cast<std::size_t>(a.layer)] = a.shown;
    return {};
  }
  Effects operator()(const ShowDetails& a) const {
    state.details = a.shown;
    return {};
  }
  Effects operator()(const ChooseLanguage& a) const {
    state.settings.language = a.language;
    return {StoreSettings{}};
  }
  Effects operator()(const ChooseTextScale& a) const {
    state.settings.text_scale = a.scale;
    state.settings = within_bounds(state.settings);
    return {StoreSettings{}};
  }
  Effects operator()(const ChangeSettings& a) const {
    auto changed = within_bounds(a.settings);
    changed.recent = state.settings.recent;
    changed.exercises = state.settings.exercises;
    if (changed == state.settings) return {};
    const bool others_kept_back = changed.min_count != state.settings.min_count;
    state.settings = std::move(changed);
    Effects effects{StoreSettings{}};
    if (!others_kept_back) return effects;
    effects.emplace_back(FollowSettings{});
    if (!state.project) return effects;
    for (auto& effect : ask_anew())
      effects.push_back(std::move(effect));
    return effects;
  }
  Effects operator()(const ForgetRecent& a) const {
    forget_recent(state.settings, a.file);
    return {StoreSettings{}};
  }
  Effects operator()(const ChooseTheme& a) const {
    state.settings.theme = a.theme;
    return {StoreSettings{}};
  }
  Effects operator()(const Select& a) const {
    state.under = a.under;
    if (state.spot && !state.spot->name.empty()) state.spot.reset();
    return choose(a.selection);
  }
  Effects operator()(const SelectNext& a) const {
    const auto count = static_cast<int>(state.under.size());
    const auto now = std::find(state.under.begin(), state.under.end(), state.selection);
    if (count < 2 || now == state.under.end()) return {};
    const auto next = (static_cast<int>(now - state.under.begin()) + a.step % count + count);
    return choose(state.under[static_cast<std::size_t>(next % count)]);
  }
  Effects choose(const Selection& chosen) const {
    state.selection = chosen;
    state.inspection.reset();
    state.home_minutes = nullptr;
    if (!state.project) return {};
    if (chosen.kind == Selection::Kind::home) return {ComputeInspection{}, ComputeHomeMinutes{}};
    if (chosen.kind == Selection::Kind::service) return {ComputeInspection{}};
    return {};
  }
  Effects operator()(const DragService& a) const {
    if (!may_drag(a.service)) return {};
    const bool begins = !state.preview || state.preview->service != a.service;
    Effects effects{ComputePreview{a.service, a.to}};
    if (begins) effects.push_back(ComputeRest{a.service});
    return effects;
  }
  Effects operator()(const DropService& a) const {
    if (!may_drag(a.service)) return {};
    return (*this)(PerformEdit{model::PlaceService{a.service, a.to, {}}});
  }
  Effects operator()(const Compare& a) const {
    if (!state.project) return {};
    state.comparison = a.with;
    state.other_answer = nullptr;
    end_drag();
    const bool same = a.with && other_question(state.question, *a.with) == state.question;
    if (same) state.comparison.reset();
    return state.comparison ? Effects{ComputeOther{}} : Effects{};
  }
  Effects operator()(const TryService& a) const {
    const bool can = state.project && state.answer && !state.answering && !state.comparison &&
                     state.question.scenario.empty() && state.tool == Tool::add_service;
    if (!can) return {};
    const bool begins = !state.preview || state.preview->service != tried_service;
    Effects effects{ComputePreview{tried_service, a.at}};
    if (begins) effects.emplace_back(ComputeRest{tried_service});
    return effects;
  }
  Effects operator()(const CancelDrag&) const {
    end_drag();
    return {};
  }
  Effects operator()(const PerformEdit& a) const {
    if (!state.project || state.read_only) return {};
    const auto edit = model::with_id(*state.project, a.edit);
    if (!model::fits(*state.project, edit) || is_refused(edit)) return {};
    change_project(state, [&](model::Project& project) {
      state.history.perform(project, edit);
      return true;
    });
    return after_steps({{Step::How::done, edit}});
  }
  /// A correction that finds nothing to correct is said instead of made.
  bool is_refused(const model::Edit& edit) const {
    const auto* add = std::get_if<model::AddCorrection>(&edit);
    if (!add) return false;
    auto why = analysis::why_unfit(*ground_project(state), add->correction.change);
    if (why.empty()) return false;
    state.messages.push_back({Message::Severity::warning, std::move(why)});
    return true;
  }
  Effects operator()(const ChangeArea& a) const {
    const bool there = state.project && a.index < state.project->population.size();
    if (!there || state.read_only) return {};
    return {ComputeArea{a.index, a.area}};
  }
  Effects operator()(const AddPhoto& a) const {
    if (!state.project || state.read_only) return {};
    return {LoadPhoto{a.path, a.at}};
  }
  /// They are kept, and what depends on them is asked anew, once.
  Effects after_steps(const std::vector<Step>& steps) const {
    drop_lost_selection();
    Effects effects;
    bool answers = false;
    for (const auto& step : steps) {
      effects.emplace_back(KeepStep{step});
      answers = answers || model::changes_answers(step.edit);
    }
    if (!answers) return effects;
    make_corrections(state);
    for (auto& effect : ask_anew())
      effects.push_back(std::move(effect));
    return effects;
  }
  void drop_lost_selection() const {
    using Kind = Selection::Kind;
    const auto here = [&](const auto& items) {
      return std::any_of(items.begin(), items.end(),
                         [&](const auto& item) { return item.id == state.selection.id; });
    };
    const auto kind = state.selection.kind;
    const auto& project = *state.project;
    const bool lost = (kind == Kind::note && !here(project.notes)) ||
                      (kind == Kind::service && !here(project.services)) ||
                      (kind == Kind::correction && !here(project.corrections)) ||
                      (kind == Kind::home && !here(project.homes));
    if (!lost) return;
    state.selection = {};
    state.under.clear();
    state.inspection.reset();
  }
  Effects operator()(const PasteServices& a) const {
    if (!state.project || state.read_only) return {};
    return {ReadPasted{a.text}};
  }
  Effects operator()(const LookAtWork& a) const {
    const auto before = std::exchange(state.work, a.work);
    state.work.table = before.table;
    state.work.row = before.row;
    state.work.run = before.run;
    return {};
  }
  Effects operator()(const OpenTable& a) const {
    if (!a.table.empty() && !model::record_table(a.table)) return {};
    state.work.table = a.table;
    state.work.row = a.row;
    return {};
  }
  Effects operator()(const ExportTable& a) const {
    if (!state.project || !model::record_table(a.table)) return {};
    return {StoreTable{a.path, a.table}};
  }
  Effects operator()(const PasteRecords& a) const {
    if (!state.project || state.read_only || !model::record_table(a.table)) return {};
    return {ReadRecords{a.table, a.text}};
  }
  Effects operator()(const HandOut& a) const {
    if (!state.project || a.groups < 1) return {};
    return {StoreHandout{a.folder.empty() ? state.path.parent_path() : a.folder, a.groups}};
  }
  Effects operator()(const PrintWalk& a) const {
    if (!state.project || !model::find_row(state.project->work->walks, a.walk)) return {};
    return {StoreWalkSheet{a.path, a.walk}};
  }
  Effects operator()(const AddFinds& a) const {
    if (!state.project || state.read_only || a.files.empty()) return {};
    return {ReadFinds{a.files}};
  }
  Effects operator()(const MergeFiles& a) const {
    return a.files.empty() ? Effects{} : Effects{LoadGroups{a.files}};
  }
  Effects operator()(const Undo&) const { return steps(Step::How::undone, 1); }
  Effects operator()(const Redo&) const { return steps(Step::How::redone, 1); }
  Effects operator()(const TakeOverLock&) const {
    return state.locked_by ? Effects{BreakLock{}} : Effects{};
  }
  Effects operator()(const GoToStep& a) const {
    const auto done = state.history.done();
    return a.done < done ? steps(Step::How::undone, done - a.done)
                         : steps(Step::How::redone, a.done - done);
  }
  Effects operator()(const RecoverWork& a) const { return {LoadWork{a.work}}; }
  Effects operator()(const DeclineWork& a) const {
    std::erase(state.unsaved_work, a.work);
    return {PutAside{a.work}};
  }
  Effects operator()(const FindWork&) const { return {LookForWork{}}; }
  Effects operator()(const CancelJob& a) const { return {StopJob{a.job}}; }
  Effects operator()(const Tell& a) const {
    if (!a.text.empty()) state.messages.push_back({a.severity, a.text});
    return {};
  }
  Effects operator()(const DismissMessages&) const {
    state.messages.clear();
    return {};
  }

  Effects operator()(const AskStudy& a) const {
    if (!state.project) return {};
    drop_guess_tool();
    if (a.study != Study::need) state.study = a.study;
    state.spot.reset();
    auto effects = ask_study(a);
    if (a.study == Study::standards) effects.emplace_back(ComputeGrades{});
    return effects;
  }
  Effects ask_study(const AskStudy& a) const {
    const auto asked = study_question(state, a.study, a.unit);
    if (a.study == Study::scenario && asked.question.scenario.empty()) return {};
    const auto* known = study_result(state, a.study);
    if (known && known->of == asked && !is_stale(state, *known)) return {};
    state.studying = a.study;
    return {ComputeStudy{a.study, a.unit}};
  }
  Effects operator()(const CloseStudy&) const {
    drop_guess_tool();
    state.study.reset();
    state.spot.reset();
    state.graded = nullptr;
    return {};
  }
  Effects operator()(const ChooseStandard& a) const {
    state.grading.standard = a.id;
    state.grading.own.reset();
    return {ComputeGrades{}};
  }
  Effects operator()(const CompareStandard& a) const {
    state.grading.against = a.id;
    return {ComputeGrades{}};
  }
  Effects operator()(const ResetThresholds&) const {
    state.grading.own.reset();
    return {ComputeGrades{}};
  }
  Effects operator()(const MoveThreshold& a) const {
    if (!state.graded || state.graded->standard.empty()) return {};
    auto moved = state.graded->thresholds;
    const auto to = on_slider(state.graded->range, a.value);
    (a.target ? moved.target : moved.limit) = to;
    auto& other = a.target ? moved.limit : moved.target;
    other.value = a.target ? std::max(other.value, to.value) : std::min(other.value, to.value);
    if (moved == state.graded->thresholds) return {};
    state.grading.own = moved;
    return {ComputeGrades{}};
  }
  /// The project stays as it is; its copy with the changes is asked.
  Effects operator()(const ChooseScenario& a) const {
    if (state.question.scenario == a.name) return {};
    state.question.scenario = a.name;
    auto effects = ask_again();
    if (state.study != Study::scenario) return effects;
    for (auto& effect : (*this)(AskStudy{Study::scenario, ""}))
      effects.push_back(std::move(effect));
    return effects;
  }
  Effects operator()(const GuessSite& a) const {
    state.guess = a.at;
    return (*this)(AskStudy{Study::sites, ""});
  }
  Effects operator()(const ExerciseAction& a) const { return apply_exercise(state, a); }
  Effects operator()(const RunAgenda& a) const { return apply_agenda(state, a); }
  Effects operator()(const ShowSpot& a) const {
    state.spot = Spot{a.at, state.spot ? state.spot->clicks + 1 : 1, a.name};
    return {};
  }

  /// At most so many steps back or forth, on one copy of the project.
  Effects steps(Step::How how, std::size_t count) const {
    if (!state.project) return {};
    const bool back = how == Step::How::undone;
    auto& history = state.history;
    std::vector<Step> made;
    change_project(state, [&](model::Project& project) {
      for (; count > 0; --count) {
        const model::Edit* next = back ? history.next_undo() : history.next_redo();
        if (!next) break;
        made.push_back({how, *next});
        back ? history.undo(project) : history.redo(project);
      }
      return !made.empty();
    });
    return made.empty() ? Effects{} : after_steps(made);
  }
};

}  // namespace

StudyQuestion study_question(const State& state, Study study, const std::string& unit) {
  StudyQuestion asked{study, state.question, unit, base::language()};
  if (study == Study::sites) asked.guess = state.guess;
  if (study != Study::need && study != Study::mobile) return asked;
  asked.question = {};
  asked.question.scenario = state.question.scenario;
  return asked;
}

const StudyResult* study_result(const State& state, Study study) {
  return state.studies[static_cast<std::size_t>(study)].get();
}

bool is_stale(const State& state, const StudyResult& result) {
  return result.ground != state.ground ||
         result.of != study_question(state, result.of.study, result.of.unit);
}

const StudyResult* study_in_sight(const State& state) {
  if (!state.project) return nullptr;
  if (state.module == 1) return study_result(state, Study::need);
  return state.module == 2 && state.study ? study_result(state, *state.study) : nullptr;
}

const Graded* grades_in_sight(const State& state) {
  const bool open = state.project && state.module == 2 && state.study == Study::standards;
  const bool known = open && state.graded && state.graded->of == state.answer;
  return known && !state.graded->standard.empty() ? state.graded.get() : nullptr;
}

std::shared_ptr<const AreaFigures> figures_in_sight(const State& state) {
  if (state.module != 1) return nullptr;
  const auto* result = study_in_sight(state);
  const bool known = result && result->figures && !is_stale(state, *result);
  return known && result->figures->find(state.indicator) ? result->figures : nullptr;
}

model::Snapshot answered_project(const State& state) {
  const bool changed = state.project && state.answer && state.answer->district &&
                       !state.question.scenario.empty() &&
                       state.answer->question.scenario == state.question.scenario;
  return changed ? state.answer->district->project : ground_project(state);
}

model::Snapshot ground_project(const State& state) {
  return state.corrected ? state.corrected : state.project;
}

void make_corrections(State& state) {
  state.corrected = nullptr;
  if (!state.project || state.project->corrections.empty()) return;
  state.corrected =
      std::make_shared<const model::Project>(analysis::with_corrections(*state.project));
}

std::vector<Effect> apply(State& state, const Action& action) {
  return std::visit(Applier{state}, action);
}

}  // namespace nahraum::app
