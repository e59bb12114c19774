// Grades while the thresholds move: nobody is lost, wider is never worse, and what is grouped once
// answers as every home does by itself.

#include "analysis/grading.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "tests/districts/people.hpp"
#include "tests/districts/random_world.hpp"

using namespace nahraum;
using analysis::Grade;
using analysis::Limit;
using analysis::Thresholds;
using analysis::Within;

namespace {

constexpr Limit metres(double m) {
  return {Limit::Kind::metres, m};
}
constexpr Limit minutes(double min) {
  return {Limit::Kind::seconds, min * 60};
}

/// A town whose data end near some homes: grades of every kind occur.
struct Town {
  explicit Town(unsigned seed)
      : district(districts::district_of(districts::random_town(seed), districts::walker())),
        reach(analysis::reach(*district, "G04", context)) {}
  const model::Project& project() const { return *district->project; }
  const std::vector<model::Home>& homes() const { return project().homes; }
  jobs::Context context;
  std::shared_ptr<const analysis::District> district;
  std::vector<analysis::HomeReach> reach;
};

Thresholds any_thresholds() {
  const double a = *rc::gen::inRange(10, 400), b = *rc::gen::inRange(10, 400);
  const auto kind = *rc::gen::element(Limit::Kind::metres, Limit::Kind::seconds);
  return {{kind, std::min(a, b)}, {kind, std::max(a, b)}};
}

long sum(const analysis::GradeCounts& counts, long analysis::Counts::*group) {
  long all = 0;
  for (const auto& each : counts.persons)
    all += each.*group;
  return all;
}

const analysis::Counts& of(const analysis::GradeCounts& counts, Grade grade) {
  return counts.persons[static_cast<std::size_t>(grade)];
}

}  // namespace

TEST_CASE("a standard's thresholds: the catalogue's two, its own two, or one for both") {
  model::ServiceType type;
  type.id = "G04";
  type.target_m = 500, type.limit_m = 1000;
  model::Standard standard;
  using Catalogue = model::Standard::Catalogue;
  standard.from_catalogue = Catalogue::limit;
  CHECK(analysis::thresholds_of(standard, type) == Thresholds{metres(500), metres(1000)});
  standard.from_catalogue = Catalogue::target;
  CHECK(analysis::thresholds_of(standard, type)->single());
  standard.from_catalogue = Catalogue::limit;
  type.target_m.reset();
  CHECK(analysis::thresholds_of(standard, type) == Thresholds{metres(1000), metres(1000)});
  type.limit_m.reset();
  CHECK_FALSE(analysis::thresholds_of(standard, type));
  standard.everywhere = {600, std::nullopt, {}};
  standard.good = {300, std::nullopt, {}};
  CHECK(analysis::thresholds_of(standard, type) == Thresholds{metres(300), metres(600)});
  standard.good = {std::nullopt, 5, {}};  // minutes say nothing of metres
  CHECK(analysis::thresholds_of(standard, type)->single());
  standard.everywhere = {std::nullopt, 10, {}};
  CHECK(analysis::thresholds_of(standard, type) == Thresholds{minutes(5), minutes(10)});
}

TEST_CASE("every person of the district has one grade, and coverage counts the same") {
  CHECK(rc::check("sums", [](unsigned seed) {
    const Town town(seed);
    const auto asked = any_thresholds();
    const auto counts = analysis::count_grades(town.project(), town.reach, asked);
    const auto near = analysis::coverage(*town.district, "G04", town.reach, asked.target);
    const auto far = analysis::coverage(*town.district, "G04", town.reach, asked.limit);
    RC_ASSERT(sum(counts, &analysis::Counts::all) == far.all.total);
    RC_ASSERT(of(counts, Grade::good).all == near.all.covered);
    RC_ASSERT(of(counts, Grade::good).all + of(counts, Grade::sufficient).all == far.all.covered);
    RC_ASSERT(of(counts, Grade::gap).age_65 == far.age_65.gap);
    RC_ASSERT(of(counts, Grade::unknown).age_80 == far.age_80.not_assessable);
    RC_ASSERT(counts.homes[0] + counts.homes[1] == far.homes_covered);
    RC_ASSERT(counts.homes[2] == far.homes_gap);
    RC_ASSERT(counts.homes[3] == far.homes_not_assessable);
  }));
}

