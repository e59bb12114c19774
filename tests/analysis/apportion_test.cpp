#include "analysis/apportion.hpp"

#include <cmath>
#include <numeric>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using nahraum::analysis::apportion;

TEST_CASE("persons are split by largest remainder, ties to the first") {
  CHECK(apportion(10, {1, 1, 1}, {0, 0, 0}) == std::vector<int>{4, 3, 3});
  CHECK(apportion(7, {120, 250, 480}, {0, 0, 0}) == std::vector<int>{1, 2, 4});
  CHECK(apportion(3, {0, 5, 0}, {0, 0, 0}) == std::vector<int>{0, 3, 0});
  CHECK(apportion(5, {0, 0}, {0, 0}) == std::vector<int>{3, 2});
}

TEST_CASE("nobody falls below the least, and the others share the rest") {
  CHECK(apportion(10, {1, 1, 8}, {4, 0, 0}) == std::vector<int>{4, 1, 5});
  CHECK(apportion(6, {1, 1}, {3, 3}) == std::vector<int>{3, 3});
  CHECK(apportion(4, {0, 1}, {3, 0}) == std::vector<int>{3, 1});
}

TEST_CASE(
    "any split adds up exactly, respects the least, and stays within one person of its share") {
  const bool held = rc::check([] {
    const auto weights = *rc::gen::container<std::vector<double>>(
        *rc::gen::inRange(1, 40),
        rc::gen::map(rc::gen::inRange(0, 5000), [](int w) { return w / 7.0; }));
    auto least = *rc::gen::container<std::vector<int>>(weights.size(), rc::gen::inRange(0, 4));
    if (*rc::gen::arbitrary<bool>()) least.assign(weights.size(), 0);
    const int total = std::accumulate(least.begin(), least.end(), 0) + *rc::gen::inRange(0, 3000);
    const auto parts = apportion(total, weights, least);
    RC_ASSERT(std::accumulate(parts.begin(), parts.end(), 0) == total);
    for (std::size_t i = 0; i < parts.size(); ++i)
      RC_ASSERT(parts[i] >= least[i]);
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    const bool free = std::all_of(least.begin(), least.end(), [](int l) { return l == 0; });
    if (!free || sum <= 0) return;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      RC_ASSERT(std::abs(parts[i] - total * weights[i] / sum) < 1 + 1e-9);
    }
  });
  CHECK(held);
}
