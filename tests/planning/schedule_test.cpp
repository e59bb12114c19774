#include "planning/schedule.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <set>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include "base/days.hpp"

using namespace nahraum::planning;

namespace {

int day(const char* iso) {
  return nahraum::base::day_of(iso).value();
}

using Waits = std::vector<std::vector<std::size_t>>;

struct World {
  std::vector<PlannedMeasure> measures;
  Waits waits_for;
};

/// Measures that may wait for any other, where `circles`; else for those before them only.
World some_world(bool circles) {
  World world;
  const auto n = *rc::gen::inRange<std::size_t>(1, 8);
  for (std::size_t v = 0; v < n; ++v) {
    const int start = *rc::gen::inRange(0, 30);
    world.measures.push_back(
        {fmt::format("m{}", (v * 5) % 8), start, start + *rc::gen::inRange(0, 12), {}, {}});
    auto& waits = world.waits_for.emplace_back();
    for (std::size_t w = 0; w < (circles ? n : v); ++w) {
      if (*rc::gen::inRange(0, 4) == 0) waits.push_back(w);
    }
  }
  for (std::size_t v = 0; v < n; ++v) {
    for (const auto w : world.waits_for[v])
      world.measures[v].predecessors.push_back(world.measures[w].id);
  }
  return world;
}

int duration(const PlannedMeasure& measure) {
  return *measure.end - *measure.start + 1;
}

/// The latest finish over all chains that end in `v`, walked one by one.
int finish_by_chains(const World& world, std::size_t v, bool hold, int begin) {
  int finish = (hold ? *world.measures[v].start : begin) + duration(world.measures[v]) - 1;
  for (const auto w : world.waits_for[v])
    finish =
        std::max(finish, finish_by_chains(world, w, hold, begin) + duration(world.measures[v]));
  return finish;
}

bool reaches(const Waits& waits, std::size_t from, std::size_t to) {
  std::vector<std::size_t> stack{from};
  std::set<std::size_t> seen;
  while (!stack.empty()) {
    const auto v = stack.back();
    stack.pop_back();
    for (const auto w : waits[v]) {
      if (w == to) return true;
      if (seen.insert(w).second) stack.push_back(w);
    }
  }
  return false;
}

}  // namespace

TEST_CASE("the longest chain decides the end, and the others have slack") {
  // bench waits for plan, opening waits for bench and training; training has time.
  const std::vector<PlannedMeasure> measures{{"opening", 40, 41, {}, {"bench", "training"}},
                                             {"plan", 0, 9, {}, {}},
                                             {"bench", 10, 39, {}, {"plan"}},
                                             {"training", 5, 11, {}, {}}};
  const auto result = schedule(measures);
  CHECK(result.critical_path == std::vector<std::string>{"plan", "bench", "opening"});
  CHECK(result.begin == 0);
  CHECK(result.end == 41);
  CHECK(result.times[3]->slack() == 28);
  CHECK(result.times[3]->latest_start == 33);
  CHECK(result.times[1]->critical());
  CHECK(result.remarks.empty());
}

TEST_CASE("without holding planned starts everything begins as soon as it can") {
  const std::vector<PlannedMeasure> measures{{"a", 3, 7, {}, {}}, {"b", 20, 22, {}, {"a"}}};
  const auto held = schedule(measures);
  CHECK(held.times[1]->earliest_start == 20);
  CHECK(held.times[0]->slack() == 12);
  CHECK(held.critical_path == std::vector<std::string>{"b"});
  const auto free = schedule(measures, {false, 6});
  CHECK(free.times[1]->earliest_start == 8);
  CHECK(free.end == 10);
  CHECK(free.critical_path == std::vector<std::string>{"a", "b"});
}

TEST_CASE("measures that wait for each other are named in their order, and nothing is computed") {
  const std::vector<PlannedMeasure> measures{{"d", 0, 1, {}, {"b"}},
                                             {"b", 0, 1, {}, {"c"}},
                                             {"c", 0, 1, {}, {"d", "a"}},
                                             {"a", 0, 1, {}, {}},
                                             {"e", 0, 1, {}, {"e"}}};
  const auto result = schedule(measures);
  CHECK(result.cycles == std::vector<std::vector<std::string>>{{"b", "c", "d"}, {"e"}});
  CHECK(std::all_of(result.times.begin(), result.times.end(), [](const auto& t) { return !t; }));
  CHECK(result.critical_path.empty());
}

