#include "analysis/cover_problem.hpp"

#include <algorithm>
#include <numeric>

namespace nahraum::analysis {
namespace {

/// Demand indices so that those of the same places stand together.
std::vector<std::uint32_t> by_places(const IndexSets& places) {
  std::vector<std::uint32_t> order(places.count());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](auto a, auto b) {
    const auto x = places.of(a);
    const auto y = places.of(b);
    const auto ends = std::mismatch(x.begin(), x.end(), y.begin(), y.end());
    if (ends.first == x.end() || ends.second == y.end())
      return x.size() != y.size() ? x.size() < y.size() : a < b;
    return *ends.first < *ends.second;
  });
  return order;
}

bool same(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

/// The demand of `places` that fewest others cover.
std::uint32_t rarest(const CoverProblem& problem, std::uint32_t place) {
  const auto demand = problem.by_place.of(place);
  return *std::min_element(demand.begin(), demand.end(), [&](auto a, auto b) {
    return problem.by_demand.size(a) < problem.by_demand.size(b);
  });
}

bool dominates(const CoverProblem& problem, std::uint32_t rival, std::uint32_t place) {
  const auto big = problem.by_place.of(rival);
  const auto small = problem.by_place.of(place);
  if (big.size() < small.size() || (big.size() == small.size() && rival > place)) return false;
  return std::includes(big.begin(), big.end(), small.begin(), small.end());
}

IndexSets kept_places_by_demand(const CoverProblem& problem,
                                const std::vector<std::uint32_t>& now) {
  IndexSets sets;
  std::vector<std::uint32_t> kept;
  for (std::size_t demand = 0; demand < problem.demands(); ++demand) {
    kept.clear();
    for (const auto place : problem.by_demand.of(demand)) {
      if (now[place] != 0xFFFFFFFFu) kept.push_back(now[place]);
    }
    sets.add(kept);
  }
  return sets;
}

}  // namespace

bool Apart::fits(std::uint32_t place, const std::vector<std::uint32_t>& chosen) const {
  return std::none_of(chosen.begin(), chosen.end(),
                      [&](auto other) { return too_near(place, other); });
}

CoverProblem cover_problem(std::vector<std::int64_t> weight, IndexSets by_place, Apart apart) {
  CoverProblem problem{std::move(weight), std::move(by_place), {}, std::move(apart)};
  problem.by_demand = transposed(problem.by_place, problem.demands());
  return problem;
}

std::int64_t covered_weight(const CoverProblem& problem, const std::vector<std::uint32_t>& places) {
  std::vector<bool> covered(problem.demands(), false);
  std::int64_t sum = 0;
  for (const auto place : places) {
    for (const auto demand : problem.by_place.of(place)) {
      if (!covered[demand]) sum += problem.weight[demand];
      covered[demand] = true;
    }
  }
  return sum;
}

Reduced reduced_to(const CoverProblem& problem, const std::vector<bool>& keep) {
  Reduced result;
  std::vector<std::uint32_t> now(problem.places(), 0xFFFFFFFFu);
  Apart apart{{}, problem.apart.least_m};
  for (std::uint32_t place = 0; place < problem.places(); ++place) {
    if (!keep[place]) continue;
    now[place] = static_cast<std::uint32_t>(result.place.size());
    result.place.push_back(place);
    if (apart.least_m > 0) apart.at.push_back(problem.apart.at[place]);
  }
  const auto kept = kept_places_by_demand(problem, now);
  IndexSets merged;
  std::vector<std::int64_t> weight;
  for (const auto demand : by_places(kept)) {
    const auto places = kept.of(demand);
    if (places.empty() || problem.weight[demand] == 0) continue;
    if (merged.count() == 0 || !same(merged.of(merged.count() - 1), places)) {
      merged.add(places);
      weight.push_back(0);
    }
    weight.back() += problem.weight[demand];
  }
  auto by_place = transposed(merged, result.place.size());
  result.problem = {std::move(weight), std::move(by_place), std::move(merged), std::move(apart)};
  return result;
}

std::vector<bool> undominated(const CoverProblem& problem, const jobs::Context& context) {
  std::vector<bool> keep(problem.places(), true);
  for (std::uint32_t place = 0; place < problem.places(); ++place) {
    context.check();
    if (problem.by_place.size(place) == 0) {
      keep[place] = false;
      continue;
    }
    const auto others = problem.by_demand.of(rarest(problem, place));
    keep[place] = std::none_of(others.begin(), others.end(), [&](auto rival) {
      return rival != place && dominates(problem, rival, place);
    });
  }
  return keep;
}

}  // namespace nahraum::analysis
