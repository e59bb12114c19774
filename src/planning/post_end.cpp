#include "planning/post_end.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "base/days.hpp"
#include "planning/sound_funding.hpp"

namespace nahraum::planning {
namespace {

/// Divisible by every number of months: shares of a cent stay whole.
constexpr std::int64_t parts = 27720;

using Months = std::map<int, std::int64_t>;  ///< parts of a cent by month_number

void spread(Cents amount, std::pair<int, int> months, Months& into) {
  const std::int64_t each = amount * (parts / (months.second - months.first + 1));
  for (int month = months.first; month <= months.second; ++month)
    into[month] += each;
}

bool pays_staff(const FundingAmount& amount, const FundingPlan& plan) {
  if (const auto* item = item_named(plan, amount.item)) return item->type == CostType::staff;
  return is_eligible(*source_named(plan, amount.source), CostType::staff);
}

Month month_of(int number) {
  return {number / 12, number % 12 + 1};
}

/// The last year in which a source pays: how much, and from which month to which.
struct LastYear {
  int year = std::numeric_limits<int>::min();
  Cents paid = 0;
  int first = 12, last = 1;

  Cents for_months(int months) const { return paid * months / (last - first + 1); }
};

LastYear last_year_of(const std::string& source, const FundingPlan& plan) {
  LastYear last;
  for (const auto& amount : plan.amounts) {
    if (amount.source != source || amount.amount == 0 || amount.year < last.year) continue;
    if (amount.year > last.year) last = {amount.year, 0, 12, 1};
    const auto months = months_of(amount, plan);
    last.paid += amount.amount;
    last.first = std::min(last.first, month_of(months.first).month);
    last.last = std::max(last.last, month_of(months.second).month);
  }
  return last;
}

void cut(FundingPlan& plan, const FundingScenario& scenario) {
  const double stays = 1 - std::clamp(scenario.cut, 0.0, 1.0);
  for (auto& amount : plan.amounts) {
    if (amount.source != scenario.source || amount.year < scenario.from_year) continue;
    amount.amount = static_cast<Cents>(std::llround(static_cast<double>(amount.amount) * stays));
  }
}

FundingSource& payer_of(FundingPlan& plan, const std::string& id) {
  const auto found = std::find_if(plan.sources.begin(), plan.sources.end(),
                                  [&](const FundingSource& source) { return source.id == id; });
  if (found != plan.sources.end()) return *found;
  FundingSource own;
  own.id = id;
  own.own_funds = true;
  return plan.sources.emplace_back(own);
}

/// What is spread so far stays in its months when the period grows.
void keep_months(FundingPlan& plan, const std::string& source) {
  for (auto& amount : plan.amounts) {
    if (amount.source != source) continue;
    const auto [first, last] = months_of(amount, plan);
    amount.first_month = month_of(first).month;
    amount.last_month = month_of(last).month;
  }
}

void go_on(FundingPlan& plan, const LastYear& last, const std::string& by, int to_year) {
  keep_months(plan, by);
  const auto years = funding_check(plan).years;
  for (const auto& year : years) {
    if (year.year < last.year || year.year > to_year) continue;
    const int first = year.year == last.year ? last.last + 1 : 1;
    if (first > 12) continue;
    const Cents more = std::min(last.for_months(13 - first), year.gap());
    if (more > 0) plan.amounts.push_back({by, year.year, more, {}, first, 12});
  }
  auto& payer = payer_of(plan, by);
  const int end = base::day_of(std::clamp(to_year, 1900, 2199), 12, 31).value();
  if (payer.last_day) payer.last_day = std::max(*payer.last_day, end);
}

}  // namespace

PostEnd post_end(const FundingPlan& plan) {
  const auto sound = sound_funding(plan).plan;
  Months cost, cover;
  for (const auto& item : sound.items) {
    if (item.type != CostType::staff || item.amount == 0) continue;
    spread(item.amount,
           {month_number(item.year, item.first_month), month_number(item.year, item.last_month)},
           cost);
  }
  for (const auto& amount : sound.amounts) {
    if (pays_staff(amount, sound)) spread(amount.amount, months_of(amount, sound), cover);
  }
  PostEnd end;
  for (const auto& [month, needed] : cost) {
    if (!end.begins) end.begins = month_of(month);
    if (needed - cover[month] >= parts) {
      end.first_uncovered = month_of(month);
      break;
    }
    end.last_covered = month_of(month);
  }
  return end;
}

std::optional<FundingPlan> with_scenario(const FundingPlan& plan, const FundingScenario& scenario) {
  const auto sound = sound_funding(plan).plan;
  const auto last = last_year_of(scenario.source, sound);
  if (last.paid == 0) return std::nullopt;
  FundingPlan changed = sound;
  if (scenario.kind == ScenarioKind::cut) {
    cut(changed, scenario);
    return changed;
  }
  const auto& by = scenario.kind == ScenarioKind::renewed ? scenario.source : scenario.by;
  go_on(changed, last, by, scenario.to_year);
  return changed;
}

}  // namespace nahraum::planning
