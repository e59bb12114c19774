#include "ui/exercise_view.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/exercise_report.hpp"
#include "app/own_exercises.hpp"
#include "app/page_agenda.hpp"
#include "base/translate.hpp"
#include "course/spotlights.hpp"

namespace nahraum::ui {
namespace {

using app::Verdict;
using base::tr;

template <class... Values>
std::string said(const char* message, const Values&... values) {
  return fmt::format(fmt::runtime(message), values...);
}

std::vector<app::HelpBlock> blocks_of(const std::string& markdown) {
  return app::parse_help("", markdown).blocks;
}

std::string step_count(std::size_t at, std::size_t of) {
  return said(tr("Step {0} of {1}"), std::min(at + 1, of), of);
}

/// The newest of this exercise.
const model::ExerciseProgress* newest(const app::State& state, const std::string& exercise) {
  const model::ExerciseProgress* found = nullptr;
  for (const auto& each : state.project->exercises) {
    if (each.exercise == exercise) found = &each;
  }
  return found;
}

std::string group_text(const course::Exercise& exercise) {
  return exercise.group_from == exercise.group_to
             ? said(base::tr_n("{0} person at one computer", "{0} people at one computer",
                               static_cast<unsigned long>(exercise.group_to)),
                    exercise.group_to)
             : said(tr("{0} to {1} people at one computer"), exercise.group_from,
                    exercise.group_to);
}

ExerciseRow row_of(const app::State& state, const course::Exercise& exercise,
                   const model::Catalogue& catalogue) {
  const auto language = base::language();
  ExerciseRow row;
  row.id = exercise.id;
  row.title = exercise.title.in(language);
  row.goal = exercise.goal.in(language);
  row.facts = said(tr("{0} min · {1}"), exercise.minutes, group_text(exercise));
  row.material = exercise.material.in(language);
  row.lacks = app::missing_data(exercise, *state.project, catalogue);
  for (const auto& own : state.exercise.own) {
    if (own.id != exercise.id || !own.faults.empty()) continue;
    row.file = own.file;
    row.own =
        said(tr("Own exercise, from {0}"), std::filesystem::path(own.file).filename().string());
  }
  const auto& plan = state.project->work->agenda;
  const bool planned = std::any_of(plan.begin(), plan.end(),
                                   [&](const auto& each) { return each.exercise == exercise.id; });
  if (!planned && !state.read_only) row.into_plan = app::actions_into_plan(state, exercise);
  const auto* progress = newest(state, exercise.id);
  if (!progress) return row;
  row.progress_id = progress->id;
  row.finished = !progress->finished.empty();
  row.progress = row.finished
                     ? said(tr("Finished on {0}"), base::format_date(progress->finished, language))
                     : step_count(exercise.index_of(progress->step), exercise.steps.size());
  return row;
}

FaultyFile faulty_file(const app::OwnExercise& own) {
  const auto name = std::filesystem::path(own.file).filename().string();
  FaultyFile faulty{own.file, "", {}};
  if (own.missing) {
    faulty.heading = said(tr("{0} is not there"), name);
    faulty.faults.push_back(said(tr("It was here: {0}"), own.file));
    return faulty;
  }
  const auto count = own.faults.size();
  faulty.heading = said(base::tr_n("{1}: {0} mistake", "{1}: {0} mistakes", count), count, name);
  for (const auto& fault : own.faults)
    faulty.faults.push_back(app::fault_text(fault));
  return faulty;
}

StepSign sign_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::open:
      return StepSign::waits;
    case Verdict::right:
      return StepSign::right;
    case Verdict::wrong:
      return StepSign::wrong;
    case Verdict::done:
      break;
  }
  return StepSign::done;
}

/// What a step asks for, and what was answered.
struct TaskPart {
  StepView& view;
  const model::ExerciseAnswer* answer;
  std::string value() const { return answer ? answer->value : ""; }

  void operator()(const course::AskChoice& ask) const {
    view.asks = StepView::Asks::choice;
    view.value = value();
    for (const auto& option : ask.options)
      view.options.emplace_back(option.id, option.text.in(base::language()));
  }
  void operator()(const course::AskNumber& ask) const {
    view.asks = StepView::Asks::number;
    view.value = app::shown_number(value());
    view.unit = course::counted(ask.unit.in(base::language()), view.value == "1");
  }
  void operator()(const course::AskText&) const {
    view.asks = StepView::Asks::text;
    view.value = value();
  }
  void operator()(const course::AskMarks& ask) const {
    using Kind = course::AskMarks::Kind;
    view.asks = StepView::Asks::marks;
    view.has_marks = answer && !answer->marks.empty();
    view.draw = ask.kind == Kind::pins   ? tr("Set pins on the map")
                : ask.kind == Kind::line ? tr("Draw the line on the map")
                                         : tr("Draw the area on the map");
  }
};

