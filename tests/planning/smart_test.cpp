#include "planning/smart.hpp"

#include <cmath>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace nahraum::planning;
using V = SmartVerdict;
using G = SmartGap;

namespace {

Goal good() {
  Goal goal;
  goal.text = "Mehr Hochaltrige erreichen eine Apotheke";
  goal.group = "80+";
  goal.indicator = "Anteil in 10 Minuten";
  goal.unit = "%";
  goal.baseline = 42;
  goal.target = 60;
  goal.owner = "Quartiersbüro";
  goal.start = 20800;
  goal.due = 21200;
  return goal;
}

SmartJudgement judge(const Goal& goal, SmartLetter letter) {
  return smart_check(goal)[static_cast<std::size_t>(letter)];
}

}  // namespace

TEST_CASE("a goal with everything is SMART") {
  const auto all = smart_check(good());
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(all[i].letter == static_cast<SmartLetter>(i));
    CHECK(all[i].verdict == V::met);
    CHECK(all[i].gaps.empty());
  }
}

TEST_CASE("each letter says what is missing") {
  auto goal = good();
  goal.group = " \t";
  CHECK(judge(goal, SmartLetter::specific).gaps == std::vector<G>{G::place_and_group_missing});
  goal.place = "Bahnhofstraße";
  CHECK(judge(goal, SmartLetter::specific).verdict == V::met);
  goal.baseline.reset();
  CHECK(judge(goal, SmartLetter::measurable).verdict == V::cannot_be_judged);
  goal.unit.clear();
  CHECK(judge(goal, SmartLetter::measurable).verdict == V::not_met);
  CHECK(judge(goal, SmartLetter::measurable).gaps ==
        std::vector<G>{G::unit_missing, G::baseline_missing});
  goal = good();
  goal.target = 42;
  CHECK(judge(goal, SmartLetter::measurable).gaps == std::vector<G>{G::target_is_baseline});
  goal.owner.clear();
  CHECK(judge(goal, SmartLetter::accepted).verdict == V::not_met);
}

TEST_CASE("realistic is what is possible, as far as that is stated") {
  auto goal = good();
  goal.target = 104;
  CHECK(judge(goal, SmartLetter::realistic).gaps == std::vector<G>{G::target_impossible});
  goal.unit = "Personen";
  CHECK(judge(goal, SmartLetter::realistic).verdict == V::cannot_be_judged);
  goal.most_possible = 588;
  CHECK(judge(goal, SmartLetter::realistic).verdict == V::met);
  goal.least_possible = 105;
  CHECK(judge(goal, SmartLetter::realistic).verdict == V::not_met);
  goal.target = NAN;
  CHECK(judge(goal, SmartLetter::realistic).verdict == V::cannot_be_judged);
}

TEST_CASE("timed needs a due date after the start") {
  auto goal = good();
  goal.due = goal.start;
  CHECK(judge(goal, SmartLetter::timed).gaps == std::vector<G>{G::due_not_after_start});
  goal.start.reset();
  CHECK(judge(goal, SmartLetter::timed).verdict == V::cannot_be_judged);
  goal.due.reset();
  CHECK(judge(goal, SmartLetter::timed).verdict == V::not_met);
}

TEST_CASE("a letter is met exactly where nothing is amiss") {
  const bool held = rc::check([] {
    Goal goal = good();
    if (*rc::gen::arbitrary<bool>()) goal.text.clear();
    if (*rc::gen::arbitrary<bool>()) goal.indicator.clear();
    if (*rc::gen::arbitrary<bool>()) goal.unit = *rc::gen::element<std::string>("", "%", "min");
    if (*rc::gen::arbitrary<bool>()) goal.baseline = *rc::gen::arbitrary<double>();
    if (*rc::gen::arbitrary<bool>()) goal.target = *rc::gen::arbitrary<double>();
    if (*rc::gen::arbitrary<bool>()) goal.due.reset();
    for (const auto& letter : smart_check(goal))
      RC_ASSERT((letter.verdict == V::met) == letter.gaps.empty());
  });
  CHECK(held);
}