TEST_CASE("remarks name what is wrong with the dates") {
  const std::vector<PlannedMeasure> measures{
      {"turned", 9, 4, {}, {}},
      {"long",
       day("2027-08-31"),
       day("2028-12-31"),
       {day("2028-02-29"), day("2029-01-01"), day("2028-08-30")},
       {"gone", "open"}},
      {"open", day("2027-01-01"), {}, {}, {}},
      {"next", day("2028-12-31"), day("2029-01-05"), {}, {"long", "long"}},
      {"open", 1, 2, {}, {}},
      {"odd", std::numeric_limits<int>::min(), std::numeric_limits<int>::max(), {}, {}}};
  const auto remarks = schedule(measures).remarks;
  using F = ScheduleFault;
  CHECK(remarks ==
        std::vector<ScheduleRemark>{
            {F::end_before_start, "turned", "", 9, 4, 5},
            {F::milestone_gap, "long", "", day("2028-02-29"), day("2028-08-30"), 183},
            {F::milestone_outside, "long", "", day("2029-01-01"), day("2029-01-01"), 0},
            {F::predecessor_unknown, "long", "gone", 0, 0, 0},
            {F::predecessor_undated, "long", "open", 0, 0, 0},
            {F::dates_missing, "open", "", 0, 0, 0},
            {F::predecessor_overlaps, "next", "long", day("2028-12-31"), day("2028-12-31"), 1},
            {F::repeated_id, "open", "", 0, 0, 0},
            {F::date_out_of_range, "odd", "", 0, 0, 0}});
}

TEST_CASE("six months to the day are not too long, a day more is") {
  PlannedMeasure measure{"m", day("2027-01-15"), day("2027-07-15"), {}, {}};
  CHECK(schedule({measure}).remarks.empty());
  measure.end = day("2027-07-16");
  CHECK(schedule({measure}).remarks.size() == 1);
}

TEST_CASE("times are those of walking every chain") {
  const bool held = rc::check([] {
    const auto world = some_world(false);
    const bool hold = *rc::gen::arbitrary<bool>();
    const auto result = schedule(world.measures, {hold, 6});
    int begin = 1000;
    for (const auto& measure : world.measures)
      begin = std::min(begin, *measure.start);
    int end = 0;
    for (std::size_t v = 0; v < world.measures.size(); ++v)
      end = std::max(end, finish_by_chains(world, v, hold, begin));
    RC_ASSERT(result.end == end);
    for (std::size_t v = 0; v < world.measures.size(); ++v) {
      RC_ASSERT(result.times[v]->earliest_finish == finish_by_chains(world, v, hold, begin));
      // Slack: it alone may take that much longer, and not a day more.
      auto later = world;
      later.measures[v].end = *later.measures[v].end + result.times[v]->slack();
      RC_ASSERT(schedule(later.measures, {hold, 6}).end == end);
      later.measures[v].end = *later.measures[v].end + 1;
      RC_ASSERT(schedule(later.measures, {hold, 6}).end == end + 1);
    }
  });
  CHECK(held);
}

TEST_CASE("the critical path is a chain without a gap from its begin to the end") {
  const bool held = rc::check([] {
    const auto world = some_world(false);
    const auto result = schedule(world.measures);
    int after = 0;
    for (std::size_t k = 0; k < result.critical_path.size(); ++k) {
      const auto at = std::find_if(world.measures.begin(), world.measures.end(),
                                   [&](const auto& m) { return m.id == result.critical_path[k]; });
      const auto& times = *result.times[static_cast<std::size_t>(at - world.measures.begin())];
      RC_ASSERT(times.critical());
      if (k == 0) RC_ASSERT(times.earliest_start == *at->start);
      if (k > 0) RC_ASSERT(times.earliest_start == after);
      after = times.earliest_finish + 1;
    }
    RC_ASSERT(after == *result.end + 1);
  });
  CHECK(held);
}

TEST_CASE("a circle is found where a measure reaches itself, and each named one is one") {
  const bool held = rc::check([] {
    const auto world = some_world(true);
    const auto result = schedule(world.measures);
    const auto n = world.measures.size();
    bool any = false;
    for (std::size_t v = 0; v < n; ++v)
      any |= reaches(world.waits_for, v, v);
    RC_ASSERT(any == !result.cycles.empty());
    RC_ASSERT(any != result.times[0].has_value());
    for (const auto& circle : result.cycles) {
      for (std::size_t k = 0; k < circle.size(); ++k) {
        const auto at = std::find_if(world.measures.begin(), world.measures.end(),
                                     [&](const auto& m) { return m.id == circle[k]; });
        const auto& waits = at->predecessors;
        RC_ASSERT(std::count(waits.begin(), waits.end(), circle[(k + 1) % circle.size()]) > 0);
        RC_ASSERT(circle[0] <= circle[k]);
      }
    }
  });
  CHECK(held);
}
