#include "app/exercise_report.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/translate.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using nlohmann::json;

template <class... Values>
std::string said(const char* message, const Values&... values) {
  return fmt::format(fmt::runtime(message), values...);
}

std::string filled(const course::Words& words, ExerciseFigures* figures) {
  if (figures) return figures->filled(words);
  return course::with_values(words.in(base::language()),
                             [](const auto& each) { return each.with("____", false); });
}

std::string minutes_text(double minutes) {
  return base::format_number(minutes, 0, base::language()) + " min";
}

struct TaskText {
  std::string operator()(const course::AskChoice& ask) const {
    std::string text;
    for (const auto& option : ask.options)
      text += "- [ ] " + option.text.in(base::language()) + "\n";
    return text;
  }
  std::string operator()(const course::AskNumber& ask) const {
    return said(tr("Number: ________ {0}"), course::counted(ask.unit.in(base::language()), false)) +
           "\n";
  }
  std::string operator()(const course::AskText&) const {
    return std::string(tr("In your own words: ________")) + "\n";
  }
  std::string operator()(const course::AskMarks& ask) const {
    using Kind = course::AskMarks::Kind;
    if (ask.kind == Kind::line) return std::string(tr("Draw a line on the map.")) + "\n";
    if (ask.kind == Kind::area) return std::string(tr("Draw an area on the map.")) + "\n";
    return said(tr("Set pins on the map, at least {0}."), ask.least) + "\n";
  }
};

std::string step_markdown(const course::Step& step, std::size_t number, ExerciseFigures* figures,
                          bool solutions) {
  const auto language = base::language();
  auto text = fmt::format("## {}. {}", number, step.title.in(language));
  if (step.minutes > 0) text += " (" + minutes_text(step.minutes) + ")";
  text += "\n\n" + filled(step.text, figures) + "\n";
  if (step.task) text += "\n" + std::visit(TaskText{}, *step.task);
  if (solutions && !step.hint.empty())
    text += "\n" + said(tr("Hint: {0}"), filled(step.hint, figures)) + "\n";
  if (solutions && !step.solution.empty())
    text += "\n> **" + std::string(tr("Solution")) + ":** " + filled(step.solution, figures) + "\n";
  return text + "\n";
}

}  // namespace

std::string verdict_name(Verdict verdict) {
  switch (verdict) {
    case Verdict::open:
      return tr("open");
    case Verdict::right:
      return tr("right");
    case Verdict::wrong:
      return tr("not right");
    case Verdict::done:
      break;
  }
  return tr("done");
}

std::string exercises_text(const std::vector<course::Exercise>& exercises) {
  std::string text;
  for (const auto& each : exercises)
    text += fmt::format("{:>2}  {:>3} min  {:<28}  {}\n", each.module, each.minutes, each.id,
                        each.title.in(base::language()));
  return text.empty() ? std::string(tr("There is no exercise.")) : text;
}

json exercises_json(const std::vector<course::Exercise>& exercises) {
  json all = json::array();
  for (const auto& each : exercises) {
    all.push_back({{"id", each.id},
                   {"module", each.module},
                   {"minutes", each.minutes},
                   {"title", each.title.in(base::language())},
                   {"goal", each.goal.in(base::language())},
                   {"steps", each.steps.size()}});
  }
  return all;
}

std::string exercise_markdown(const course::Exercise& exercise, ExerciseFigures* figures,
                              bool solutions) {
  const auto language = base::language();
  auto text = "# " + exercise.title.in(language) + "\n\n";
  text += said(tr("Module {0} · {1} · {2} to {3} people at one computer"), exercise.module,
               minutes_text(exercise.minutes), exercise.group_from, exercise.group_to) +
          "\n\n";
  text += "**" + std::string(tr("Goal")) + ":** " + filled(exercise.goal, figures) + "\n\n";
  if (!exercise.material.empty())
    text +=
        "**" + std::string(tr("Material")) + ":** " + filled(exercise.material, figures) + "\n\n";
  for (std::size_t i = 0; i < exercise.steps.size(); ++i)
    text += step_markdown(exercise.steps[i], i + 1, figures, solutions);
  return text;
}

std::string run_text(const course::Exercise& exercise, const ExerciseRun& run) {
  auto text = exercise.title.in(base::language()) + "\n";
  for (const auto& line : run.missing)
    text += said(tr("Missing: {0}"), line) + "\n";
  for (std::size_t i = 0; i < run.steps.size(); ++i) {
    const auto& each = run.steps[i];
    text += fmt::format("{:>2}/{}  {:<10} {}", i + 1, run.steps.size(),
                        verdict_name(each.result.verdict), each.step->title.in(base::language()));
    if (!each.result.answer.empty()) text += ": " + each.result.answer;
    if (!each.result.why.empty()) text += " – " + each.result.why;
    if (!each.as_expected)
      text += " (" + std::string(tr("otherwise than the script expects")) + ")";
    text += "\n";
    if (!each.solution.empty()) text += "       " + each.solution + "\n";
  }
  return text;
}

json run_json(const course::Exercise& exercise, const ExerciseRun& run) {
  static constexpr const char* verdicts[] = {"open", "done", "right", "wrong"};
  json steps = json::array();
  for (const auto& each : run.steps) {
    steps.push_back({{"step", each.step->id},
                     {"verdict", verdicts[static_cast<std::size_t>(each.result.verdict)]},
                     {"answer", each.result.answer},
                     {"why", each.result.why},
                     {"text", each.text},
                     {"solution", each.solution},
                     {"as_expected", each.as_expected}});
  }
  return {{"exercise", exercise.id},
          {"missing", run.missing},
          {"finished", run.finished},
          {"steps", steps}};
}

}  // namespace nahraum::app
