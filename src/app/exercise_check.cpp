#include "app/exercise_check.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using course::Compared;

template <class... Values>
std::string said(const char* message, const Values&... values) {
  return fmt::format(fmt::runtime(message), values...);
}

bool compare(Compared::By by, double value, double with, double tolerance) {
  switch (by) {
    case Compared::By::at_least:
      return value >= with;
    case Compared::By::at_most:
      return value <= with;
    case Compared::By::more_than:
      return value > with;
    case Compared::By::less_than:
      return value < with;
    case Compared::By::about:
      return std::fabs(value - with) <= tolerance;
  }
  return false;
}

const char* sentence_of(Compared::By by) {
  switch (by) {
    case Compared::By::at_least:
      return tr("so far {0}, at least {1} are needed");
    case Compared::By::at_most:
      return tr("so far {0}, at most {1} are allowed");
    case Compared::By::more_than:
      return tr("so far {0}, more than {1} are needed");
    case Compared::By::less_than:
      return tr("so far {0}, fewer than {1} are needed");
    case Compared::By::about:
      break;
  }
  return tr("so far {0}, about {1} is needed");
}

struct Checker {
  ExerciseFigures& figures;
  const AskedNow& now;

  int min_count() const { return figures.ground().catalogue->people.min_count; }

  base::Result<FigureValue> operand(const Compared& condition, const FigureValue& value) const {
    if (const auto* name = std::get_if<std::string>(&condition.with)) return figures.value(*name);
    return FigureValue{value.unit, std::get<double>(condition.with), "", false};
  }

  Finding operator()(const Compared& condition) const {
    const auto value = figures.value(condition.figure);
    if (!value) return {false, base::one_line(value.error())};
    const auto with = operand(condition, *value);
    if (!with) return {false, base::one_line(with.error())};
    if (!value->number || !with->number) return {false, tr("this cannot be told here")};
    const auto language = base::language();
    return {compare(condition.by, *value->number, *with->number, condition.tolerance),
            said(sentence_of(condition.by), shown(*value, min_count(), language),
                 shown(*with, min_count(), language))};
  }

  Finding operator()(const course::Asking& asking) const {
    const auto& catalogue = *figures.ground().catalogue;
    const auto& q = now.question;
    if (asking.module > 0 && asking.module != now.module)
      return {false, said(tr("open module {0}"), asking.module)};
    if (!asking.service.empty() && asking.service != q.type)
      return {false,
              said(tr("ask for: {0}"), scene::name_of(*catalogue.find_type(asking.service)))};
    if (!asking.profile.empty() && asking.profile != q.profile)
      return {false, said(tr("choose who walks: {0}"),
                          scene::name_of(**catalogue.profile(asking.profile)))};
    if (asking.limit && !(*asking.limit == q.limit))
      return {false, said(tr("choose how far: {0}"), analysis::to_text(*asking.limit))};
    if (asking.scenario && !scenario_fits(*asking.scenario))
      return {false, scenario_wanted(asking)};
    if (!asking.study.empty() && asking.study != now.study)
      return {false, tr("open the analysis that the step names")};
    if (!asking.indicator.empty() && asking.indicator != now.indicator)
      return {false, tr("choose the indicator that the step names")};
    return {true, ""};
  }

  bool scenario_fits(const std::string& wanted) const {
    return wanted == "*" ? !now.question.scenario.empty() : wanted == now.question.scenario;
  }
  static std::string scenario_wanted(const course::Asking& asking) {
    if (*asking.scenario == "*") return tr("choose a scenario");
    if (asking.scenario->empty()) return tr("choose the project as it is");
    return said(tr("choose the scenario “{0}”"), *asking.scenario);
  }
};

bool is_right(const course::Option& option, ExerciseFigures& figures, const AskedNow& now) {
  if (option.right) return true;
  return !option.right_if.empty() && check_all(option.right_if, figures, now).holds;
}

bool has_right(const course::AskChoice& ask) {
  return std::any_of(ask.options.begin(), ask.options.end(), [](const course::Option& option) {
    return option.right || !option.right_if.empty();
  });
}

int words_in(const std::string& text) {
  int words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space && !inside) ++words;
    inside = !space;
  }
  return words;
}

struct Judge {
  const course::Step& step;
  const model::ExerciseAnswer& answer;
  ExerciseFigures& figures;
  const AskedNow& now;

