#pragma once
/// Places and the demand that each covers: what MCLP and LSCP are asked about.

#include "analysis/index_sets.hpp"
#include "geo/values.hpp"
#include "jobs/context.hpp"

namespace nahraum::analysis {

/// Chosen places lie at least this far apart, as the crow flies.
struct Apart {
  std::vector<geo::Point> at;  ///< per place
  double least_m = 0;          ///< 0: no matter

  bool too_near(std::uint32_t a, std::uint32_t b) const {
    return least_m > 0 && geo::distance(at[a], at[b]) < least_m;
  }
  bool fits(std::uint32_t place, const std::vector<std::uint32_t>& chosen) const;
};

struct CoverProblem {
  std::vector<std::int64_t> weight;  ///< per demand, ≥ 0
  IndexSets by_place;                ///< the demand that each place covers
  IndexSets by_demand;               ///< the same, turned round
  Apart apart;

  std::size_t places() const { return by_place.count(); }
  std::size_t demands() const { return weight.size(); }
};
/// Fills in `by_demand`.
CoverProblem cover_problem(std::vector<std::int64_t> weight, IndexSets by_place, Apart apart);

/// Some places, in the order in which they were chosen, and what they cover together.
struct Chosen {
  std::vector<std::uint32_t> places;
  std::int64_t value = 0;
};
std::int64_t covered_weight(const CoverProblem& problem, const std::vector<std::uint32_t>& places);

/// The same problem, smaller, and which places of the old one the new ones are.
struct Reduced {
  CoverProblem problem;
  std::vector<std::uint32_t> place;  ///< ascending
};
/// Keeps the places marked; demand that none of them covers or that weighs nothing is dropped,
/// demand that the same places cover becomes one. Exact for the places kept.
Reduced reduced_to(const CoverProblem& problem, const std::vector<bool>& keep);
/// Which places remain when each is dropped whose demand another covers too (of equals the first
/// stays). Some optimum is among them where `apart` is no matter. Cost: places · places near.
std::vector<bool> undominated(const CoverProblem& problem, const jobs::Context& context);

}  // namespace nahraum::analysis
