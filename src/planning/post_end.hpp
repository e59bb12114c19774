#pragma once
/// Until when the post is paid for, and what a decision would change about it.

#include <optional>

#include "planning/funding.hpp"

namespace nahraum::planning {

struct Month {
  int year = 0;
  int month = 1;  ///< 1 … 12
  friend auto operator<=>(const Month&, const Month&) = default;
};

struct PostEnd {
  std::optional<Month> begins;           ///< first month with staff cost; nothing: there is none
  std::optional<Month> last_covered;     ///< nothing: not even the first month is
  std::optional<Month> first_uncovered;  ///< nothing: covered to the end of the plan
};

/// The last month up to which staff cost is covered without a break; months without staff cost
/// break nothing. Items are spread evenly over their months, a source's amount over the months of
/// the year that its period touches. Amounts for a staff item pay it; amounts for a year as a whole
/// pay staff first, where the source may pay staff: so it is the latest month [D]. Less than a cent
/// a month that is missing is rounding. What cannot be (funding_check) is left out. Cost: O(months
/// + items + amounts). Pure; exact in fractions of a cent.
PostEnd post_end(const FundingPlan& plan);

enum class ScenarioKind : unsigned char {
  renewed,     ///< the source goes on with what it paid for a whole year
  cut,         ///< the source pays `cut` less from `from_year` on
  taken_over,  ///< `by` goes on with what the source paid
};
struct FundingScenario {
  ScenarioKind kind = ScenarioKind::renewed;
  std::string source;
  double cut = 0;     ///< share, 0 … 1
  int from_year = 0;  ///< of a cut
  int to_year = 0;    ///< last year of a renewal or take-over
  std::string by;     ///< a source; one that the plan does not have becomes one of own funds
};

/// The plan after the decision. What goes on is an amount for the year as a whole, from the month
/// after the source's last one: by the month what it paid in its last year, and at most the year's
/// gap [D]; who pays it has its period extended to the end of `to_year`. A cut is rounded to the
/// cent. Nothing where the source pays nothing in the plan.
/// Cost: that of funding_check. Pure.
std::optional<FundingPlan> with_scenario(const FundingPlan& plan, const FundingScenario& scenario);

}  // namespace nahraum::planning
