#pragma once
/// Siting problems solved exactly: reduced as far as bounds and dominance prove, the rest by CBC.

#include "analysis/lscp.hpp"
#include "analysis/p_median.hpp"
#include "base/units.hpp"

namespace nahraum::analysis {

struct ExactAnswer {
  Chosen chosen;           ///< the incumbent or better
  std::int64_t bound = 0;  ///< no choice is better than this; chosen.value where proven
  bool proven = false;
  bool too_large = false;       ///< more than the solver is handed: heuristics and bound only
  std::size_t places_left = 0;  ///< after the reductions
};

/// Each starts from a feasible incumbent and ends at the time limit with what it has. Throws
/// jobs::Cancelled. The incumbent's `value` is as the heuristics give it.
ExactAnswer exact_mclp(const CoverProblem& problem, std::size_t sites, const Chosen& incumbent,
                       base::Seconds time_limit, jobs::Context& context);
/// Without regard to `apart`.
ExactAnswer exact_lscp(const CoverProblem& problem, const Chosen& incumbent,
                       base::Seconds time_limit, jobs::Context& context);
/// Ordered formulation: one variable per demand and distinct cost ("nobody is chosen so near").
/// Source: Cornuéjols, Nemhauser & Wolsey 1980; García, Labbé & Marín 2011.
ExactAnswer exact_p_median(const PMedianProblem& problem, std::size_t sites,
                           const Chosen& incumbent, base::Seconds time_limit,
                           jobs::Context& context);

}  // namespace nahraum::analysis
