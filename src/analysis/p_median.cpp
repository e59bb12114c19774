#include "analysis/p_median.hpp"

#include <algorithm>
#include <optional>

namespace nahraum::analysis {
namespace {

constexpr std::uint32_t nobody = 0xFFFFFFFFu;

/// For every demand the nearest and the second nearest of what is chosen and there.
class Nearest {
 public:
  Nearest(const PMedianProblem& problem, const std::vector<std::uint32_t>& chosen)
      : problem_(problem), first_(problem.present), second_(problem.present) {
    owner_.assign(problem.demands(), nobody);
    for (std::uint32_t s = 0; s < chosen.size(); ++s)
      add(chosen[s], s);
  }

  void add(std::uint32_t place, std::uint32_t position) {
    for (const auto& way : problem_.of(place)) {
      if (way.cost < first_[way.demand]) {
        second_[way.demand] = first_[way.demand];
        first_[way.demand] = way.cost;
        owner_[way.demand] = position;
      } else if (way.cost < second_[way.demand]) {
        second_[way.demand] = way.cost;
      }
    }
  }
  std::int64_t saved_by(std::uint32_t place) const {
    std::int64_t saved = 0;
    for (const auto& way : problem_.of(place)) {
      if (way.cost < first_[way.demand])
        saved += weighted(way.demand, first_[way.demand], way.cost);
    }
    return saved;
  }
  std::int64_t total() const {
    std::int64_t sum = 0;
    for (std::uint32_t i = 0; i < first_.size(); ++i)
      sum += weighted(i, first_[i], 0);
    return sum;
  }
  /// What it costs to give up each chosen place.
  std::vector<std::int64_t> lost_without(std::size_t chosen) const {
    std::vector<std::int64_t> lost(chosen, 0);
    for (std::uint32_t i = 0; i < owner_.size(); ++i) {
      if (owner_[i] != nobody) lost[owner_[i]] += weighted(i, second_[i], first_[i]);
    }
    return lost;
  }
  /// Of that, what is not lost when `place` comes instead.
  void kept_by(std::uint32_t place, std::vector<std::int64_t>& kept) const {
    for (const auto& way : problem_.of(place)) {
      const auto i = way.demand;
      if (owner_[i] == nobody || way.cost >= second_[i]) continue;
      kept[owner_[i]] += weighted(i, second_[i], std::max(way.cost, first_[i]));
    }
  }

 private:
  std::int64_t weighted(std::uint32_t demand, std::uint32_t from, std::uint32_t to) const {
    return problem_.weight[demand] * (std::int64_t{from} - std::int64_t{to});
  }

  const PMedianProblem& problem_;
  std::vector<std::uint32_t> first_, second_, owner_;
};

std::optional<std::uint32_t> best_to_add(const PMedianProblem& problem, const Nearest& nearest,
                                         const std::vector<std::uint32_t>& chosen) {
  std::optional<std::uint32_t> best;
  std::int64_t most = 0;
  for (std::uint32_t place = 0; place < problem.places(); ++place) {
    const auto saved = nearest.saved_by(place);
    if (saved <= most || !problem.apart.fits(place, chosen)) continue;
    best = place;
    most = saved;
  }
  return best;
}

struct Exchange {
  std::size_t out = 0;
  std::uint32_t in = 0;
  std::int64_t gain = 0;
};

bool fits_without(const PMedianProblem& problem, const std::vector<std::uint32_t>& chosen,
                  std::uint32_t in, std::size_t out) {
  for (std::size_t s = 0; s < chosen.size(); ++s) {
    if (s != out && problem.apart.too_near(in, chosen[s])) return false;
  }
  return true;
}

Exchange best_exchange(const PMedianProblem& problem, const std::vector<std::uint32_t>& chosen) {
  const Nearest nearest(problem, chosen);
  const auto lost = nearest.lost_without(chosen.size());
  std::vector<std::int64_t> kept(chosen.size());
  Exchange best;
  for (std::uint32_t in = 0; in < problem.places(); ++in) {
    std::fill(kept.begin(), kept.end(), 0);
    nearest.kept_by(in, kept);
    const auto saved = nearest.saved_by(in);
    for (std::size_t out = 0; out < chosen.size(); ++out) {
      const auto gain = saved + kept[out] - lost[out];
      if (gain > best.gain && fits_without(problem, chosen, in, out)) best = {out, in, gain};
    }
  }
  return best;
}

void fill(const PMedianProblem& problem, Chosen& chosen, std::size_t sites,
          const jobs::Context& context) {
  Nearest nearest(problem, chosen.places);
  while (chosen.places.size() < sites) {
    context.check();
    const auto next = best_to_add(problem, nearest, chosen.places);
    if (!next) break;
    nearest.add(*next, static_cast<std::uint32_t>(chosen.places.size()));
    chosen.places.push_back(*next);
  }
  chosen.value = nearest.total();
}

}  // namespace

std::int64_t total_cost(const PMedianProblem& problem, const std::vector<std::uint32_t>& places) {
  return Nearest(problem, places).total();
}

Chosen p_median_greedy(const PMedianProblem& problem, std::size_t sites,
                       const jobs::Context& context) {
  Chosen chosen;
  fill(problem, chosen, sites, context);
  return chosen;
}

Chosen p_median_swap(const PMedianProblem& problem, Chosen start, std::size_t sites,
                     const jobs::Context& context) {
  for (;;) {
    context.check();
    const auto exchange = best_exchange(problem, start.places);
    if (exchange.gain <= 0) return start;
    start.places[exchange.out] = exchange.in;
    fill(problem, start, sites, context);
  }
}

ReducedMedian reduced_to(const PMedianProblem& problem, const std::vector<bool>& keep) {
  ReducedMedian result;
  auto& small = result.problem;
  small.weight = problem.weight;
  small.present = problem.present;
  small.apart.least_m = problem.apart.least_m;
  for (std::uint32_t place = 0; place < problem.places(); ++place) {
    if (!keep[place]) continue;
    const auto ways = problem.of(place);
    small.ways.insert(small.ways.end(), ways.begin(), ways.end());
    small.begin.push_back(small.ways.size());
    if (small.apart.least_m > 0) small.apart.at.push_back(problem.apart.at[place]);
    result.place.push_back(place);
  }
  return result;
}

}  // namespace nahraum::analysis
