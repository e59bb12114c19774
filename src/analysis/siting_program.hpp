#pragma once
/// Siting problems as mixed-integer programs. The first columns are the places: 1 where chosen.

#include "analysis/mip_solver.hpp"
#include "analysis/p_median.hpp"

namespace nahraum::analysis {

/// min −Σ weight·z: z ≤ Σ places that cover it, at most `sites` places.
MipModel mclp_program(const CoverProblem& problem, std::size_t sites);
/// min Σ places: every demand that can be is covered.
MipModel lscp_program(const CoverProblem& problem);

/// Costs are divided by `unit`, and `constant` (in units) is left out of the objective.
struct MedianProgram {
  MipModel model;
  double constant = 0;
  double unit = 1;
};
/// Nothing where it would have more than `most_columns` columns.
std::optional<MedianProgram> p_median_program(const PMedianProblem& problem, std::size_t sites,
                                              std::size_t most_columns);

/// Solves a program whose chosen places must lie apart: rules against pairs too near each other are
/// added where a solution breaks them. `bound` holds for the problem with the rule.
MipAnswer solve_apart(MipModel model, const Apart& apart, std::size_t places,
                      std::optional<double> cutoff, base::Seconds time_limit,
                      jobs::Context& context);

std::vector<std::uint32_t> places_in(const std::vector<double>& x, std::size_t places);

}  // namespace nahraum::analysis
