#include "analysis/mclp.hpp"

#include <algorithm>
#include <optional>

namespace nahraum::analysis {
namespace {

/// What is covered how often by the chosen places, and what each further place would gain.
class Cover {
 public:
  explicit Cover(const CoverProblem& problem)
      : problem_(problem), times_(problem.demands(), 0), gain_(problem.places(), 0) {
    for (std::uint32_t place = 0; place < problem.places(); ++place) {
      for (const auto demand : problem.by_place.of(place))
        gain_[place] += problem.weight[demand];
    }
  }

  void add(std::uint32_t place) {
    for (const auto demand : problem_.by_place.of(place)) {
      if (times_[demand]++ == 0) change_gains(demand, -problem_.weight[demand]);
    }
  }
  void remove(std::uint32_t place) {
    for (const auto demand : problem_.by_place.of(place)) {
      if (--times_[demand] == 0) change_gains(demand, problem_.weight[demand]);
    }
  }
  std::int64_t gain(std::uint32_t place) const { return gain_[place]; }
  int times(std::uint32_t demand) const { return times_[demand]; }

  /// The place that gains most, of those that fit; nothing where none gains.
  std::optional<std::uint32_t> best(const std::vector<std::uint32_t>& chosen) const {
    std::optional<std::uint32_t> best;
    for (std::uint32_t place = 0; place < gain_.size(); ++place) {
      if (gain_[place] <= (best ? gain_[*best] : 0)) continue;
      if (problem_.apart.fits(place, chosen)) best = place;
    }
    return best;
  }

 private:
  void change_gains(std::uint32_t demand, std::int64_t by) {
    for (const auto place : problem_.by_demand.of(demand))
      gain_[place] += by;
  }

  const CoverProblem& problem_;
  std::vector<int> times_;
  std::vector<std::int64_t> gain_;
};

void fill(Cover& cover, Chosen& chosen, std::size_t sites, const jobs::Context& context) {
  while (chosen.places.size() < sites) {
    context.check();
    const auto next = cover.best(chosen.places);
    if (!next) return;
    chosen.value += cover.gain(*next);
    cover.add(*next);
    chosen.places.push_back(*next);
  }
}

/// The exchange of a chosen place (by its position) for another, and what it gains.
struct Exchange {
  std::size_t out = 0;
  std::uint32_t in = 0;
  std::int64_t gain = 0;
};

class Exchanger {
 public:
  Exchanger(const CoverProblem& problem, const Cover& cover, const Chosen& chosen)
      : problem_(problem),
        cover_(cover),
        chosen_(chosen.places),
        only_by_(problem.demands(), none_chosen),
        only_(chosen.places.size(), 0) {
    for (std::size_t s = 0; s < chosen_.size(); ++s) {
      for (const auto demand : problem.by_place.of(chosen_[s])) {
        if (cover.times(demand) != 1) continue;
        only_by_[demand] = static_cast<std::uint32_t>(s);
        only_[s] += problem.weight[demand];
      }
    }
  }

  Exchange best() {
    Exchange best;
    for (std::uint32_t in = 0; in < problem_.places(); ++in)
      try_in(in, best);
    return best;
  }

 private:
  static constexpr std::uint32_t none_chosen = 0xFFFFFFFFu;

  void try_in(std::uint32_t in, Exchange& best) {
    shared_.assign(chosen_.size(), 0);
    for (const auto demand : problem_.by_place.of(in)) {
      if (only_by_[demand] != none_chosen) shared_[only_by_[demand]] += problem_.weight[demand];
    }
    for (std::size_t out = 0; out < chosen_.size(); ++out) {
      const auto gain = cover_.gain(in) + shared_[out] - only_[out];
      if (gain > best.gain && fits_without(in, out)) best = {out, in, gain};
    }
  }
  bool fits_without(std::uint32_t in, std::size_t out) const {
    for (std::size_t s = 0; s < chosen_.size(); ++s) {
      if (s != out && problem_.apart.too_near(in, chosen_[s])) return false;
    }
    return true;
  }

  const CoverProblem& problem_;
  const Cover& cover_;
  const std::vector<std::uint32_t>& chosen_;
  std::vector<std::uint32_t> only_by_;  ///< per demand: the position that alone covers it
  std::vector<std::int64_t> only_;      ///< per position: what it alone covers
  std::vector<std::int64_t> shared_;
};

}  // namespace

Chosen mclp_greedy(const CoverProblem& problem, std::size_t sites, const jobs::Context& context) {
  Cover cover(problem);
  Chosen chosen;
  fill(cover, chosen, sites, context);
  return chosen;
}

Chosen mclp_swap(const CoverProblem& problem, Chosen start, std::size_t sites,
                 const jobs::Context& context) {
  Cover cover(problem);
  for (const auto place : start.places)
    cover.add(place);
  for (;;) {
    context.check();
    const auto exchange = Exchanger(problem, cover, start).best();
    if (exchange.gain <= 0) return start;
    cover.remove(start.places[exchange.out]);
    cover.add(exchange.in);
    start.places[exchange.out] = exchange.in;
    start.value += exchange.gain;
    fill(cover, start, sites, context);
  }
}

}  // namespace nahraum::analysis
