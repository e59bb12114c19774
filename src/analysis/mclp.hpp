#pragma once
/// Maximal covering location problem: at most p places that cover the most.

#include "analysis/cover_problem.hpp"

namespace nahraum::analysis {

/// Adds, one after the other, the place that covers most of what is open (ties: the lower index);
/// ends when nothing more can be gained. At least 1 − 1/e of the optimum where `apart` is no
/// matter. O(size of the sets). Source: Church & ReVelle 1974; Nemhauser, Wolsey & Fisher 1978.
Chosen mclp_greedy(const CoverProblem& problem, std::size_t sites, const jobs::Context& context);

/// Exchanges one chosen place for another as long as that gains, the best exchange each time; free
/// places are filled. O(size of the sets + places · sites) per exchange. Source: Teitz & Bart 1968.
Chosen mclp_swap(const CoverProblem& problem, Chosen start, std::size_t sites,
                 const jobs::Context& context);

struct CoverBound {
  std::int64_t value = 0;       ///< MCLP: nothing covers more; LSCP: fewer places do not suffice
  std::vector<bool> promising;  ///< places that a better solution than the incumbent may use
};
/// Of this instance: the bound of submodular functions (incumbent + the p largest gains that are
/// left) and, from there, the Lagrangian relaxation of "covered only where chosen". `touches`
/// bounds its work. Source: Nemhauser, Wolsey & Fisher 1978; Galvão & ReVelle 1996.
CoverBound mclp_bound(const CoverProblem& problem, std::size_t sites, const Chosen& incumbent,
                      double touches, const jobs::Context& context);

}  // namespace nahraum::analysis