/// What is right is not told before the solution is looked at, unless the step has none or the map
/// shows it anyway.
void tell_verdict(StepView& view, const app::StepResult& result) {
  view.done = result.verdict != Verdict::open;
  if (view.asks == StepView::Asks::nothing) return;
  const bool open = result.verdict == Verdict::open;
  const bool judged = result.verdict == Verdict::right || result.verdict == Verdict::wrong;
  const bool marks = view.asks == StepView::Asks::marks;
  const bool tells = marks || view.solution_shown || !view.has_solution;
  view.sign = judged && !tells ? StepSign::done : sign_of(result.verdict);
  if (open) {
    view.status = result.why;
  } else if (view.asks == StepView::Asks::doing) {
    view.status = tr("Done.");
  } else if (result.verdict == Verdict::right && tells) {
    view.status = tr("Right.");
  } else if (result.verdict == Verdict::wrong && tells) {
    view.status =
        marks ? said(tr("Not yet: {0}"), result.why) : said(tr("Not quite. {0}"), result.why);
  } else {
    view.status = tr("Your answer is kept.");
  }
}

void tell_clock(StepView& view, const app::StepClock& clock, double minutes, double now_s) {
  if (minutes <= 0) return;
  const double left = clock.left_at(now_s);
  view.clock_over = left <= 0;
  view.clock_runs = clock.since_s.has_value() && !view.clock_over;
  const auto seconds = static_cast<long>(std::ceil(std::max(left, 0.0)));
  view.clock = view.clock_over ? std::string(tr("Time is up"))
                               : fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

void tell_light(StepView& view, const std::string& id, int module) {
  const auto* light = course::find_spotlight(id);
  if (!light) return;
  view.light = light->translated ? tr(light->registry) : light->registry;
  if (light->module == 0 || light->module == module) return;
  view.light = "Module " + std::to_string(light->module);
  view.where = said(tr("It is in the panel of module {0}: open that by its number on the left."),
                    light->module);
}

}  // namespace

ExerciseList make_exercise_list(const app::State& state, const model::Catalogue& catalogue) {
  ExerciseList list;
  list.may_begin = !state.read_only;
  if (!state.project || !state.exercise.all) return list;
  for (const auto& each : *state.exercise.all) {
    if (each.module == state.module) list.rows.push_back(row_of(state, each, catalogue));
  }
  // Whoever has an own exercise looks for that first.
  std::stable_partition(list.rows.begin(), list.rows.end(),
                        [](const ExerciseRow& row) { return !row.file.empty(); });
  for (const auto& own : state.exercise.own) {
    if (!own.faults.empty()) list.faulty.push_back(faulty_file(own));
  }
  list.heading =
      list.rows.empty()
          ? std::string(tr("No exercise in this module yet"))
          : said(base::tr_n("{0} exercise", "{0} exercises", list.rows.size()), list.rows.size());
  return list;
}

std::optional<StepView> make_step_view(const app::State& state, double now_s) {
  const auto* step = app::open_step(state);
  if (!step) return std::nullopt;
  const auto& exercise = *app::open_exercise(state);
  const auto language = base::language();
  const auto at = exercise.index_of(step->id), count = exercise.steps.size();
  const auto* told = app::told_step(state);
  const auto blank = [&](const course::Words& words) {
    return course::with_values(words.in(language),
                               [](const auto& each) { return each.with("…", false); });
  };
  StepView view;
  view.exercise = exercise.title.in(language);
  view.count = step_count(at, count);
  view.title = step->title.in(language);
  view.share = static_cast<float>(at + 1) / static_cast<float>(count);
  view.text = blocks_of(told ? told->text : blank(step->text));
  view.has_hint = !step->hint.empty();
  view.has_solution = !step->solution.empty();
  view.hint_shown = view.has_hint && state.exercise.hint;
  view.solution_shown = view.has_solution && state.exercise.solution;
  if (view.hint_shown) view.hint = blocks_of(told ? told->hint : blank(step->hint));
  view.computing_solution = view.solution_shown && (!told || told->solution.empty());
  if (view.solution_shown && told) view.solution = blocks_of(told->solution);
  view.first = at == 0;
  view.last = at + 1 == count;
  if (!step->wait.empty()) view.asks = StepView::Asks::doing;
  if (step->task) std::visit(TaskPart{view, app::open_answer(state)}, *step->task);
  view.tool = app::answer_tool(*step);
  view.drawing = view.tool != app::Tool::select && state.tool == view.tool;
  if (told) tell_verdict(view, told->result);
  tell_clock(view, state.exercise.clock, step->minutes, now_s);
  tell_light(view, step->point_at, state.module);
  return view;
}

std::optional<SummaryView> make_summary_view(const app::State& state) {
  const auto* exercise = app::open_exercise(state);
  const auto* progress = app::open_progress(state);
  if (!exercise || progress->finished.empty()) return std::nullopt;
  SummaryView view;
  view.exercise = exercise->title.in(base::language());
  view.finished =
      said(tr("Finished on {0}"), base::format_date(progress->finished, base::language()));
  const auto& told = state.exercise.told;
  view.computing = !told || !told->of.finished || told->of.progress != progress->id;
  if (view.computing) return view;
  for (const auto& each : told->steps) {
    const auto* step = exercise->step(each.step);
    if (!step || (!step->task && each.solution.empty())) continue;
    SummaryRow row;
    row.title = step->title.in(base::language());
    row.answer = each.result.answer;
    const bool asked = step->task.has_value();
    if (asked) row.verdict = app::verdict_name(each.result.verdict);
    if (asked) row.sign = sign_of(each.result.verdict);
    row.solution = blocks_of(each.solution);
    view.rows.push_back(std::move(row));
  }
  return view;
}

}  // namespace nahraum::ui
