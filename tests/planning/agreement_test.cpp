#include "planning/agreement.hpp"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

using namespace nahraum::planning;

namespace {

const std::vector<GroupPin> pins{
    {"09", "red", "like", 1, {0, 0}},      {"02", "blue", "like", 1, {30, 0}},
    {"03", "blue", "like", 1, {50, 10}},   {"04", "green", "like", 0, {55, 0}},
    {"05", "red", "like", 1, {900, 0}},    {"06", "green", "avoid", -1, {20, 5}},
    {"07", "green", "avoid", -1, {25, 5}}, {"08", "green", "avoid", -1, {22, -5}},
};

}  // namespace

TEST_CASE("a place is told with how many of those who answered marked it") {
  const auto all = agreement(pins, {"yellow", "red", "blue", "green"});
  REQUIRE(all.size() == 2);
  CHECK(all[0].question == "avoid");
  CHECK(all[0].answered == std::vector<std::string>{"green"});
  CHECK(all[0].silent == std::vector<std::string>{"blue", "red", "yellow"});
  CHECK(all[0].places[0].avoided_by == std::vector<std::string>{"green"});
  const auto& like = all[1];
  CHECK(like.answered.size() == 3);
  CHECK(like.silent == std::vector<std::string>{"yellow"});
  REQUIRE(like.places.size() == 1);
  CHECK(like.places[0].groups == std::vector<std::string>{"blue", "green", "red"});
  CHECK(like.places[0].liked_by == std::vector<std::string>{"blue", "red"});
  CHECK_FALSE(like.places[0].dissent());  // marking without a value is no dissent
  CHECK(like.places[0].pins == std::vector<std::size_t>{1, 2, 3, 0});
  CHECK(like.places[0].at.x == Approx(33.75));
  CHECK(like.alone == std::vector<std::size_t>{4});
}

TEST_CASE("dissent is found across questions") {
  const auto places = dissent(pins);
  REQUIRE(places.size() == 1);
  CHECK(places[0].liked_by == std::vector<std::string>{"blue", "red"});
  CHECK(places[0].avoided_by == std::vector<std::string>{"green"});
  CHECK(places[0].pins.size() == 6);
}

TEST_CASE("a group at odds with itself is no dissent") {
  const auto places = dissent(
      {{"1", "red", "q", 1, {0, 0}}, {"2", "red", "q", -5, {1, 0}}, {"3", "blue", "q", 1, {2, 0}}});
  CHECK(places.empty());
}

TEST_CASE("every pin is in one place or alone, and groups are counted from the pins") {
  const bool held = rc::check([] {
    std::vector<GroupPin> some;
    const int n = *rc::gen::inRange(0, 40);
    for (int i = 0; i < n; ++i) {
      some.push_back({fmt::format("{}", (i * 17) % 41),
                      fmt::format("g{}", *rc::gen::inRange(0, 4)),
                      fmt::format("q{}", *rc::gen::inRange(0, 3)),
                      *rc::gen::inRange(-1, 2),
                      {*rc::gen::inRange(0, 400) * 1.0, *rc::gen::inRange(0, 300) * 1.0}});
    }
    std::multiset<std::size_t> seen;
    for (const auto& question : agreement(some, {"g9"})) {
      seen.insert(question.alone.begin(), question.alone.end());
      RC_ASSERT(question.answered.size() + question.silent.size() >= 1);
      for (const auto& place : question.places) {
        std::set<std::string> groups;
        for (const auto i : place.pins) {
          groups.insert(some[i].group);
          seen.insert(i);
          RC_ASSERT(some[i].question == question.question);
        }
        RC_ASSERT(std::vector<std::string>(groups.begin(), groups.end()) == place.groups);
        RC_ASSERT(place.groups.size() <= question.answered.size());
        RC_ASSERT(place.liked_by.size() + place.avoided_by.size() <= place.groups.size());
      }
    }
    RC_ASSERT(seen.size() == some.size());
    RC_ASSERT(std::set<std::size_t>(seen.begin(), seen.end()).size() == some.size());
  });
  CHECK(held);
}
