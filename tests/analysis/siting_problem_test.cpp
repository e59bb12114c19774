/// Siting on made-up incidences: heuristics, bounds and CBC against every subset.

#include <cmath>
#include <random>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "analysis/siting_exact.hpp"
#include "analysis/siting_program.hpp"

using namespace nahraum;
using namespace nahraum::analysis;

namespace {

/// Places and demand strewn over a square of 1 km; who is near covers.
struct Strewn {
  CoverProblem cover;
  PMedianProblem median;

  Strewn(unsigned seed, int places, int demands, double apart_m) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> somewhere(0, 1000);
    std::vector<geo::Point> people(static_cast<std::size_t>(demands));
    std::vector<std::int64_t> weight;
    std::vector<std::uint32_t> present;
    for (auto& at : people) {
      at = {somewhere(random), somewhere(random)};
      weight.push_back(static_cast<int>(random() % 9));  // sometimes nobody
      present.push_back(250000 + random() % 600000);
    }
    Apart apart{{}, apart_m};
    IndexSets sets;
    for (int place = 0; place < places; ++place) {
      apart.at.push_back({somewhere(random), somewhere(random)});
      std::vector<std::uint32_t> near;
      for (std::uint32_t i = 0; i < people.size(); ++i) {
        const double metres = geo::distance(people[i], apart.at.back());
        if (metres < 260) near.push_back(i);
        const auto cost = static_cast<std::uint32_t>(metres * 1000);
        if (cost < present[i]) median.ways.push_back({i, cost});
      }
      sets.add(near);
      median.begin.push_back(median.ways.size());
    }
    median.weight = weight;
    median.present = std::move(present);
    median.apart = apart;
    cover = cover_problem(std::move(weight), std::move(sets), std::move(apart));
  }
};

template <class Visit>
void each_subset(std::size_t places, const Apart& apart, Visit visit) {
  for (std::uint32_t bits = 0; bits < (1U << places); ++bits) {
    std::vector<std::uint32_t> subset;
    bool fits = true;
    for (std::uint32_t place = 0; place < places && fits; ++place) {
      if ((bits >> place & 1U) == 0) continue;
      fits = apart.fits(place, subset);
      subset.push_back(place);
    }
    if (fits) visit(subset);
  }
}

std::int64_t best_cover(const CoverProblem& problem, std::size_t sites) {
  std::int64_t best = 0;
  each_subset(problem.places(), problem.apart, [&](const auto& subset) {
    if (subset.size() <= sites) best = std::max(best, covered_weight(problem, subset));
  });
  return best;
}

std::int64_t least_cost(const PMedianProblem& problem, std::size_t sites) {
  std::int64_t least = total_cost(problem, {});
  each_subset(problem.places(), problem.apart, [&](const auto& subset) {
    if (subset.size() <= sites) least = std::min(least, total_cost(problem, subset));
  });
  return least;
}

/// Fewest places that cover whatever can be covered.
std::int64_t fewest(const CoverProblem& problem) {
  std::vector<std::uint32_t> all;
  for (std::uint32_t place = 0; place < problem.places(); ++place)
    all.push_back(place);
  const auto everything = covered_weight(problem, all);
  auto least = static_cast<std::int64_t>(all.size());
  each_subset(problem.places(), {}, [&](const auto& subset) {
    if (covered_weight(problem, subset) == everything)
      least = std::min(least, static_cast<std::int64_t>(subset.size()));
  });
  return least;
}

bool apart_enough(const Apart& apart, const std::vector<std::uint32_t>& places) {
  std::vector<std::uint32_t> before;
  for (const auto place : places) {
    if (!apart.fits(place, before)) return false;
    before.push_back(place);
  }
  return true;
}

constexpr base::Seconds long_enough{60};
constexpr double some_touches = 1e6;

}  // namespace

TEST_CASE("maximal cover: greedy, exchange, bound and CBC against every subset") {
  CHECK(rc::check("", [](unsigned seed) {
    const double apart_m = seed % 3 == 0 ? 300 : 0;
    const Strewn town(seed, 11, 40, apart_m);
    const auto sites = 1 + seed % 4;
    jobs::Context context;
    const auto optimum = best_cover(town.cover, sites);
    const auto greedy = mclp_greedy(town.cover, sites, context);
    const auto swapped = mclp_swap(town.cover, greedy, sites, context);
    RC_ASSERT(greedy.value == covered_weight(town.cover, greedy.places));
    RC_ASSERT(swapped.value == covered_weight(town.cover, swapped.places));
    if (apart_m <= 0) RC_ASSERT(double(greedy.value) >= (1 - 1 / std::exp(1.0)) * double(optimum));
    RC_ASSERT(swapped.value >= greedy.value);
    RC_ASSERT(swapped.value <= optimum);
    RC_ASSERT(swapped.places.size() <= sites);
    RC_ASSERT(apart_enough(town.cover.apart, swapped.places));
    RC_ASSERT(mclp_bound(town.cover, sites, greedy, some_touches, context).value >= optimum);
    RC_ASSERT(mclp_bound(town.cover, sites, {}, 1, context).value >= optimum);
    const auto exact = exact_mclp(town.cover, sites, greedy, long_enough, context);
    RC_ASSERT(exact.proven);
    RC_ASSERT(exact.chosen.value == optimum);
    RC_ASSERT(exact.bound == optimum);
    RC_ASSERT(exact.chosen.places.size() <= sites);
    RC_ASSERT(apart_enough(town.cover.apart, exact.chosen.places));
    RC_ASSERT(covered_weight(town.cover, exact.chosen.places) == optimum);
  }));
}

