#include "planning/smart.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/text.hpp"

namespace nahraum::planning {
namespace {

bool missing(const std::string& text) {
  return base::trim(text).empty();
}
bool missing(const std::optional<double>& value) {
  return !value || !std::isfinite(*value);
}

void add_if(bool wrong, SmartGap gap, std::vector<SmartGap>& gaps) {
  if (wrong) gaps.push_back(gap);
}

/// Not met with any gap but those in `unknown`; cannot be judged with only those.
SmartJudgement judged(SmartLetter letter, std::vector<SmartGap> gaps,
                      const std::vector<SmartGap>& unknown = {}) {
  const auto is_unknown = [&](SmartGap gap) {
    return std::find(unknown.begin(), unknown.end(), gap) != unknown.end();
  };
  auto verdict = SmartVerdict::met;
  if (!gaps.empty()) {
    verdict = std::all_of(gaps.begin(), gaps.end(), is_unknown) ? SmartVerdict::cannot_be_judged
                                                                : SmartVerdict::not_met;
  }
  return {letter, verdict, std::move(gaps)};
}

SmartJudgement specific(const Goal& goal) {
  std::vector<SmartGap> gaps;
  add_if(missing(goal.text), SmartGap::text_missing, gaps);
  add_if(missing(goal.place) && missing(goal.group), SmartGap::place_and_group_missing, gaps);
  return judged(SmartLetter::specific, std::move(gaps));
}

SmartJudgement measurable(const Goal& goal) {
  std::vector<SmartGap> gaps;
  add_if(missing(goal.indicator), SmartGap::indicator_missing, gaps);
  add_if(missing(goal.unit), SmartGap::unit_missing, gaps);
  add_if(missing(goal.baseline), SmartGap::baseline_missing, gaps);
  add_if(missing(goal.target), SmartGap::target_missing, gaps);
  const bool both = !missing(goal.baseline) && !missing(goal.target);
  add_if(both && *goal.baseline == *goal.target, SmartGap::target_is_baseline, gaps);
  return judged(SmartLetter::measurable, std::move(gaps), {SmartGap::baseline_missing});
}

SmartJudgement accepted(const Goal& goal) {
  std::vector<SmartGap> gaps;
  add_if(missing(goal.owner), SmartGap::owner_missing, gaps);
  return judged(SmartLetter::accepted, std::move(gaps));
}

SmartJudgement realistic(const Goal& goal) {
  const bool share = base::trim(goal.unit) == "%";
  constexpr double no_bound = std::numeric_limits<double>::infinity();
  double least = share ? 0 : -no_bound, most = share ? 100 : no_bound;
  if (!missing(goal.least_possible)) least = std::max(least, *goal.least_possible);
  if (!missing(goal.most_possible)) most = std::min(most, *goal.most_possible);
  std::vector<SmartGap> gaps;
  add_if(missing(goal.target), SmartGap::target_missing, gaps);
  add_if(std::isinf(least) && std::isinf(most), SmartGap::bounds_missing, gaps);
  const bool outside = !missing(goal.target) && (*goal.target < least || *goal.target > most);
  add_if(outside, SmartGap::target_impossible, gaps);
  return judged(SmartLetter::realistic, std::move(gaps),
                {SmartGap::target_missing, SmartGap::bounds_missing});
}

SmartJudgement timed(const Goal& goal) {
  std::vector<SmartGap> gaps;
  add_if(!goal.start, SmartGap::start_missing, gaps);
  add_if(!goal.due, SmartGap::due_missing, gaps);
  const bool both = goal.start && goal.due;
  add_if(both && *goal.due <= *goal.start, SmartGap::due_not_after_start, gaps);
  return judged(SmartLetter::timed, std::move(gaps), {SmartGap::start_missing});
}

}  // namespace

std::array<SmartJudgement, 5> smart_check(const Goal& goal) {
  return {specific(goal), measurable(goal), accepted(goal), realistic(goal), timed(goal)};
}

}  // namespace nahraum::planning