  StepResult operator()(const course::AskChoice& ask) const {
    for (const auto& option : ask.options) {
      if (option.id != answer.value) continue;
      const auto text = option.text.in(base::language());
      if (!has_right(ask)) return {Verdict::done, "", text};
      if (is_right(option, figures, now)) return {Verdict::right, "", text};
      return {Verdict::wrong, right_options(ask), text};
    }
    return {Verdict::open, tr("choose one of the answers"), answer.value};
  }

  std::string right_options(const course::AskChoice& ask) const {
    std::string texts;
    for (const auto& option : ask.options) {
      if (!is_right(option, figures, now)) continue;
      texts += (texts.empty() ? "" : "; ") + option.text.in(base::language());
    }
    return texts.empty() ? tr("In this district none of the answers is right.")
                         : said(tr("Right is: {0}"), texts);
  }

  StepResult operator()(const course::AskNumber& ask) const {
    const auto number = base::parse_number(answer.value, false);
    if (!number) return {Verdict::open, tr("a number is expected"), answer.value};
    const auto unit = course::counted(ask.unit.in(base::language()), *number == 1);
    const int decimals = *number == std::round(*number) ? 0 : 1;
    const auto told = base::format_number(*number, decimals, base::language());
    const auto text = unit.empty() ? told : told + " " + unit;
    if (ask.expect.empty()) return {Verdict::done, "", text};
    const auto expected = figures.value(ask.expect);
    if (!expected || !expected->number)
      return {Verdict::done, tr("What is right cannot be computed in this district."), text};
    const double slack =
        std::max(ask.tolerance, ask.tolerance_pct / 100 * std::fabs(*expected->number));
    if (std::fabs(*number - *expected->number) <= slack + 0.5) return {Verdict::right, "", text};
    return {Verdict::wrong, said(tr("Computed: {0}"), figures.text(ask.expect)), text};
  }

  StepResult operator()(const course::AskText& ask) const {
    const int words = words_in(answer.value);
    if (words >= ask.words) return {Verdict::done, "", answer.value};
    return {Verdict::open, said(tr("so far {0} words, at least {1} are needed"), words, ask.words),
            answer.value};
  }

  StepResult operator()(const course::AskMarks& ask) const {
    using Kind = course::AskMarks::Kind;
    const auto count = static_cast<int>(answer.marks.size());
    const auto text =
        said(base::tr_n("{0} mark on the map", "{0} marks on the map", answer.marks.size()), count);
    const std::size_t points = ask.kind == Kind::pins ? 1 : ask.kind == Kind::line ? 2 : 3;
    const bool sound = std::all_of(answer.marks.begin(), answer.marks.end(),
                                   [&](const auto& mark) { return mark.size() >= points; });
    if (count < ask.least || !sound)
      return {Verdict::open, said(tr("so far {0}, at least {1} are needed"), count, ask.least),
              text};
    if (count > ask.most)
      return {Verdict::open, said(tr("so far {0}, at most {1} are allowed"), count, ask.most),
              text};
    if (ask.right_if.empty()) return {Verdict::done, "", text};
    const auto finding = check_all(ask.right_if, figures, now);
    return {finding.holds ? Verdict::right : Verdict::wrong, finding.holds ? "" : finding.why,
            text};
  }
};

struct RightAnswer {
  ExerciseFigures& figures;
  const AskedNow& now;
  using Answer = std::optional<std::string>;

  Answer operator()(const course::AskChoice& ask) const {
    for (const auto& option : ask.options) {
      if (is_right(option, figures, now)) return option.id;
    }
    if (has_right(ask)) return std::nullopt;
    return ask.options.front().id;
  }
  Answer operator()(const course::AskNumber& ask) const {
    if (ask.expect.empty()) return "1";
    const auto value = figures.value(ask.expect);
    // What is kept back stays so: the answer would stand in the project.
    if (!value || !value->number || value->keep_back) return std::nullopt;
    return std::to_string(std::lround(*value->number));
  }
  Answer operator()(const course::AskText&) const { return std::nullopt; }
  Answer operator()(const course::AskMarks&) const { return std::nullopt; }
};

