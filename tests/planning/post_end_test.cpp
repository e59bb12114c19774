#include "planning/post_end.hpp"

#include <algorithm>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include "base/days.hpp"

using namespace nahraum::planning;

namespace {

int day(const char* iso) {
  return nahraum::base::day_of(iso).value();
}

FundingSource source(const char* id, bool own = false) {
  FundingSource some;
  some.id = id;
  some.own_funds = own;
  return some;
}

/// A post from April 2027 to December 2029; the grant ends in June 2028, the town pays a quarter.
FundingPlan plan_until_june() {
  FundingPlan plan;
  plan.items = {{"post27", CostType::staff, 2027, 30'000'00, 4, 12},
                {"post28", CostType::staff, 2028, 40'000'00},
                {"post29", CostType::staff, 2029, 40'000'00},
                {"flyers", CostType::material, 2027, 2'000'00}};
  plan.sources = {source("grant"), source("town", true)};
  plan.sources[0].last_day = day("2028-06-30");
  plan.sources[0].eligible = {CostType::staff};
  plan.amounts = {{"grant", 2027, 22'500'00, "post27"}, {"town", 2027, 7'500'00, "post27"},
                  {"grant", 2028, 15'000'00, ""},       {"town", 2028, 10'000'00, "post28"},
                  {"town", 2029, 10'000'00, "post29"},  {"town", 2027, 2'000'00, "flyers"}};
  return plan;
}

}  // namespace

TEST_CASE("the post ends with the last month that is paid for without a break") {
  const auto end = post_end(plan_until_june());
  CHECK(end.begins == Month{2027, 4});
  CHECK(end.last_covered == Month{2028, 6});
  CHECK(end.first_uncovered == Month{2028, 7});
}

TEST_CASE("a post that is not paid from the start ends before it begins, one that is paid never") {
  auto plan = plan_until_june();
  plan.amounts[0].amount -= 1'00;  // eleven cents a month are missing
  CHECK_FALSE(post_end(plan).last_covered);
  CHECK(post_end(plan).first_uncovered == Month{2027, 4});
  plan.amounts[0].amount += 1'00 - 8;  // less than a cent a month is rounding
  CHECK(post_end(plan).last_covered == Month{2028, 6});
  plan.amounts.push_back({"town", 2028, 15'000'00, "", 7, 12});
  plan.amounts.push_back({"town", 2029, 30'000'00, ""});
  CHECK(post_end(plan).last_covered == Month{2029, 12});
  CHECK_FALSE(post_end(plan).first_uncovered);
  CHECK_FALSE(post_end({}).begins);
}

TEST_CASE("what a source may not pay keeps no post") {
  auto plan = plan_until_june();
  plan.sources[0].eligible = {CostType::material};
  CHECK(post_end(plan).last_covered == Month{2027, 12});  // 2028's grant is for no staff
}

TEST_CASE("renewed, the grant pays by the month what it paid, up to the gap") {
  const auto plan =
      with_scenario(plan_until_june(), {ScenarioKind::renewed, "grant", 0, 0, 2029, ""});
  REQUIRE(plan);
  const auto check = funding_check(*plan);
  CHECK(check.years[1].by_source[0] == 30'000'00);
  CHECK(check.years[2].by_source[0] == 30'000'00);
  CHECK(check.years[2].gap() == 0);
  CHECK(plan->sources[0].last_day == day("2029-12-31"));
  CHECK_FALSE(post_end(*plan).first_uncovered);
  const auto shorter =
      with_scenario(plan_until_june(), {ScenarioKind::renewed, "grant", 0, 0, 2028, ""});
  CHECK(post_end(*shorter).last_covered == Month{2028, 12});
}

TEST_CASE("taken over, somebody else pays it, with own funds where the plan does not know them") {
  const auto plan =
      with_scenario(plan_until_june(), {ScenarioKind::taken_over, "grant", 0, 0, 2029, "insurers"});
  REQUIRE(plan);
  REQUIRE(plan->sources.size() == 3);
  CHECK(plan->sources[2].own_funds);
  const auto check = funding_check(*plan);
  CHECK(check.years[1].by_source == std::vector<Cents>{15'000'00, 10'000'00, 15'000'00});
  CHECK_FALSE(post_end(*plan).first_uncovered);
}

TEST_CASE("cut, the source pays less from that year on") {
  const auto plan =
      with_scenario(plan_until_june(), {ScenarioKind::cut, "grant", 0.15, 2028, 0, ""});
  REQUIRE(plan);
  CHECK(plan->amounts[2].amount == 12'750'00);
  CHECK(plan->amounts[0].amount == 22'500'00);
  CHECK(post_end(*plan).last_covered == Month{2027, 12});
  CHECK_FALSE(with_scenario(plan_until_june(), {ScenarioKind::cut, "nobody", 0.5, 2028, 0, ""}));
}

TEST_CASE("months are those of a table filled cell by cell") {
  const bool held = rc::check([] {
    FundingPlan plan;
    plan.sources = {source("a"), source("b", true)};
    plan.sources[0].eligible = {CostType::staff};
    std::vector<double> cost(60), cover(60);
    const auto fill = [](std::vector<double>& months, int year, int first, int last, Cents amount) {
      for (int m = first; m <= last; ++m)
        months[static_cast<std::size_t>((year - 2026) * 12 + m - 1)] +=
            static_cast<double>(amount) / (last - first + 1);
    };
    for (int year = 2026; year < 2031; ++year) {
      const int first = *rc::gen::inRange(1, 13), last = *rc::gen::inRange(first, 13);
      const Cents needed = 1200 * *rc::gen::inRange(0, 9);
      plan.items.push_back({fmt::format("i{}", year), CostType::staff, year, needed, first, last});
      fill(cost, year, first, last, needed);
      const Cents a = 1200 * *rc::gen::inRange(0, 9), b = *rc::gen::arbitrary<bool>() ? needed : 0;
      plan.amounts.push_back({"a", year, a, ""});
      plan.amounts.push_back({"b", year, b, fmt::format("i{}", year)});
      fill(cover, year, 1, 12, a);
      fill(cover, year, first, last, b);
    }
    std::optional<Month> covered, uncovered;
    for (int m = 0; m < 60 && !uncovered; ++m) {
      const auto at = static_cast<std::size_t>(m);
      if (cost[at] == 0) continue;
      (cost[at] - cover[at] > 1 - 1e-6 ? uncovered : covered) = Month{2026 + m / 12, m % 12 + 1};
    }
    const auto end = post_end(plan);
    RC_ASSERT(end.last_covered == covered);
    RC_ASSERT(end.first_uncovered == uncovered);
    // A cut never makes the post last longer, a renewal never shorter.
    const auto cut = with_scenario(plan, {ScenarioKind::cut, "a", 0.3, 2027, 0, ""});
    if (cut) RC_ASSERT(post_end(*cut).last_covered.value_or(Month{}) <= covered.value_or(Month{}));
    const auto renewed = with_scenario(plan, {ScenarioKind::renewed, "a", 0, 0, 2030, ""});
    if (renewed)
      RC_ASSERT(post_end(*renewed).last_covered.value_or(Month{}) >= covered.value_or(Month{}));
  });
  CHECK(held);
}
