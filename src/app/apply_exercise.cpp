/// What happens to an exercise of the course in the window.

#include <algorithm>

#include "app/exercise_window.hpp"
#include "app/own_exercises.hpp"
#include "base/translate.hpp"

namespace nahraum::app {
namespace {

using Effects = std::vector<Effect>;

struct ExerciseApplier {
  State& state;

  ExerciseState& open() const { return state.exercise; }

  Effects perform(const std::vector<Action>& actions) const {
    Effects all;
    for (const auto& action : actions) {
      for (auto& effect : apply(state, action))
        all.push_back(std::move(effect));
    }
    return all;
  }
  Effects edit(model::Edit edit) const { return perform({PerformEdit{std::move(edit)}}); }

  void put_tool_away() const {
    const bool drawing = state.tool == Tool::answer_pin || state.tool == Tool::answer_line ||
                         state.tool == Tool::answer_area;
    if (drawing) state.tool = Tool::select;
  }

  /// The stage is set, and nothing of the step before is left.
  Effects enter() const {
    put_tool_away();
    open().hint = open().solution = false;
    open().clock = {};
    ++open().entered;
    const auto* step = open_step(state);
    if (!step) return {};
    open().clock.left_s = step->minutes * 60;
    if (!step->stage) return {};
    if (step->stage->whole_district) ++open().whole_asked;
    return perform(stage_actions(state, *step->stage));
  }

  /// False, and said: nothing can be kept.
  bool may_edit() const {
    if (!state.project) return false;
    if (!state.read_only) return true;
    state.messages.push_back({Message::Severity::warning,
                              base::tr("This project is open for reading only: an exercise needs "
                                       "one in which answers can be kept.")});
    return false;
  }

  Effects operator()(const BeginExercise& a) const {
    if (!open().all || !may_edit()) return {};
    const auto& all = *open().all;
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const auto& each) { return each.id == a.exercise; });
    if (found == all.end()) return {};
    model::ExerciseProgress progress;
    progress.exercise = found->id;
    progress.step = found->steps.front().id;
    progress.began = a.today;
    auto effects = edit(model::AddExercise{progress});
    open().open = state.project->exercises.back().id;
    return with(std::move(effects), enter());
  }
  Effects operator()(const OpenExercise& a) const {
    if (!state.project) return {};
    open().open = a.progress;
    return with(find_step(), enter());
  }
  /// A file that was changed may have lost the step at which the group was: it begins again then.
  Effects find_step() const {
    const auto* exercise = open_exercise(state);
    const auto* progress = open_progress(state);
    const bool lost = exercise && progress->finished.empty() && !exercise->step(progress->step);
    if (!lost || !may_edit()) return {};
    return edit(model::SetExerciseStep{progress->id, exercise->steps.front().id, ""});
  }
  Effects operator()(const LeaveExercise&) const {
    put_tool_away();
    open().open = 0;
    open().told = nullptr;
    return {};
  }
  Effects operator()(const TurnStep& a) const {
    const auto* exercise = open_exercise(state);
    if (!exercise || !may_edit()) return {};
    const auto progress = *open_progress(state);
    const auto count = static_cast<int>(exercise->steps.size());
    const int from =
        progress.finished.empty() ? static_cast<int>(exercise->index_of(progress.step)) : count;
    const int to = std::clamp(from + a.by, 0, count);
    if (to == from) return {};
    const bool ends = to == count;
    const auto& step = exercise->steps[static_cast<std::size_t>(ends ? count - 1 : to)];
    auto effects = edit(model::SetExerciseStep{progress.id, step.id, ends ? a.today : ""});
    return with(std::move(effects), enter());
  }
  static Effects with(Effects effects, Effects more) {
    for (auto& each : more)
      effects.push_back(std::move(each));
    return effects;
  }

  /// The step's answer is changed, and kept as one edit.
  template <class Change>
  Effects answer(const Change& change) const {
    const auto* step = open_step(state);
    if (!step || !may_edit()) return {};
    auto answers = open_progress(state)->answers;
    auto at = std::find_if(answers.begin(), answers.end(),
                           [&](const auto& each) { return each.step == step->id; });
    if (at == answers.end()) at = answers.insert(at, {step->id, "", {}, false});
    change(*at);
    if (at->value.empty() && at->marks.empty() && !at->revealed) answers.erase(at);
    if (answers == open_progress(state)->answers) return {};
    return edit(model::SetExerciseAnswers{state.exercise.open, std::move(answers)});
  }

  Effects operator()(const AnswerStep& a) const {
    return answer([&](model::ExerciseAnswer& given) { given.value = a.value; });
  }
  Effects operator()(const AddMark& a) const {
    const auto* step = open_step(state);
    const auto* ask = step && step->task ? std::get_if<course::AskMarks>(&*step->task) : nullptr;
    if (!ask) return {};
    const bool pins = ask->kind == course::AskMarks::Kind::pins;
    bool full = !pins;
    auto effects = answer([&](model::ExerciseAnswer& given) {
      if (!pins) given.marks.clear();
      given.marks.push_back(a.points);
      full = full || static_cast<int>(given.marks.size()) >= ask->most;
    });
    if (full) put_tool_away();
    return effects;
  }
  Effects operator()(const RemoveMarks&) const {
    return answer([](model::ExerciseAnswer& given) { given.marks.clear(); });
  }
  Effects operator()(const ShowHint& a) const {
    open().hint = a.shown;
    return {};
  }
  Effects operator()(const ShowSolution& a) const {
    const auto* step = open_step(state);
    if (!step || step->solution.empty()) return {};
    open().solution = a.shown;
    if (!a.shown || state.read_only) return {};
    return answer([](model::ExerciseAnswer& given) { given.revealed = true; });
  }
  Effects operator()(const AddExercises& a) const {
    ReadExercises read;
    for (const auto& file : a.files)
      read.asked.push_back(remember_exercise(state.settings.exercises, file));
    if (read.asked.empty()) return {};
    return {StoreSettings{}, std::move(read)};
  }
  /// What was answered in it stays in the project.
  Effects operator()(const ForgetExercise& a) const {
    if (std::erase(state.settings.exercises, a.file) == 0) return {};
    return {StoreSettings{}, ReadExercises{{a.file}}};
  }
  Effects operator()(const RunClock& a) const {
    auto& clock = open().clock;
    clock.left_s = clock.left_at(a.now_s);
    clock.since_s = a.on ? std::optional(a.now_s) : std::nullopt;
    return {};
  }
};

}  // namespace

std::vector<Effect> apply_exercise(State& state, const ExerciseAction& action) {
  return std::visit(ExerciseApplier{state}, action);
}

}  // namespace nahraum::app
