#include "planning/raci.hpp"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

using namespace nahraum::planning;
using F = RaciFault;

namespace {

RaciField field(std::string task, std::string role, std::string_view letters) {
  const auto has = [&](char letter) { return letters.find(letter) != std::string_view::npos; };
  return {std::move(task), std::move(role), has('R'), has('A'), has('C'), has('I')};
}

std::vector<RaciRemark> of_fault(const RaciCheck& check, F fault) {
  std::vector<RaciRemark> some;
  for (const auto& remark : check.remarks) {
    if (remark.fault == fault) some.push_back(remark);
  }
  return some;
}

}  // namespace

TEST_CASE("hours are shared among those who do the work and held against their week") {
  const RaciPlan plan{
      {{"visits", 12}, {"meetings", 9}, {"reports", {}}},
      {{"office", 0.5, "town"}, {"town", 0.1, "office"}, {"club", {}, ""}, {"board", 0, ""}},
      {field("visits", "office", "AR"), field("visits", "club", "R"),
       field("meetings", "office", "R"), field("meetings", "town", "AR"),
       field("reports", "office", "R"), field("reports", "town", "A"),
       field("visits", "board", "I")}};
  const auto check = raci_check(plan);
  REQUIRE(check.loads.size() == 4);
  CHECK(check.loads[0].hours == 10.5);
  CHECK(*check.loads[0].capacity == 19.5);
  CHECK(*check.loads[0].load == Approx(10.5 / 19.5));
  CHECK(check.loads[0].hours_unknown == 1);
  CHECK(check.loads[0].overloaded == Judged::open);
  CHECK(check.loads[1].hours == 4.5);
  CHECK(check.loads[1].overloaded == Judged::yes);  // 4.5 of 3.9
  CHECK(check.loads[2].overloaded == Judged::open);
  CHECK_FALSE(check.loads[2].capacity);
  CHECK(check.loads[3].overloaded == Judged::no);
  CHECK(check.accountable_and_responsible == std::vector<std::string>{"visits", "meetings"});
  CHECK(of_fault(check, F::nobody_accountable).empty());
  CHECK(of_fault(check, F::deputy_missing).size() == 1);  // the board only is told
}

TEST_CASE("exactly one answers for a task, and somebody does it") {
  const auto check = raci_check(
      {{{"a", 1}, {"b", 1}, {"c", 1}},
       {{"x", 1, ""}, {"y", 1, ""}, {"z", 1, ""}},
       {field("a", "y", "A"), field("a", "x", "A"), field("b", "x", "R"), field("c", "y", "CI")}});
  CHECK(check.remarks[0] == RaciRemark{F::several_accountable, "a", "", {"y", "x"}});
  CHECK(check.remarks[1] == RaciRemark{F::nobody_responsible, "a", "", {}});
  CHECK(check.remarks[2] == RaciRemark{F::nobody_accountable, "b", "", {}});
  CHECK(of_fault(check, F::nobody_accountable).size() == 2);
  CHECK(of_fault(check, F::role_without_tasks) ==
        std::vector<RaciRemark>{{F::role_without_tasks, "", "z", {}}});
}

TEST_CASE("two may deputise for each other, nobody for itself or a role that is gone") {
  const auto check = raci_check(
      {{}, {{"d", 1, "b"}, {"b", 1, "d"}, {"a", 1, "d"}, {"s", 1, "s"}, {"t", 1, "gone"}}, {}});
  CHECK(of_fault(check, F::own_deputy) == std::vector<RaciRemark>{{F::own_deputy, "", "s", {}}});
  CHECK(of_fault(check, F::deputy_unknown) ==
        std::vector<RaciRemark>{{F::deputy_unknown, "", "t", {"gone"}}});
}

TEST_CASE("tasks, roles and fields that cannot be are listed and counted nowhere") {
  const auto check = raci_check(
      {{{"a", -3}, {"a", 5}},
       {{"x", NAN, ""}, {"x", 1, ""}},
       {field("a", "x", "AR"), field("a", "x", "R"), field("q", "x", "R"), field("a", "w", "R")}});
  CHECK(check.loads.size() == 1);
  CHECK(check.loads[0].hours == 0);
  CHECK(check.loads[0].hours_unknown == 1);
  CHECK_FALSE(check.loads[0].capacity);
  CHECK(of_fault(check, F::number_out_of_range).size() == 2);
  CHECK(of_fault(check, F::repeated_id).size() == 2);
  CHECK(of_fault(check, F::repeated_field).size() == 1);
  CHECK(of_fault(check, F::unknown_task).size() == 1);
  CHECK(of_fault(check, F::unknown_role).size() == 1);
}

TEST_CASE("no hour is lost or doubled, and three thirds fill a week exactly") {
  const bool held = rc::check([] {
    RaciPlan plan;
    const int tasks = *rc::gen::inRange(0, 8), roles = *rc::gen::inRange(1, 6);
    for (int r = 0; r < roles; ++r)
      plan.roles.push_back({fmt::format("r{}", r), 1.0, ""});
    double expected = 0;
    for (int t = 0; t < tasks; ++t) {
      const int hours = *rc::gen::inRange(0, 20);
      plan.tasks.push_back({fmt::format("t{}", t), hours});
      bool anybody = false;
      for (int r = 0; r < roles; ++r) {
        const auto letters = *rc::gen::element<std::string>("", "R", "A", "RA", "CI");
        plan.fields.push_back(field(fmt::format("t{}", t), fmt::format("r{}", r), letters));
        anybody |= letters.find('R') != std::string::npos;
      }
      expected += anybody ? hours : 0;
    }
    double sum = 0;
    for (const auto& load : raci_check(plan).loads)
      sum += load.hours;
    RC_ASSERT(std::abs(sum - expected) < 1e-9);
  });
  CHECK(held);
  RaciPlan full{{{"a", 39}, {"b", 39}, {"c", 39}}, {{"x", 1, ""}, {"y", 1, ""}, {"z", 1, ""}}, {}};
  for (const auto* task : {"a", "b", "c"}) {
    for (const auto* role : {"x", "y", "z"})
      full.fields.push_back(field(task, role, "R"));
  }
  CHECK(raci_check(full).loads[0].overloaded == Judged::no);
}
