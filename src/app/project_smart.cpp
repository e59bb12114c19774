#include <algorithm>

#include "app/measure_question.hpp"
#include "app/page_project.hpp"
#include "app/planning_input.hpp"
#include "base/days.hpp"
#include "planning/smart.hpp"

namespace nahraum::app {

using base::tr;
using base::tr_n;
using Gap = planning::SmartGap;
using planning::SmartVerdict;

namespace {

/// A number of people or homes is not below nobody, and not above all of them where that is known.
void set_bounds(const model::Measure& measure, const PageInput& input, planning::Goal& goal) {
  const auto question = measure_question(measure.question, *input.catalogue);
  if (!question) return;
  goal.least_possible = 0;
  const auto* answer = answer_in_sight(input);
  if (!answer || !question->asks(answer->question)) return;
  const auto gap = gap_of(answer->coverage, question->counted, input.min_count);
  if (gap.whole) goal.most_possible = static_cast<double>(*gap.whole);
}

planning::Goal goal_of(const model::Measure& measure, const PageInput& input) {
  auto goal = goal_of_measure(measure);
  set_bounds(measure, input, goal);
  return goal;
}

const char* gap_text(Gap gap) {
  switch (gap) {
    case Gap::text_missing:
      return tr("the goal in one sentence is missing");
    case Gap::place_and_group_missing:
      return tr("neither a place nor for whom");
    case Gap::indicator_missing:
      return tr("the indicator is missing");
    case Gap::unit_missing:
      return tr("the unit is missing");
    case Gap::baseline_missing:
      return tr("the baseline is not known");
    case Gap::target_missing:
      return tr("the target is missing");
    case Gap::target_is_baseline:
      return tr("the target is what is there already");
    case Gap::owner_missing:
      return tr("nobody stands for it");
    case Gap::target_impossible:
      return tr("the target is outside what is possible");
    case Gap::bounds_missing:
      return tr("what is possible is not stated");
    case Gap::start_missing:
      return tr("the start is not known");
    case Gap::due_missing:
      return tr("no day by which");
    case Gap::due_not_after_start:
      return tr("the day by which is not after the start");
  }
  return "";
}

const char* letter_name(planning::SmartLetter letter) {
  switch (letter) {
    case planning::SmartLetter::specific:
      return tr("S (specific)");
    case planning::SmartLetter::measurable:
      return tr("M (measurable)");
    case planning::SmartLetter::accepted:
      return tr("A (accepted)");
    case planning::SmartLetter::realistic:
      return tr("R (realistic)");
    case planning::SmartLetter::timed:
      return tr("T (timed)");
  }
  return "";
}

std::string judgement_text(const planning::SmartJudgement& judgement) {
  std::vector<std::string> gaps;
  for (const auto gap : judgement.gaps)
    gaps.emplace_back(gap_text(gap));
  const char* form = judgement.verdict == SmartVerdict::not_met ? tr("{0} not met: {1}")
                                                                : tr("{0} cannot be judged: {1}");
  return say(form, letter_name(judgement.letter), some_of(gaps));
}

struct Checked {
  PageLine line;
  bool all_met = true;
  bool any_not_met = false;
};

Checked checked(const model::Measure& measure, const PageInput& input) {
  Checked result;
  std::string letters, gaps;
  for (const auto& judgement : planning::smart_check(goal_of(measure, input))) {
    const bool met = judgement.verdict == SmartVerdict::met;
    result.all_met &= met;
    result.any_not_met |= judgement.verdict == SmartVerdict::not_met;
    if (met) letters += (letters.empty() ? "" : ", ") + std::string(letter_name(judgement.letter));
    if (!met) gaps += (gaps.empty() ? "" : "; ") + judgement_text(judgement);
  }
  std::string text = say(tr("“{}”:"), name_of(measure)) + " ";
  if (result.all_met) text += tr("all five letters are met");
  if (!result.all_met && !letters.empty()) text += say(tr("met {}; "), letters);
  text += gaps;
  auto line = result.any_not_met ? warning(text + ".") : fact(text + ".");
  result.line = with_row(std::move(line), "measures", measure.id);
  return result;
}

}  // namespace

PageBlock smart_block(const PageInput& input) {
  PageBlock block{"smart", tr("SMART goals"), ""};
  block.tables = {"measures"};
  std::size_t met = 0, goals = 0;
  for (const auto& measure : input.project->work->measures) {
    if (measure.status == "dropped") continue;
    auto result = checked(measure, input);
    ++goals;
    met += result.all_met ? 1 : 0;
    block.lines.push_back(std::move(result.line));
  }
  if (goals == 0) return block;
  block.sentence = say(tr_n("{0} of {1} goal meets all five letters of SMART.",
                            "{0} of {1} goals meet all five letters of SMART.", goals),
                       met, goals);
  block.method =
      tr("SMART: specific, measurable, accepted, realistic, timed (from the literature: Doran "
         "1981). What each letter asks for is our assumption. Where the baseline, the start or "
         "what is possible is not known, a letter cannot be judged, which is not the same as not "
         "met.");
  return block;
}

}  // namespace nahraum::app
