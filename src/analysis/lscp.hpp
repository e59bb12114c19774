#pragma once
/// Location set covering problem: the fewest places that cover everything.

#include "analysis/mclp.hpp"

namespace nahraum::analysis {

/// Greedy by the number of demands left, then without places that the others make superfluous.
/// Demand of weight 0 or that no place covers is not asked for; `apart` is not looked at; `value`
/// is the number of places. Source: Chvátal 1979.
Chosen lscp_greedy(const CoverProblem& problem, const jobs::Context& context);

/// No fewer places suffice: demands of which no place covers two (a packing) and, beyond it, the
/// Lagrangian relaxation of "each is covered". Source: Toregas et al. 1971; Beasley 1990.
CoverBound lscp_bound(const CoverProblem& problem, const Chosen& incumbent, double touches,
                      const jobs::Context& context);

}  // namespace nahraum::analysis
