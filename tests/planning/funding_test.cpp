#include "planning/funding.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include "base/days.hpp"

using namespace nahraum::planning;
using F = FundingFault;

namespace {

int day(const char* iso) {
  return nahraum::base::day_of(iso).value();
}

FundingSource source(const char* id) {
  FundingSource some;
  some.id = id;
  return some;
}

/// Half a post for two years and a half: 40 000 € a year, a bench in the first.
FundingPlan lindenhof() {
  FundingPlan plan;
  plan.items = {{"post27", CostType::staff, 2027, 40'000'00},
                {"post28", CostType::staff, 2028, 40'000'00},
                {"post29", CostType::staff, 2029, 42'000'00},
                {"bench", CostType::investment, 2027, 3'000'00}};
  auto lottery = source("lottery");
  lottery.rate_max = 0.8;
  lottery.own_share_min = 0.2;
  lottery.eligible = {CostType::staff, CostType::material};
  lottery.first_day = day("2027-01-01");
  lottery.last_day = day("2028-12-31");
  auto town = source("town");
  town.own_funds = true;
  plan.sources = {lottery, town};
  plan.amounts = {{"lottery", 2027, 32'000'00, "post27"},
                  {"town", 2027, 11'000'00, ""},
                  {"lottery", 2028, 32'000'00, ""},
                  {"town", 2028, 8'000'00, "post28"},
                  {"town", 2029, 10'000'00, ""}};
  return plan;
}

std::vector<FundingRemark> of_fault(const FundingPlan& plan, F fault) {
  std::vector<FundingRemark> some;
  for (const auto& remark : funding_check(plan).remarks) {
    if (remark.fault == fault) some.push_back(remark);
  }
  return some;
}

}  // namespace

TEST_CASE("a plan in order has its sums, and only the gap after the grant") {
  const auto check = funding_check(lindenhof());
  REQUIRE(check.years.size() == 3);
  CHECK(check.years[0].cost == 43'000'00);
  CHECK(check.years[0].by_type == std::array<Cents, 4>{40'000'00, 0, 3'000'00, 0});
  CHECK(check.years[0].by_source == std::vector<Cents>{32'000'00, 11'000'00});
  CHECK(check.years[2].gap() == 32'000'00);
  CHECK(check.remarks ==
        std::vector<FundingRemark>{{F::costs_not_covered, "", "", 2029, 32'000'00}});
}

