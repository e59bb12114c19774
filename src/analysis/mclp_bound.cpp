#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "analysis/mclp.hpp"
#include "analysis/subgradient.hpp"

namespace nahraum::analysis {
namespace {

/// L(u) = Σ (w − u) + the p largest Σ u of a place's demand, 0 ≤ u ≤ w: never below the optimum.
/// With u = w where the incumbent does not cover and 0 elsewhere it is the submodular bound.
class Relaxation {
 public:
  Relaxation(const CoverProblem& problem, std::size_t sites, std::int64_t incumbent)
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
      value += static_cast<double>(problem_.weight[i]) - u[i];
      slope[i] = -1;
    }
    choose(u);
    for (std::size_t s = 0; s < sites_; ++s) {
      value += score_[order_[s]];
      for (const auto demand : problem_.by_place.of(order_[s]))
        slope[demand] += 1;
    }
    rule_out(value);
    return value;
  }
  std::vector<bool> promising() && { return std::move(promising_); }

 private:
  void choose(const std::vector<double>& u) {
    for (std::size_t place = 0; place < score_.size(); ++place) {
      score_[place] = 0;
      for (const auto demand : problem_.by_place.of(place))
        score_[place] += u[demand];
    }
    std::partial_sort(
        order_.begin(), order_.begin() + static_cast<std::ptrdiff_t>(sites_), order_.end(),
        [&](auto a, auto b) { return score_[a] != score_[b] ? score_[a] > score_[b] : a < b; });
  }
  /// A place whose use would pull the bound down to the incumbent cannot better it.
  void rule_out(double value) {
    if (sites_ == 0) return;
    const double least = score_[order_[sites_ - 1]];
    for (std::size_t s = sites_; s < order_.size(); ++s) {
      const double with_it = value - least + score_[order_[s]];
      if (with_it < incumbent_ + 1 - 1e-6) promising_[order_[s]] = false;
    }
  }

  const CoverProblem& problem_;
  std::size_t sites_;
  double incumbent_;
  std::vector<double> score_;
  std::vector<std::uint32_t> order_;
  std::vector<bool> promising_;
};

}  // namespace

CoverBound mclp_bound(const CoverProblem& problem, std::size_t sites, const Chosen& incumbent,
                      double touches, const jobs::Context& context) {
  std::vector<double> u(problem.demands());
  for (std::size_t i = 0; i < u.size(); ++i)
    u[i] = static_cast<double>(problem.weight[i]);
  for (const auto place : incumbent.places) {
    for (const auto demand : problem.by_place.of(place))
      u[demand] = 0;
  }
  Relaxation relaxation(problem, sites, incumbent.value);
  const auto per_round = static_cast<double>(problem.by_place.item.size() + problem.places() + 1);
  const auto rounds = static_cast<int>(std::clamp(touches / per_round, 30.0, 400.0));
  const auto within = [&](std::size_t i, double value) {
    return std::clamp(value, 0.0, static_cast<double>(problem.weight[i]));
  };
  const double lowest = lowest_by_subgradient(u, static_cast<double>(incumbent.value), rounds,
                                              std::ref(relaxation), within, context);
  CoverBound bound;
  bound.value = std::max(incumbent.value, static_cast<std::int64_t>(std::floor(lowest + 1e-6)));
  bound.promising = std::move(relaxation).promising();
  return bound;
}

}  // namespace nahraum::analysis
