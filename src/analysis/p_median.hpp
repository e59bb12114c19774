#pragma once
/// p-median problem: p places that make the weighted sum of ways shortest.

#include "analysis/cover_problem.hpp"

namespace nahraum::analysis {

/// Costs are whole numbers of one unit (ms or mm). Whoever gains nothing keeps `present`: the way
/// to what is there already, or the cap where there is nothing.
struct PMedianProblem {
  struct Way {
    std::uint32_t demand = 0;
    std::uint32_t cost = 0;  ///< < present[demand]
  };
  std::vector<std::int64_t> weight;    ///< per demand, ≥ 0
  std::vector<std::uint32_t> present;  ///< per demand
  std::vector<std::size_t> begin{0};   ///< per place into `ways`
  std::vector<Way> ways;               ///< ascending by demand
  Apart apart;

  std::size_t places() const { return begin.size() - 1; }
  std::size_t demands() const { return weight.size(); }
  std::span<const Way> of(std::size_t place) const {
    return std::span(ways).subspan(begin[place], begin[place + 1] - begin[place]);
  }
};

/// Σ weight · cost to the nearest of `places` and of what is there.
std::int64_t total_cost(const PMedianProblem& problem, const std::vector<std::uint32_t>& places);

/// Adds, one after the other, the place that saves most. `value` is the total cost.
Chosen p_median_greedy(const PMedianProblem& problem, std::size_t sites,
                       const jobs::Context& context);

/// Vertex substitution until no exchange gains. O(ways + places · sites) per exchange. Source:
/// Teitz & Bart 1968; evaluated as in Whitaker 1983.
Chosen p_median_swap(const PMedianProblem& problem, Chosen start, std::size_t sites,
                     const jobs::Context& context);

struct MedianBound {
  std::int64_t value = 0;       ///< no choice costs less
  std::vector<bool> promising;  ///< places that a better solution than the incumbent may use
};
/// Lagrangian relaxation of "everybody goes to one place". Source: Narula, Ogbu & Samuelsson 1977;
/// Cornuéjols, Fisher & Nemhauser 1977.
MedianBound p_median_bound(const PMedianProblem& problem, std::size_t sites,
                           const Chosen& incumbent, double touches, const jobs::Context& context);

/// The places marked only; `place` names them in the old problem.
struct ReducedMedian {
  PMedianProblem problem;
  std::vector<std::uint32_t> place;
};
ReducedMedian reduced_to(const PMedianProblem& problem, const std::vector<bool>& keep);

}  // namespace nahraum::analysis