TEST_CASE("farther thresholds never make a grade worse") {
  CHECK(rc::check("monotone", [](unsigned seed) {
    const Town town(seed);
    const auto asked = any_thresholds();
    auto wider = asked;
    wider.limit.value += *rc::gen::inRange(0, 200);
    const bool both = *rc::gen::arbitrary<bool>();
    if (both) wider.target.value = std::min(wider.limit.value, asked.target.value + 90);
    for (std::size_t i = 0; i < town.reach.size(); ++i) {
      const auto before = analysis::grade_of(town.reach[i], asked.target, asked.limit);
      const auto after = analysis::grade_of(town.reach[i], wider.target, wider.limit);
      // what could not be assessed may become an answer, and a gap may become unknown
      if (before == Grade::good) RC_ASSERT(after == Grade::good);
      if (before == Grade::sufficient) RC_ASSERT(after <= Grade::sufficient);
      if (before == Grade::unknown) RC_ASSERT(after != Grade::gap);
    }
  }));
}

TEST_CASE("groups of homes answer as each home by itself, at every pair of steps") {
  CHECK(rc::check("twin", [](unsigned seed) {
    const Town town(seed);
    const auto kind = *rc::gen::element(Limit::Kind::metres, Limit::Kind::seconds);
    const auto values = *rc::gen::container<std::vector<int>>(5, rc::gen::inRange(10, 500));
    std::vector<Limit> steps;
    for (const int value : values)
      steps.push_back({kind, static_cast<double>(value)});
    const Limit second = *rc::gen::element(metres(120), minutes(2.5));
    const auto grouped = analysis::grade_groups(town.project(), town.reach, steps, second);
    for (std::size_t i = 0; i < town.homes().size(); ++i) {
      RC_ASSERT((grouped.of_home[i] >= 0) == town.homes()[i].in_district);
      if (grouped.of_home[i] < 0) continue;
      const auto& group = grouped.groups[static_cast<std::size_t>(grouped.of_home[i])];
      for (std::uint32_t limit = 0; limit < grouped.steps.size(); ++limit) {
        for (std::uint32_t target = 0; target <= limit; ++target) {
          RC_ASSERT(analysis::grade_of(group, target, limit) ==
                    analysis::grade_of(town.reach[i], grouped.steps[target], grouped.steps[limit]));
        }
        const auto a = analysis::within(town.reach[i], grouped.steps[limit]);
        const auto b = analysis::within(town.reach[i], second);
        const bool unknown = a == Within::unknown || b == Within::unknown;
        RC_ASSERT(analysis::falls_between(group, limit) == (!unknown && a != b));
      }
    }
  }));
}

TEST_CASE("who falls between is who compare() counts between") {
  CHECK(rc::check("between", [](unsigned seed) {
    const Town town(seed);
    const auto asked = any_thresholds();
    const Limit second = *rc::gen::element(metres(150), minutes(2));
    const auto counted = analysis::compare(*town.district, town.reach, asked.limit, second);
    const auto grouped =
        analysis::grade_groups(town.project(), town.reach, {asked.target, asked.limit}, second);
    const auto limit = grouped.step(asked.limit).value();
    long homes = 0;
    for (const auto index : grouped.of_home) {
      if (index < 0) continue;
      homes += analysis::falls_between(grouped.groups[static_cast<std::size_t>(index)], limit);
    }
    RC_ASSERT(homes == counted.homes_first_only + counted.homes_second_only);
  }));
}

TEST_CASE("a group that nobody counted stays unknown in every grade") {
  model::Project project;
  model::Home home;
  home.residents.all = 7;
  project.homes = {home, home};
  analysis::HomeReach near;
  near.status = analysis::Status::ok;
  near.cost = base::Millis(60'000), near.metres = 80;
  const auto counts = analysis::count_grades(project, {near, near}, {metres(100), metres(200)});
  CHECK(counts.persons[0] == analysis::Counts{14, -1, -1});
  CHECK(counts.persons[2] == analysis::Counts{0, -1, -1});
}
