#pragma once
/// What the neighbourhood's work costs by year, who pays it, and which rules that breaks.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nahraum::planning {

using Cents = std::int64_t;  ///< of a euro

/// Personal, Sach, Investition, Overhead.
enum class CostType : unsigned char { staff, material, investment, overhead };
inline constexpr std::size_t cost_types = 4;

struct CostItem {
  std::string id;
  CostType type = CostType::staff;
  int year = 0;
  Cents amount = 0;
  int first_month = 1, last_month = 12;  ///< of the year, evenly over these [D]
};

struct FundingSource {
  std::string id;
  std::optional<double> rate_max;          ///< share of a year's eligible costs, 0 … 1
  std::optional<Cents> cap_per_year, cap;  ///< of a year, of all together
  std::optional<double> own_share_min;     ///< own funds' least share of a year's eligible costs
  std::optional<int> first_day, last_day;  ///< funding period (base/days.hpp); nothing: open
  std::vector<CostType> eligible;          ///< empty: every type
  bool own_funds = false;                  ///< counts as own share (Eigenanteil)
};

/// What a source pays in a year, for one item or, with item "", for the year as a whole.
struct FundingAmount {
  std::string source;
  int year = 0;
  Cents amount = 0;
  std::string item;
  int first_month = 1, last_month = 12;  ///< evenly over these, as far as period and item have them
};

struct FundingPlan {
  std::vector<CostItem> items;
  std::vector<FundingSource> sources;
  std::vector<FundingAmount> amounts;
};

enum class FundingFault : unsigned char {
  // What cannot be: left out of every figure.
  repeated_item,
  repeated_source,
  amount_out_of_range,  ///< negative, or all together more than a trillion euros
  year_out_of_range,    ///< outside 1900 … 2199
  months_out_of_range,  ///< first … last are not within 1 … 12 in this order
  unknown_source,
  unknown_item,
  item_of_other_year,  ///< the amount is for another year than its item
  rule_out_of_range,   ///< a share outside 0 … 1 or a negative cap: that rule is not applied
  // What breaks a rule. `amount`: by how much.
  costs_not_covered,      ///< year: Σ sources < Σ costs
  costs_exceeded,         ///< year: Σ sources > Σ costs
  quota_exceeded,         ///< source, year: more than its rate of the eligible costs
  yearly_cap_exceeded,    ///< source, year
  cap_exceeded,           ///< source, over all years
  own_share_below,        ///< source, year: what own funds lack of its least share
  period_misses_year,     ///< source, year: pays outside its period
  period_covers_part,     ///< source, year: its period has a part of the year; `amount` 0
  ineligible_cost,        ///< source, item or year: pays what it may not
  double_funding,         ///< item: two sources or more pay beyond 100 %
  item_overfunded,        ///< item: one source pays beyond 100 %
  after_funding_missing,  ///< year: no costs are planned for after the last grant
};
struct FundingRemark {
  FundingFault fault = FundingFault::repeated_item;
  std::string source, item;
  std::optional<int> year;
  Cents amount = 0;
  friend bool operator==(const FundingRemark&, const FundingRemark&) = default;
};

struct FundingYear {
  int year = 0;
  std::array<Cents, cost_types> by_type{};
  Cents cost = 0;
  std::vector<Cents> by_source;  ///< per source of the plan
  Cents funded = 0;
  Cents gap() const { return cost - funded; }  ///< > 0: the cliff; < 0: more than it costs
};

struct FundingCheck {
  std::vector<FundingYear> years;  ///< every year from the first to the last of costs or amounts
  std::vector<FundingRemark> remarks;  ///< what cannot be, then by year and source, items, the end
};

/// Sums by year and the rules. A share's limit is rounded to the cent. Grants are all sources but
/// own funds; costs are planned for after them where an item has a month after the last month they
/// pay. Cost: O(years · sources · (items + amounts)). Pure. Source: domain.md §5 (funding plan): Σ
/// sources = Σ costs, quota, Eigenanteil, period, double funding, "Lücke nach Förderende" [D]; the
/// quotas and caps of real programmes are data with marks, not here.
FundingCheck funding_check(const FundingPlan& plan);

}  // namespace nahraum::planning
