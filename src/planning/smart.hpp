#pragma once
/// Whether a goal is SMART: specific, measurable, accepted, realistic, timed.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace nahraum::planning {

/// A goal as it was written down; "" and nothing are missing, numbers that are not finite as well.
struct Goal {
  std::string text;
  std::string place, group;     ///< where, for whom
  std::string indicator, unit;  ///< "persons 80+ without a pharmacy", "%"
  std::optional<double> baseline, target;
  std::optional<double> least_possible, most_possible;  ///< of the target; for "%" 0 … 100
  std::string owner;                                    ///< who stands for it
  std::optional<int> start, due;                        ///< days as in base/days.hpp
};

enum class SmartLetter : unsigned char { specific, measurable, accepted, realistic, timed };
enum class SmartVerdict : unsigned char { met, not_met, cannot_be_judged };
enum class SmartGap : unsigned char {
  text_missing,
  place_and_group_missing,
  indicator_missing,
  unit_missing,
  baseline_missing,
  target_missing,
  target_is_baseline,
  owner_missing,
  target_impossible,  ///< outside what is possible
  bounds_missing,     ///< what is possible is not stated
  start_missing,
  due_missing,
  due_not_after_start,
};

struct SmartJudgement {
  SmartLetter letter = SmartLetter::specific;
  SmartVerdict verdict = SmartVerdict::met;
  std::vector<SmartGap> gaps;  ///< why it is not met or cannot be judged
};

/// The five letters in their order. A letter is not met where something that the goal itself must
/// say is missing or wrong; it cannot be judged where what it is measured against is not known: the
/// baseline (M), the target or its bounds (R), the start (T). One stated bound is enough for R; for
/// the unit "%" the bounds are 0 and 100 unless narrower ones are stated. Text of blanks alone is
/// missing. Cost: O(text). Pure. Source: domain.md §5 [K: Doran 1981]; the tests [D].
std::array<SmartJudgement, 5> smart_check(const Goal& goal);

}  // namespace nahraum::planning
