#pragma once
/// A funding plan without what cannot be, and its months.

#include <utility>

#include "planning/funding.hpp"

namespace nahraum::planning {

/// Ids are unique, amounts name sources and items, numbers are in range.
struct SoundFunding {
  FundingPlan plan;
  std::vector<FundingRemark> remarks;  ///< what was left out
};
SoundFunding sound_funding(const FundingPlan& plan);

/// Nothing for "" and for what is not there.
const CostItem* item_named(const FundingPlan& plan, const std::string& id);
const FundingSource* source_named(const FundingPlan& plan, const std::string& id);
bool is_eligible(const FundingSource& source, CostType type);

/// Months are counted from January of the year 0.
constexpr int month_number(int year, int month) {
  return year * 12 + month - 1;
}
/// First and last month of a year that the source's period touches; the first is later than the
/// last where it touches none.
std::pair<int, int> funded_months(const FundingSource& source, int year);
/// The months over which an amount is spread: its own that its item has and the period touches,
/// else those that the period touches, else its own.
std::pair<int, int> months_of(const FundingAmount& amount, const FundingPlan& plan);

}  // namespace nahraum::planning
