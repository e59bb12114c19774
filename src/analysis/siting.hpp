#pragma once
/// Where a new service helps most: the answer, its bound, and why.

#include "analysis/siting_case.hpp"

namespace nahraum::analysis {

/// A place and what it does. mclp, lscp: homes that come within the limit; p_median: homes whose
/// way gets shorter. `worth` is the gain in the model's weight (p_median: weight · ms or mm saved).
struct SitePart {
  std::uint32_t candidate = 0;
  std::int64_t worth = 0;
  Tally homes;
  std::vector<std::uint32_t> members;  ///< those homes, ascending indices of Project::homes
};

struct ChosenSite {
  SitePart adds;   ///< beyond the sites before it
  SitePart alone;  ///< as the only one
};

struct SitingAnswer {
  std::vector<ChosenSite> sites;  ///< most helpful first
  /// mclp: weight that comes within the limit; p_median: total cost; lscp: number of sites.
  std::int64_t value = 0;
  std::int64_t bound = 0;   ///< proven: no choice of the same candidates is better than this
  bool proven = false;      ///< value is the optimum
  bool too_large = false;   ///< asked to prove it, but larger than the solver is handed
  std::int64_t before = 0;  ///< p_median: total cost without any new site
  std::int64_t weight = 0;  ///< of all open homes
  Tally served;             ///< by what is kept
  Tally gained;             ///< by the new sites
  std::vector<std::uint32_t> gained_members;
  Tally left;          ///< open after all
  Tally out_of_reach;  ///< of those left: no candidate is within the limit
  Tally not_assessable;
};

/// Greedy, then exchange, then the bound; with `prove` the exact optimum as far as the time goes.
/// The same answer on any number of threads unless the clock ends it. Throws jobs::Cancelled.
SitingAnswer solve_siting(const SitingCase& siting, std::optional<base::Seconds> prove,
                          jobs::Context& context);

/// How much the answer can be below the optimum, as a share of the optimum: 0 … 1.
double most_below(const SitingQuestion& question, const SitingAnswer& answer);

/// The candidates that do most as the only new site, each at least `apart_m` from the better ones.
std::vector<SitePart> best_places(const SitingCase& siting, std::size_t count, double apart_m);

/// Why a place is not the best one: whom both would help, and whom only one of them.
struct Explanation {
  Candidate place;
  std::int64_t worth = 0;  ///< as the only new site
  SitePart best;           ///< the candidate that does most as the only one
  std::size_t better = 0;  ///< candidates worth more
  Tally served_already;    ///< within the limit of the place, but served as it is
  Tally both, only_here, only_best;
  std::vector<std::uint32_t> members;  ///< open homes that the place would help
};
std::vector<Explanation> explain(const SitingCase& siting, const std::vector<Candidate>& places,
                                 jobs::Context& context);

/// Somebody's own choice of places, measured against the answer.
struct GuessScore {
  std::int64_t value = 0;  ///< as SitingAnswer::value; lscp: weight covered
  Tally gained;
  std::vector<std::uint32_t> gained_members;
  Tally left;
  double at_least = 0;  ///< share of the optimum that it reaches at least: 0 … 1
  double at_most = 0;   ///< … and at most; the same where the optimum is proven
};
GuessScore score(const SitingCase& siting, const SitingAnswer& answer,
                 const std::vector<Candidate>& guess, jobs::Context& context);

}  // namespace nahraum::analysis
