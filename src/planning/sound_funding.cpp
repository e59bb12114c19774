#include "planning/sound_funding.hpp"

#include <algorithm>
#include <set>

#include "base/days.hpp"

namespace nahraum::planning {
namespace {

constexpr Cents most_together = 100'000'000'000'000;  // a trillion euros

bool good_year(int year) {
  return year >= 1900 && year <= 2199;
}
bool good_share(const std::optional<double>& share) {
  return !share || (*share >= 0 && *share <= 1);
}
bool good_cap(const std::optional<Cents>& cap) {
  return !cap || *cap >= 0;
}

bool good_months(int first, int last) {
  return first >= 1 && first <= last && last <= 12;
}

/// Adds amounts up to the bound.
class Total {
 public:
  bool takes(Cents amount) {
    if (amount < 0 || amount > most_together - sum_) return false;
    sum_ += amount;
    return true;
  }

 private:
  Cents sum_ = 0;
};

void add_items(const FundingPlan& plan, SoundFunding& sound) {
  std::set<std::string> ids;
  Total total;
  for (const auto& item : plan.items) {
    const auto remark = [&](FundingFault fault) {
      sound.remarks.push_back({fault, {}, item.id, item.year, item.amount});
    };
    if (ids.contains(item.id)) {
      remark(FundingFault::repeated_item);
    } else if (!good_year(item.year)) {
      remark(FundingFault::year_out_of_range);
    } else if (!good_months(item.first_month, item.last_month)) {
      remark(FundingFault::months_out_of_range);
    } else if (!total.takes(item.amount)) {
      remark(FundingFault::amount_out_of_range);
    } else {
      ids.insert(item.id);
      sound.plan.items.push_back(item);
    }
  }
}

void add_sources(const FundingPlan& plan, SoundFunding& sound) {
  std::set<std::string> ids;
  for (auto source : plan.sources) {
    const auto remark = [&](FundingFault fault) {
      sound.remarks.push_back({fault, source.id, {}, std::nullopt, 0});
    };
    if (!ids.insert(source.id).second) {
      remark(FundingFault::repeated_source);
      continue;
    }
    const bool good = good_share(source.rate_max) && good_share(source.own_share_min) &&
                      good_cap(source.cap) && good_cap(source.cap_per_year);
    if (!good) remark(FundingFault::rule_out_of_range);
    if (!good_share(source.rate_max)) source.rate_max.reset();
    if (!good_share(source.own_share_min)) source.own_share_min.reset();
    if (!good_cap(source.cap)) source.cap.reset();
    if (!good_cap(source.cap_per_year)) source.cap_per_year.reset();
    sound.plan.sources.push_back(source);
  }
}

void add_amounts(const FundingPlan& plan, SoundFunding& sound) {
  Total total;
  for (const auto& amount : plan.amounts) {
    const auto remark = [&](FundingFault fault) {
      sound.remarks.push_back({fault, amount.source, amount.item, amount.year, amount.amount});
    };
    const auto* item = item_named(sound.plan, amount.item);
    if (!source_named(sound.plan, amount.source)) {
      remark(FundingFault::unknown_source);
    } else if (!item && !amount.item.empty()) {
      remark(FundingFault::unknown_item);
    } else if (!good_year(amount.year)) {
      remark(FundingFault::year_out_of_range);
    } else if (item && item->year != amount.year) {
      remark(FundingFault::item_of_other_year);
    } else if (!good_months(amount.first_month, amount.last_month)) {
      remark(FundingFault::months_out_of_range);
    } else if (!total.takes(amount.amount)) {
      remark(FundingFault::amount_out_of_range);
    } else {
      sound.plan.amounts.push_back(amount);
    }
  }
}

std::pair<int, int> common(std::pair<int, int> a, std::pair<int, int> b) {
  return {std::max(a.first, b.first), std::min(a.second, b.second)};
}

int month_of_day(int day) {
  return month_number(base::year_of(day), base::month_of(day));
}

}  // namespace

SoundFunding sound_funding(const FundingPlan& plan) {
  SoundFunding sound;
  add_items(plan, sound);
  add_sources(plan, sound);
  add_amounts(plan, sound);
  return sound;
}

const CostItem* item_named(const FundingPlan& plan, const std::string& id) {
  if (id.empty()) return nullptr;
  const auto found = std::find_if(plan.items.begin(), plan.items.end(),
                                  [&](const CostItem& item) { return item.id == id; });
  return found == plan.items.end() ? nullptr : &*found;
}

const FundingSource* source_named(const FundingPlan& plan, const std::string& id) {
  const auto found = std::find_if(plan.sources.begin(), plan.sources.end(),
                                  [&](const FundingSource& source) { return source.id == id; });
  return found == plan.sources.end() ? nullptr : &*found;
}

bool is_eligible(const FundingSource& source, CostType type) {
  const auto& types = source.eligible;
  return types.empty() || std::find(types.begin(), types.end(), type) != types.end();
}

std::pair<int, int> funded_months(const FundingSource& source, int year) {
  int first = month_number(year, 1), last = month_number(year, 12);
  // Days as far as the calendar is asked about.
  static const int earliest = base::day_of(1800, 1, 1).value();
  static const int latest = base::day_of(2299, 12, 31).value();
  if (source.first_day)
    first = std::max(first, month_of_day(std::clamp(*source.first_day, earliest, latest)));
  if (source.last_day)
    last = std::min(last, month_of_day(std::clamp(*source.last_day, earliest, latest)));
  return {first, last};
}

std::pair<int, int> months_of(const FundingAmount& amount, const FundingPlan& plan) {
  const std::pair own{month_number(amount.year, amount.first_month),
                      month_number(amount.year, amount.last_month)};
  const auto* source = source_named(plan, amount.source);
  const auto funded = source ? common(own, funded_months(*source, amount.year)) : own;
  if (const auto* item = item_named(plan, amount.item)) {
    const auto both = common(funded, {month_number(item->year, item->first_month),
                                      month_number(item->year, item->last_month)});
    if (both.first <= both.second) return both;
  }
  return funded.first <= funded.second ? funded : own;
}

}  // namespace nahraum::planning
