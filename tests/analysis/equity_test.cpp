#include "analysis/equity.hpp"

#include <cmath>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace nahraum;
using analysis::Holding;

namespace {

double gini_of(const std::vector<Holding>& holdings) {
  return analysis::gini(analysis::lorenz(holdings)).value();
}

/// Gini by its other definition: half the mean absolute difference of all pairs over the mean.
double gini_by_pairs(const std::vector<Holding>& holdings) {
  double people = 0, amount = 0, differences = 0;
  for (const auto& a : holdings) {
    people += a.people;
    amount += a.people * a.amount;
    for (const auto& b : holdings)
      differences += a.people * b.people * std::fabs(a.amount - b.amount);
  }
  return differences / (2 * people * amount);
}

}  // namespace

TEST_CASE("the Gini of one to five is four fifteenths") {
  CHECK(gini_of({{5, 1}, {2, 1}, {1, 1}, {4, 1}, {3, 1}}) == Approx(4.0 / 15));
}

TEST_CASE("Gini: all alike is 0, one of n with everything is 1 − 1/n") {
  CHECK(gini_of({{7, 3}, {7, 12}}) == Approx(0).margin(1e-12));
  CHECK(gini_of({{0, 9}, {40, 1}}) == Approx(0.9));
}

TEST_CASE("Gini is undefined where nobody has anything") {
  CHECK_FALSE(analysis::gini(analysis::lorenz({{0, 3}, {0, 8}})));
  CHECK_FALSE(analysis::gini(analysis::lorenz({{5, 0}})));
  CHECK_FALSE(analysis::gini(analysis::lorenz({})));
}

TEST_CASE("Gini is half the mean difference of all pairs") {
  CHECK(rc::check("two definitions", [] {
    std::vector<Holding> holdings{{1, 1}};
    const int homes = *rc::gen::inRange(1, 12);
    for (int i = 0; i < homes; ++i) {
      holdings.push_back({static_cast<double>(*rc::gen::inRange(0, 20)),
                          static_cast<double>(*rc::gen::inRange(0, 7))});
    }
    RC_ASSERT(std::fabs(gini_of(holdings) - gini_by_pairs(holdings)) < 1e-9);
  }));
}

TEST_CASE("the Lorenz curve runs below the diagonal and is read between its points") {
  const auto curve = analysis::lorenz({{10, 2}, {0, 5}, {2, 3}});  // 26 in all, 10 people
  REQUIRE(curve.size() == 4);
  CHECK(curve[1].people == Approx(0.5));
  CHECK(curve[1].amount == 0);
  CHECK(curve[2].amount == Approx(6.0 / 26));
  CHECK(analysis::amount_of_first(curve, 0.5) == 0);
  CHECK(analysis::amount_of_first(curve, 0.9) == Approx(16.0 / 26));
  CHECK(analysis::amount_of_first(curve, 1) == 1);
  for (const auto& point : curve)
    CHECK(point.amount <= point.people + 1e-12);
}

TEST_CASE("a concentration curve keeps its own order and may be negative") {
  const std::vector<Holding> ranked{{9, 1}, {3, 1}, {0, 2}};
  CHECK(analysis::gini(analysis::concentration(ranked)).value() < 0);
  CHECK(analysis::gini(analysis::lorenz(ranked)).value() > 0);
}

TEST_CASE("quantiles count people, not homes") {
  const std::vector<Holding> holdings{{8, 1}, {3, 30}, {1, 9}, {99, 0}};
  CHECK(analysis::weighted_quantile(holdings, 0.1).value() == 1);
  CHECK(analysis::weighted_quantile(holdings, 0.5).value() == 3);
  CHECK(analysis::weighted_quantile(holdings, 1).value() == 8);
  CHECK_FALSE(analysis::weighted_quantile({{4, 0}}, 0.5));
}

TEST_CASE("the group gap is coverage less coverage") {
  analysis::GroupCoverage old, all;
  old.share = 0.4;
  all.share = 0.55;
  CHECK(analysis::group_gap(old, all).value() == Approx(-0.15));
  old.share.reset();
  CHECK_FALSE(analysis::group_gap(old, all));
}