TEST_CASE("p-median: greedy, exchange, bound and CBC against every subset") {
  CHECK(rc::check("", [](unsigned seed) {
    const double apart_m = seed % 3 == 0 ? 300 : 0;
    const Strewn town(seed, 10, 25, apart_m);
    const auto sites = 1 + seed % 4;
    jobs::Context context;
    const auto optimum = least_cost(town.median, sites);
    const auto greedy = p_median_greedy(town.median, sites, context);
    const auto swapped = p_median_swap(town.median, greedy, sites, context);
    RC_ASSERT(greedy.value == total_cost(town.median, greedy.places));
    RC_ASSERT(swapped.value == total_cost(town.median, swapped.places));
    RC_ASSERT(swapped.value <= greedy.value);
    RC_ASSERT(swapped.value >= optimum);
    RC_ASSERT(apart_enough(town.median.apart, swapped.places));
    RC_ASSERT(p_median_bound(town.median, sites, greedy, some_touches, context).value <= optimum);
    const Chosen nothing{{}, total_cost(town.median, {})};
    RC_ASSERT(p_median_bound(town.median, sites, nothing, 1, context).value <= optimum);
    const auto exact = exact_p_median(town.median, sites, greedy, long_enough, context);
    RC_ASSERT(exact.proven);
    RC_ASSERT(exact.chosen.value == optimum);
    RC_ASSERT(exact.chosen.places.size() <= sites);
    RC_ASSERT(apart_enough(town.median.apart, exact.chosen.places));
  }));
}

TEST_CASE("set covering: greedy, bound and CBC against every subset") {
  CHECK(rc::check("", [](unsigned seed) {
    const Strewn town(seed, 12, 30, 0);
    jobs::Context context;
    const auto optimum = fewest(town.cover);
    const auto greedy = lscp_greedy(town.cover, context);
    std::vector<std::uint32_t> all;
    for (std::uint32_t place = 0; place < town.cover.places(); ++place)
      all.push_back(place);
    const auto everything = covered_weight(town.cover, all);
    RC_ASSERT(covered_weight(town.cover, greedy.places) == everything);
    RC_ASSERT(greedy.value >= optimum);
    RC_ASSERT(lscp_bound(town.cover, greedy, some_touches, context).value <= optimum);
    const auto exact = exact_lscp(town.cover, greedy, long_enough, context);
    RC_ASSERT(exact.proven);
    RC_ASSERT(exact.chosen.value == optimum);
    RC_ASSERT(covered_weight(town.cover, exact.chosen.places) == everything);
  }));
}

TEST_CASE("CBC itself finds what enumeration finds, without reductions and bounds") {
  CHECK(rc::check("", [](unsigned seed) {
    const Strewn town(seed, 10, 25, seed % 2 ? 350.0 : 0.0);
    jobs::Context context;
    const std::size_t sites = 2 + seed % 3;
    const auto cover = solve_apart(mclp_program(town.cover, sites), town.cover.apart, 10,
                                   std::nullopt, long_enough, context);
    RC_ASSERT(cover.finished && cover.found());
    RC_ASSERT(std::llround(-cover.objective) == best_cover(town.cover, sites));
    auto program = p_median_program(town.median, sites, 100000).value();
    const auto median =
        solve_apart(program.model, town.median.apart, 10, std::nullopt, long_enough, context);
    RC_ASSERT(median.finished && median.found());
    const double cost = (median.objective + program.constant) * program.unit;
    RC_ASSERT(std::llround(cost) == least_cost(town.median, sites));
  }));
}

TEST_CASE("one place more never covers less and never lengthens a way") {
  CHECK(rc::check("", [](unsigned seed) {
    const Strewn town(seed, 14, 40, 0);
    std::vector<std::uint32_t> places;
    for (const std::uint32_t next : {9U, 2U, 13U, 5U}) {
      const auto covered = covered_weight(town.cover, places);
      const auto cost = total_cost(town.median, places);
      places.push_back(next);
      RC_ASSERT(covered_weight(town.cover, places) >= covered);
      RC_ASSERT(total_cost(town.median, places) <= cost);
    }
  }));
}

TEST_CASE("reducing a problem keeps its optimum") {
  CHECK(rc::check("", [](unsigned seed) {
    const Strewn town(seed, 11, 40, 0);
    jobs::Context context;
    const auto small = reduced_to(town.cover, undominated(town.cover, context));
    RC_ASSERT(small.problem.places() <= town.cover.places());
    RC_ASSERT(best_cover(small.problem, 3) == best_cover(town.cover, 3));
    RC_ASSERT(fewest(small.problem) == fewest(town.cover));
  }));
}

TEST_CASE("a search that is cut short still tells the truth about the optimum") {
  const Strewn town(7, 400, 900, 0);
  jobs::Context context;
  const auto start = mclp_greedy(town.cover, 12, context);
  const auto whole = exact_mclp(town.cover, 12, start, long_enough, context);
  REQUIRE(whole.proven);
  for (const double seconds : {0.01, 0.05, 0.1, 0.2, 0.4}) {
    const auto cut =
        solve_mip(mclp_program(town.cover, 12), std::nullopt, base::Seconds(seconds), "", context);
    CHECK(cut.bound <= -static_cast<double>(whole.chosen.value) + 1e-6);
    if (cut.found()) CHECK(cut.objective >= -static_cast<double>(whole.chosen.value) - 1e-6);
    if (cut.finished) CHECK(std::llround(-cut.objective) == whole.chosen.value);
  }
}

TEST_CASE("a cancelled proof ends with the job") {
  const Strewn town(7, 400, 900, 0);
  jobs::Context* running = nullptr;
  jobs::Context context([&](double, const std::string&) { running->cancel(); });
  running = &context;
  CHECK_THROWS_AS(solve_mip(mclp_program(town.cover, 12), std::nullopt, long_enough, "", context),
                  jobs::Cancelled);
}
