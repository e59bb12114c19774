#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "analysis/p_median.hpp"
#include "analysis/subgradient.hpp"

namespace nahraum::analysis {
namespace {

/// −L(u) = −Σ u − the p least Σ min(0, weight · cost − u) of a place's ways; u ≤ weight · present,
/// so that staying with what is there never costs less than u.
class Relaxation {
 public:
  Relaxation(const PMedianProblem& problem, std::size_t sites, std::int64_t incumbent)
      : problem_(problem),
        sites_(std::min(sites, problem.places())),
        incumbent_(static_cast<double>(incumbent)),
        score_(problem.places()),
        order_(problem.places()),
        promising_(problem.places(), true) {
    std::iota(order_.begin(), order_.end(), 0U);
  }

  double operator()(const std::vector<double>& u, std::vector<double>& slope) {
    double value = 0;
    for (std::size_t i = 0; i < u.size(); ++i) {
      value += u[i];
      slope[i] = -1;
    }
    choose(u);
    for (std::size_t s = 0; s < sites_; ++s) {
      value += score_[order_[s]];
      for (const auto& way : problem_.of(order_[s]))
        slope[way.demand] += cost(way) < u[way.demand] ? 1 : 0;
    }
    rule_out(value);
    return -value;
  }
  std::vector<bool> promising() && { return std::move(promising_); }

 private:
  double cost(const PMedianProblem::Way& way) const {
    return static_cast<double>(problem_.weight[way.demand]) * way.cost;
  }
  void choose(const std::vector<double>& u) {
    for (std::size_t place = 0; place < score_.size(); ++place) {
      score_[place] = 0;
      for (const auto& way : problem_.of(place))
        score_[place] += std::min(0.0, cost(way) - u[way.demand]);
    }
    std::partial_sort(
        order_.begin(), order_.begin() + static_cast<std::ptrdiff_t>(sites_), order_.end(),
        [&](auto a, auto b) { return score_[a] != score_[b] ? score_[a] < score_[b] : a < b; });
  }
  void rule_out(double value) {
    if (sites_ == 0) return;
    const double least = score_[order_[sites_ - 1]];
    for (std::size_t s = sites_; s < order_.size(); ++s) {
      const double with_it = value - least + score_[order_[s]];
      if (with_it > incumbent_ - 1 + slack()) promising_[order_[s]] = false;
    }
  }
  /// Rounding errors of the long sums stay below.
  double slack() const { return 0.01 + 1e-11 * incumbent_; }

  const PMedianProblem& problem_;
  std::size_t sites_;
  double incumbent_;
  std::vector<double> score_;
  std::vector<std::uint32_t> order_;
  std::vector<bool> promising_;
};

/// What everybody's way costs with the incumbent: a good guess at the multipliers.
std::vector<double> present_costs(const PMedianProblem& problem, const Chosen& incumbent) {
  std::vector<std::uint32_t> cost = problem.present;
  for (const auto place : incumbent.places) {
    for (const auto& way : problem.of(place))
      cost[way.demand] = std::min(cost[way.demand], way.cost);
  }
  std::vector<double> u(problem.demands());
  for (std::size_t i = 0; i < u.size(); ++i)
    u[i] = static_cast<double>(problem.weight[i]) * cost[i];
  return u;
}

}  // namespace

MedianBound p_median_bound(const PMedianProblem& problem, std::size_t sites,
                           const Chosen& incumbent, double touches, const jobs::Context& context) {
  auto u = present_costs(problem, incumbent);
  Relaxation relaxation(problem, sites, incumbent.value);
  const auto per_round = static_cast<double>(problem.ways.size() + problem.places() + 1);
  const auto rounds = static_cast<int>(std::clamp(touches / per_round, 30.0, 400.0));
  const auto at_most_present = [&](std::size_t i, double value) {
    return std::clamp(value, 0.0, static_cast<double>(problem.weight[i]) * problem.present[i]);
  };
  const auto incumbent_cost = static_cast<double>(incumbent.value);
  const double highest = -lowest_by_subgradient(u, -incumbent_cost, rounds, std::ref(relaxation),
                                                at_most_present, context);
  MedianBound bound;
  const double safe = highest - 0.01 - 1e-11 * incumbent_cost;
  bound.value =
      std::clamp(static_cast<std::int64_t>(std::ceil(safe)), std::int64_t{0}, incumbent.value);
  bound.promising = std::move(relaxation).promising();
  return bound;
}

}  // namespace nahraum::analysis
