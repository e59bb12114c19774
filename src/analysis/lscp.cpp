#include "analysis/lscp.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "analysis/subgradient.hpp"

namespace nahraum::analysis {
namespace {

bool asked_for(const CoverProblem& problem, std::size_t demand) {
  return problem.weight[demand] > 0 && problem.by_demand.size(demand) > 0;
}

/// The same sets, every demand asked for counting once.
CoverProblem unweighted(const CoverProblem& problem) {
  CoverProblem plain = problem;
  for (auto& weight : plain.weight)
    weight = weight > 0 ? 1 : 0;
  plain.apart.least_m = 0;
  return plain;
}

void drop_superfluous(const CoverProblem& problem, std::vector<std::uint32_t>& places) {
  std::vector<int> times(problem.demands(), 0);
  for (const auto place : places) {
    for (const auto demand : problem.by_place.of(place))
      ++times[demand];
  }
  for (auto s = places.size(); s-- > 0;) {
    const auto demand = problem.by_place.of(places[s]);
    const bool needed = std::any_of(demand.begin(), demand.end(), [&](auto each) {
      return times[each] == 1 && problem.weight[each] > 0;
    });
    if (needed) continue;
    for (const auto each : demand)
      --times[each];
    places.erase(places.begin() + static_cast<std::ptrdiff_t>(s));
  }
}

/// Demands, those of few places first, that share no place.
std::int64_t packing(const CoverProblem& problem) {
  std::vector<std::uint32_t> order(problem.demands());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
    return problem.by_demand.size(a) < problem.by_demand.size(b);
  });
  std::vector<bool> taken(problem.places(), false);
  std::int64_t count = 0;
  for (const auto demand : order) {
    const auto places = problem.by_demand.of(demand);
    const bool free =
        std::none_of(places.begin(), places.end(), [&](auto place) { return taken[place]; });
    if (!free || !asked_for(problem, demand)) continue;
    ++count;
    for (const auto place : places)
      taken[place] = true;
  }
  return count;
}

/// −L(u) = −Σ u − Σ over places of min(0, 1 − Σ u of its demand), u ≥ 0.
class Relaxation {
 public:
  Relaxation(const CoverProblem& problem, std::int64_t incumbent)
      : problem_(problem),
        incumbent_(static_cast<double>(incumbent)),
        reduced_(problem.places()),
        promising_(problem.places(), true) {}

  double operator()(const std::vector<double>& u, std::vector<double>& slope) {
    double value = 0;
    for (std::size_t i = 0; i < u.size(); ++i) {
      const bool asked = asked_for(problem_, i);
      value += asked ? u[i] : 0;
      slope[i] = asked ? -1 : 0;
    }
    for (std::size_t place = 0; place < reduced_.size(); ++place)
      value += take(place, u, slope);
    for (std::size_t place = 0; place < reduced_.size(); ++place) {
      if (reduced_[place] > 0 && value + reduced_[place] > incumbent_ - 1 + 1e-6)
        promising_[place] = false;
    }
    return -value;
  }
  std::vector<bool> promising() && { return std::move(promising_); }

 private:
  double take(std::size_t place, const std::vector<double>& u, std::vector<double>& slope) {
    double sum = 0;
    for (const auto demand : problem_.by_place.of(place))
      sum += u[demand];
    reduced_[place] = 1 - sum;
    if (reduced_[place] >= 0) return 0;
    for (const auto demand : problem_.by_place.of(place))
      slope[demand] += asked_for(problem_, demand) ? 1 : 0;
    return reduced_[place];
  }

  const CoverProblem& problem_;
  double incumbent_;
  std::vector<double> reduced_;
  std::vector<bool> promising_;
};

/// Shares of the places such that no place has more than one: a bound by themselves.
std::vector<double> fair_shares(const CoverProblem& problem) {
  std::vector<double> u(problem.demands(), 0);
  for (std::size_t i = 0; i < u.size(); ++i) {
    if (!asked_for(problem, i)) continue;
    std::size_t most = 1;
    for (const auto place : problem.by_demand.of(i))
      most = std::max(most, problem.by_place.size(place));
    u[i] = 1.0 / static_cast<double>(most);
  }
  return u;
}

}  // namespace

Chosen lscp_greedy(const CoverProblem& problem, const jobs::Context& context) {
  auto chosen = mclp_greedy(unweighted(problem), problem.places(), context);
  drop_superfluous(problem, chosen.places);
  chosen.value = static_cast<std::int64_t>(chosen.places.size());
  return chosen;
}

CoverBound lscp_bound(const CoverProblem& problem, const Chosen& incumbent, double touches,
                      const jobs::Context& context) {
  auto u = fair_shares(problem);
  Relaxation relaxation(problem, incumbent.value);
  const auto per_round = static_cast<double>(problem.by_place.item.size() + problem.places() + 1);
  const auto rounds = static_cast<int>(std::clamp(touches / per_round, 30.0, 400.0));
  const auto not_negative = [&](std::size_t i, double value) {
    return asked_for(problem, i) ? std::max(0.0, value) : 0.0;
  };
  const double highest = -lowest_by_subgradient(u, -static_cast<double>(incumbent.value), rounds,
                                                std::ref(relaxation), not_negative, context);
  CoverBound bound;
  bound.value = std::max(packing(problem), static_cast<std::int64_t>(std::ceil(highest - 1e-6)));
  bound.value = std::min(bound.value, incumbent.value);
  bound.promising = std::move(relaxation).promising();
  return bound;
}

}  // namespace nahraum::analysis
