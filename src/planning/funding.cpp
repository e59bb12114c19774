#include "planning/funding.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "planning/sound_funding.hpp"

namespace nahraum::planning {
namespace {

/// Years, rules and remarks of one sound plan.
class Check {
 public:
  explicit Check(const FundingPlan& plan) : plan_(plan) {
    find_span();
    for (int year = first_; year <= last_; ++year)
      years.push_back(sums_of(year));
  }

  void check_rules() {
    for (const auto& year : years)
      check_year(year);
    for (std::size_t s = 0; s < plan_.sources.size(); ++s)
      check_cap(s);
    for (const auto& item : plan_.items)
      check_item(item);
    check_after_funding();
  }

  std::vector<FundingYear> years;
  std::vector<FundingRemark> remarks;

 private:
  void find_span() {
    for (const auto& item : plan_.items)
      add_to_span(item.year);
    for (const auto& amount : plan_.amounts)
      add_to_span(amount.year);
  }
  void add_to_span(int year) {
    first_ = std::min(first_, year);
    last_ = std::max(last_, year);
  }

  FundingYear sums_of(int year) const {
    FundingYear sums{year, {}, 0, std::vector<Cents>(plan_.sources.size()), 0};
    for (const auto& item : plan_.items) {
      if (item.year != year) continue;
      sums.by_type[static_cast<std::size_t>(item.type)] += item.amount;
      sums.cost += item.amount;
    }
    for (const auto& amount : plan_.amounts) {
      if (amount.year != year) continue;
      sums.by_source[number_of(amount.source)] += amount.amount;
      sums.funded += amount.amount;
    }
    return sums;
  }
  std::size_t number_of(const std::string& source) const {
    return static_cast<std::size_t>(source_named(plan_, source) - plan_.sources.data());
  }

  void remark(FundingFault fault, const std::string& source, const std::string& item,
              std::optional<int> year, Cents amount) {
    remarks.push_back({fault, source, item, year, amount});
  }
  void remark_above(FundingFault fault, const std::string& source, int year, Cents is,
                    Cents limit) {
    if (is > limit) remark(fault, source, {}, year, is - limit);
  }

  void check_year(const FundingYear& year) {
    remark_above(FundingFault::costs_not_covered, {}, year.year, year.cost, year.funded);
    remark_above(FundingFault::costs_exceeded, {}, year.year, year.funded, year.cost);
    for (std::size_t s = 0; s < plan_.sources.size(); ++s) {
      if (year.by_source[s] > 0) check_source(plan_.sources[s], year, year.by_source[s]);
    }
  }

  void check_source(const FundingSource& source, const FundingYear& year, Cents paid) {
    Cents eligible = 0;
    for (std::size_t type = 0; type < cost_types; ++type)
      eligible += is_eligible(source, static_cast<CostType>(type)) ? year.by_type[type] : 0;
    const auto share = [&](double of) {
      return static_cast<Cents>(std::llround(of * static_cast<double>(eligible)));
    };
    if (source.rate_max) {
      remark_above(FundingFault::quota_exceeded, source.id, year.year, paid,
                   share(*source.rate_max));
    }
    if (source.cap_per_year) {
      remark_above(FundingFault::yearly_cap_exceeded, source.id, year.year, paid,
                   *source.cap_per_year);
    }
    if (source.own_share_min) {
      remark_above(FundingFault::own_share_below, source.id, year.year,
                   share(*source.own_share_min), own_funds(year));
    }
    check_period(source, year.year, paid);
    check_eligible(source, year, eligible);
  }

  Cents own_funds(const FundingYear& year) const {
    Cents own = 0;
    for (std::size_t s = 0; s < plan_.sources.size(); ++s)
      own += plan_.sources[s].own_funds ? year.by_source[s] : 0;
    return own;
  }

  void check_period(const FundingSource& source, int year, Cents paid) {
    const auto [first, last] = funded_months(source, year);
    if (first > last) {
      remark(FundingFault::period_misses_year, source.id, {}, year, paid);
    } else if (last - first < 11) {
      remark(FundingFault::period_covers_part, source.id, {}, year, 0);
    }
  }

  /// Amounts for an item must be for an eligible one; the others fit into the eligible costs.
  void check_eligible(const FundingSource& source, const FundingYear& year, Cents eligible) {
    Cents for_year = 0;
    for (const auto& amount : plan_.amounts) {
      if (amount.source != source.id || amount.year != year.year) continue;
      const auto* item = item_named(plan_, amount.item);
      if (item && !is_eligible(source, item->type) && amount.amount > 0)
        remark(FundingFault::ineligible_cost, source.id, item->id, year.year, amount.amount);
      for_year += item ? 0 : amount.amount;
    }
    // More than all costs is another fault.
    if (eligible < year.cost) {
      remark_above(FundingFault::ineligible_cost, source.id, year.year,
                   std::min(for_year, year.cost), eligible);
    }
  }

  void check_cap(std::size_t number) {
    const auto& source = plan_.sources[number];
    if (!source.cap) return;
    Cents paid = 0;
    for (const auto& year : years)
      paid += year.by_source[number];
    if (paid > *source.cap)
      remark(FundingFault::cap_exceeded, source.id, {}, std::nullopt, paid - *source.cap);
  }

  void check_item(const CostItem& item) {
    std::set<std::string> sources;
    Cents paid = 0;
    for (const auto& amount : plan_.amounts) {
      if (amount.item != item.id || item.id.empty() || amount.amount == 0) continue;
      sources.insert(amount.source);
      paid += amount.amount;
    }
    if (paid <= item.amount) return;
    const auto fault =
        sources.size() > 1 ? FundingFault::double_funding : FundingFault::item_overfunded;
    remark(fault, sources.size() > 1 ? "" : *sources.begin(), item.id, item.year,
           paid - item.amount);
  }

  void check_after_funding() {
    int last_granted = std::numeric_limits<int>::min(), last_cost = last_granted;
    for (const auto& amount : plan_.amounts) {
      if (amount.amount == 0 || source_named(plan_, amount.source)->own_funds) continue;
      last_granted = std::max(last_granted, months_of(amount, plan_).second);
    }
    for (const auto& item : plan_.items)
      last_cost = std::max(last_cost, month_number(item.year, item.last_month));
    if (last_granted == std::numeric_limits<int>::min() || last_cost > last_granted) return;
    remark(FundingFault::after_funding_missing, {}, {}, (last_granted + 1) / 12, 0);
  }

  const FundingPlan& plan_;
  int first_ = std::numeric_limits<int>::max(), last_ = std::numeric_limits<int>::min();
};

}  // namespace

FundingCheck funding_check(const FundingPlan& plan) {
  auto sound = sound_funding(plan);
  Check check(sound.plan);
  check.check_rules();
  FundingCheck result{std::move(check.years), std::move(sound.remarks)};
  result.remarks.insert(result.remarks.end(), check.remarks.begin(), check.remarks.end());
  return result;
}

}  // namespace nahraum::planning