bool any_home(const model::Project& project, std::optional<int> model::Residents::*group) {
  return std::any_of(project.homes.begin(), project.homes.end(), [&](const model::Home& home) {
    return home.in_district && home.residents.*group &&
           home.basis != model::PopulationBasis::assumed;
  });
}

bool has_service(const model::Project& project, const std::string& type, bool with_places) {
  return std::any_of(project.services.begin(), project.services.end(),
                     [&](const model::Service& service) {
                       return service.type == type && (!with_places || service.capacity);
                     });
}

/// "" where the district has it.
std::string lack(const course::Need& need, const model::Project& project,
                 const model::Catalogue& catalogue) {
  using What = course::Need::What;
  const auto* type = catalogue.find_type(need.service);
  const auto name = type ? scene::name_of(*type) : need.service;
  switch (need.what) {
    case What::population:
      if (any_home(project, &model::Residents::all)) return {};
      return tr(
          "The residents are not counted but assumed from floor area. Add a table of residents "
          "(New project from files …).");
    case What::age_65:
      if (any_home(project, &model::Residents::age_65)) return {};
      return tr("It is not known how many people are 65 and over. Add residents with age groups.");
    case What::age_80:
      if (any_home(project, &model::Residents::age_80)) return {};
      return tr("It is not known how many people are 80 and over. Add residents with age groups.");
    case What::ages:
      if (std::any_of(project.population.begin(), project.population.end(),
                      [](const auto& cell) { return cell.statistics.ages.size() > 3; }))
        return {};
      return tr("The statistics tell no age groups; pyramid and projection need them.");
    case What::areas:
      if (project.population.size() >= 3) return {};
      return tr("There are fewer than three statistical areas to compare.");
    case What::elevation:
      if (project.terrain) return {};
      return tr("There is no elevation model: every way counts as level.");
    case What::benches:
      if (std::any_of(project.elements.begin(), project.elements.end(),
                      [](const auto& element) { return element.kind == model::PointKind::bench; }))
        return {};
      return tr("No bench is mapped. Enter them with “Correct”, or leave the step out.");
    case What::service:
      if (has_service(project, need.service, false)) return {};
      return said(tr("There is no service of this kind: {0}. Add one with “+”."), name);
    case What::places:
      if (has_service(project, need.service, true)) return {};
      return said(tr("No service of this kind states its places: {0}. Enter them in its form."),
                  name);
  }
  return {};
}

}  // namespace

Finding check(const course::Condition& condition, ExerciseFigures& figures, const AskedNow& now) {
  return std::visit(Checker{figures, now}, condition);
}

Finding check_all(const std::vector<course::Condition>& conditions, ExerciseFigures& figures,
                  const AskedNow& now) {
  for (const auto& condition : conditions) {
    auto finding = check(condition, figures, now);
    if (!finding.holds) return finding;
  }
  return {true, ""};
}

StepResult judge(const course::Step& step, ExerciseFigures& figures, const AskedNow& now) {
  if (!step.wait.empty()) {
    const auto finding = check_all(step.wait, figures, now);
    return {finding.holds ? Verdict::done : Verdict::open, finding.holds ? "" : finding.why, ""};
  }
  if (!step.task) return {Verdict::done, "", ""};
  const auto* answer = figures.answer(step.id);
  if (!answer) return {Verdict::open, tr("not answered yet"), ""};
  return std::visit(Judge{step, *answer, figures, now}, *step.task);
}

std::optional<std::string> kept_number(const std::string& typed) {
  const auto number = base::parse_number(typed, base::language() == base::Language::german);
  return number ? std::optional(fmt::format("{}", *number)) : std::nullopt;
}

std::string shown_number(const std::string& kept) {
  auto text = kept;
  if (base::language() == base::Language::german) std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::optional<std::string> right_answer(const course::Step& step, ExerciseFigures& figures,
                                        const AskedNow& now) {
  if (!step.task) return std::nullopt;
  return std::visit(RightAnswer{figures, now}, *step.task);
}

std::vector<std::string> missing_data(const course::Exercise& exercise,
                                      const model::Project& project,
                                      const model::Catalogue& catalogue) {
  std::vector<std::string> all;
  for (const auto& need : exercise.needs) {
    auto text = lack(need, project, catalogue);
    if (!text.empty()) all.push_back(std::move(text));
  }
  return all;
}

}  // namespace nahraum::app
