#include "planning/stakeholders.hpp"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

using namespace nahraum::planning;

TEST_CASE("two raters are averaged, and who is far apart is flagged") {
  const auto matrix = stakeholder_matrix({"housing", "doctor", "club", "church", "shop"},
                                         {{"housing", "r1", 9, 8},
                                          {"housing", "r2", 5, 7},  // 4 apart
                                          {"doctor", "r1", 8, 2},
                                          {"doctor", "r2", 5, {}},  // 3 apart is not more than 3
                                          {"club", "r1", 4, 5},
                                          {"church", "r2", 4.9, 4.9},
                                          {"shop", "r1", 7, {}}});
  REQUIRE(matrix.actors.size() == 5);
  CHECK(*matrix.actors[0].influence.mean == 7);
  CHECK(matrix.actors[0].influence.disputed);
  CHECK_FALSE(matrix.actors[0].interest.disputed);
  CHECK(matrix.actors[0].quadrant == Quadrant::engage_closely);
  CHECK(matrix.actors[1].quadrant == Quadrant::keep_satisfied);
  CHECK(matrix.actors[1].interest.raters == 1);
  CHECK_FALSE(matrix.actors[1].disputed());
  CHECK(matrix.actors[2].quadrant == Quadrant::keep_informed);  // 5 is high
  CHECK(matrix.actors[3].quadrant == Quadrant::monitor);
  CHECK_FALSE(matrix.actors[4].quadrant);  // nobody rated the interest: unknown is not zero
  CHECK_FALSE(matrix.actors[4].interest.mean);
}

TEST_CASE("ratings that cannot be are listed and counted nowhere") {
  const auto matrix = stakeholder_matrix({"a"}, {{"a", "r1", 11, 3},
                                                 {"a", "r2", NAN, 3},
                                                 {"b", "r1", 1, 1},
                                                 {"a", "r3", 6, 2},
                                                 {"a", "r3", 1, 1}});
  CHECK(matrix.faulty == std::vector<FaultyRating>{{0, RatingFault::out_of_range},
                                                   {1, RatingFault::out_of_range},
                                                   {2, RatingFault::unknown_actor},
                                                   {4, RatingFault::same_rater_again}});
  CHECK(*matrix.actors[0].influence.mean == 6);
  CHECK(matrix.actors[0].influence.raters == 1);
}

TEST_CASE("the order of the ratings changes nothing, and a mean lies between its ratings") {
  const bool held = rc::check([] {
    std::vector<StakeholderRating> ratings;
    const int n = *rc::gen::inRange(0, 12);
    for (int r = 0; r < n; ++r) {
      StakeholderRating rating{fmt::format("{}", r % 3), fmt::format("r{}", r), {}, {}};
      if (*rc::gen::arbitrary<bool>()) rating.influence = *rc::gen::inRange(0, 101) / 10.0;
      if (*rc::gen::arbitrary<bool>()) rating.interest = *rc::gen::inRange(0, 101) / 10.0;
      ratings.push_back(rating);
    }
    const std::vector<std::string> actors{"2", "0", "1"};
    const auto matrix = stakeholder_matrix(actors, ratings);
    std::reverse(ratings.begin(), ratings.end());
    const auto turned = stakeholder_matrix(actors, ratings);
    for (std::size_t i = 0; i < actors.size(); ++i) {
      const auto& axis = matrix.actors[i].influence;
      RC_ASSERT(axis.mean == turned.actors[i].influence.mean);
      RC_ASSERT(axis.mean.has_value() == (axis.raters > 0));
      if (axis.mean) RC_ASSERT(*axis.mean >= axis.low - 1e-9 && *axis.mean <= axis.high + 1e-9);
      RC_ASSERT(axis.disputed == (axis.spread() > 3));
      RC_ASSERT(matrix.actors[i].quadrant.has_value() ==
                (axis.mean && matrix.actors[i].interest.mean));
    }
  });
  CHECK(held);
}