TEST_CASE("quota, caps and own share are of the eligible costs of a year") {
  auto plan = lindenhof();
  plan.amounts[0].amount = 33'000'00;
  plan.amounts[1].amount = 10'000'00;
  CHECK(of_fault(plan, F::quota_exceeded) ==
        std::vector<FundingRemark>{{F::quota_exceeded, "lottery", "", 2027, 1'000'00}});
  CHECK(of_fault(plan, F::own_share_below).empty());
  plan.amounts[1].amount = 7'900'00;
  CHECK(of_fault(plan, F::own_share_below) ==
        std::vector<FundingRemark>{{F::own_share_below, "lottery", "", 2027, 100'00}});
  plan.sources[0].cap_per_year = 32'500'00;
  plan.sources[0].cap = 60'000'00;
  CHECK(of_fault(plan, F::yearly_cap_exceeded) ==
        std::vector<FundingRemark>{{F::yearly_cap_exceeded, "lottery", "", 2027, 500'00}});
  CHECK(of_fault(plan, F::cap_exceeded) ==
        std::vector<FundingRemark>{{F::cap_exceeded, "lottery", "", {}, 5'000'00}});
}

TEST_CASE("a source pays within its period") {
  auto plan = lindenhof();
  plan.sources[0].last_day = day("2028-06-30");
  CHECK(of_fault(plan, F::period_covers_part) ==
        std::vector<FundingRemark>{{F::period_covers_part, "lottery", "", 2028, 0}});
  plan.sources[0].last_day = day("2027-12-31");
  CHECK(of_fault(plan, F::period_misses_year) ==
        std::vector<FundingRemark>{{F::period_misses_year, "lottery", "", 2028, 32'000'00}});
}

TEST_CASE("a source pays what it may, and nothing is paid twice") {
  auto plan = lindenhof();
  plan.amounts.push_back({"lottery", 2027, 500'00, "bench"});
  CHECK(of_fault(plan, F::ineligible_cost) ==
        std::vector<FundingRemark>{{F::ineligible_cost, "lottery", "bench", 2027, 500'00}});
  CHECK(of_fault(plan, F::costs_exceeded).size() == 1);
  plan.amounts.push_back({"town", 2027, 2'600'00, "bench"});
  CHECK(of_fault(plan, F::double_funding) ==
        std::vector<FundingRemark>{{F::double_funding, "", "bench", 2027, 100'00}});
  plan.amounts.back().amount = 0;
  plan.amounts[5].amount = 3'200'00;
  CHECK(of_fault(plan, F::double_funding).empty());
  CHECK(of_fault(plan, F::item_overfunded) ==
        std::vector<FundingRemark>{{F::item_overfunded, "lottery", "bench", 2027, 200'00}});
  plan = lindenhof();
  plan.amounts[0] = {"lottery", 2027, 41'000'00, ""};
  CHECK(of_fault(plan, F::ineligible_cost) ==
        std::vector<FundingRemark>{{F::ineligible_cost, "lottery", "", 2027, 1'000'00}});
}

TEST_CASE("a plan must say what comes after the grant") {
  auto plan = lindenhof();
  plan.items.erase(plan.items.begin() + 2);
  plan.amounts.pop_back();
  CHECK(of_fault(plan, F::after_funding_missing) ==
        std::vector<FundingRemark>{{F::after_funding_missing, "", "", 2029, 0}});
  plan.sources[0].last_day = day("2028-09-30");  // the post goes on for three months
  CHECK(of_fault(plan, F::after_funding_missing).empty());
  plan.sources[0].own_funds = true;
  plan.sources[0].last_day.reset();
  CHECK(of_fault(plan, F::after_funding_missing).empty());
}

TEST_CASE("items, sources and amounts that cannot be are listed and counted nowhere") {
  auto plan = lindenhof();
  const auto before = funding_check(plan).years;
  plan.items.push_back({"bench", CostType::staff, 2027, 1});
  plan.items.push_back({"minus", CostType::staff, 2027, -1});
  plan.items.push_back({"much", CostType::staff, 2027, std::numeric_limits<Cents>::max()});
  plan.items.push_back({"early", CostType::staff, 12, 1});
  plan.items.push_back({"months", CostType::staff, 2027, 1, 5, 4});
  plan.sources.push_back(source("town"));
  plan.amounts.push_back({"nobody", 2027, 1, ""});
  plan.amounts.push_back({"town", 2027, 1, "nothing"});
  plan.amounts.push_back({"town", 2028, 1, "bench"});
  plan.amounts.push_back({"town", 99999, 1, ""});
  plan.amounts.push_back({"town", 2028, 1, "", 0, 3});
  plan.sources[0].rate_max = 1.5;
  const auto check = funding_check(plan);
  std::vector<F> faults;
  for (const auto& remark : check.remarks)
    faults.push_back(remark.fault);
  CHECK(faults == std::vector<F>{F::repeated_item, F::amount_out_of_range, F::amount_out_of_range,
                                 F::year_out_of_range, F::months_out_of_range, F::rule_out_of_range,
                                 F::repeated_source, F::unknown_source, F::unknown_item,
                                 F::item_of_other_year, F::year_out_of_range,
                                 F::months_out_of_range, F::costs_not_covered});
  REQUIRE(check.years.size() == before.size());
  for (std::size_t k = 0; k < before.size(); ++k)
    CHECK(check.years[k].gap() == before[k].gap());
  CHECK(funding_check({}).years.empty());
}

TEST_CASE("sums by year are those of adding everything up, and no cent is lost") {
  const bool held = rc::check([] {
    FundingPlan plan;
    std::map<int, Cents> cost, funded;
    for (int i = 0; i < *rc::gen::inRange(0, 12); ++i) {
      const CostItem item{fmt::format("i{}", i), static_cast<CostType>(*rc::gen::inRange(0, 4)),
                          *rc::gen::inRange(2026, 2031), *rc::gen::inRange<Cents>(0, 9'000'000)};
      plan.items.push_back(item);
      cost[item.year] += item.amount;
    }
    for (int s = 0; s < 3; ++s) {
      plan.sources.push_back(source(fmt::format("s{}", s).c_str()));
      if (*rc::gen::arbitrary<bool>())
        plan.sources.back().cap_per_year = *rc::gen::inRange<Cents>(0, 9'000'000);
      if (*rc::gen::arbitrary<bool>())
        plan.sources.back().rate_max = *rc::gen::inRange(0, 11) / 10.0;
    }
    std::map<std::pair<std::string, int>, Cents> paid;
    for (int a = 0; a < *rc::gen::inRange(0, 12); ++a) {
      const FundingAmount amount{fmt::format("s{}", *rc::gen::inRange(0, 3)),
                                 *rc::gen::inRange(2025, 2032),
                                 *rc::gen::inRange<Cents>(1, 9'000'000), ""};
      plan.amounts.push_back(amount);
      funded[amount.year] += amount.amount;
      paid[{amount.source, amount.year}] += amount.amount;
    }
    const auto check = funding_check(plan);
    Cents gap = 0, expected = 0;
    for (std::size_t k = 0; k < check.years.size(); ++k) {
      const auto& year = check.years[k];
      RC_ASSERT(year.cost == cost[year.year]);
      RC_ASSERT(year.funded == funded[year.year]);
      RC_ASSERT(
          (k == 0 || year.year == check.years[k - 1].year + 1));  // else both sides are evaluated
      gap += year.gap();
    }
    for (const auto& item : plan.items)
      expected += item.amount;
    for (const auto& amount : plan.amounts)
      expected -= amount.amount;
    RC_ASSERT(gap == expected);
    std::size_t caps = 0, quotas = 0;
    for (const auto& [key, sum] : paid) {
      const auto& by = plan.sources[static_cast<std::size_t>(key.first[1] - '0')];
      caps += by.cap_per_year && sum > *by.cap_per_year;
      quotas +=
          by.rate_max && sum > std::llround(*by.rate_max * static_cast<double>(cost[key.second]));
    }
    const auto count = [&](F fault) {
      return static_cast<std::size_t>(
          std::count_if(check.remarks.begin(), check.remarks.end(),
                        [&](const auto& remark) { return remark.fault == fault; }));
    };
    RC_ASSERT(count(F::yearly_cap_exceeded) == caps);
    RC_ASSERT(count(F::quota_exceeded) == quotas);
  });
  CHECK(held);
}
