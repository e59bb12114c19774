#pragma once
/// How evenly something is spread over people: Lorenz curve, Gini, weighted quantiles, and what a
/// group has less than all.

#include <optional>
#include <vector>

#include "analysis/coverage.hpp"

namespace nahraum::analysis {

/// Some people (≥ 0) who have the same amount each (≥ 0).
struct Holding {
  double amount = 0;
  double people = 0;
};

/// Cumulated shares, 0 … 1, from the first holding to the last.
struct LorenzPoint {
  double people = 0;
  double amount = 0;
};

/// From (0, 0) to (1, 1), those with the least first; empty when nobody has anything (ΣP·A = 0).
std::vector<LorenzPoint> lorenz(std::vector<Holding> holdings);
/// The same in the order given, by a rank of one's own (deprivation): the concentration curve.
std::vector<LorenzPoint> concentration(const std::vector<Holding>& ranked);
/// Share of the amount that the first `people` (0 … 1) have; linear between points. The curve is
/// not empty.
double amount_of_first(const std::vector<LorenzPoint>& curve, double people);

/// 1 − Σ (p_k − p_{k−1})·(q_k + q_{k−1}): 0 all have the same, towards 1 one has everything; of a
/// concentration curve −1 … 1. Nothing for an empty curve.
std::optional<double> gini(const std::vector<LorenzPoint>& curve);

/// First amount whose cumulated people reach the share; nothing without people.
std::optional<double> weighted_quantile(std::vector<Holding> holdings, double share);

/// Coverage of a group less coverage of all, −1 … 1; nothing where either cannot be assessed.
std::optional<double> group_gap(const GroupCoverage& group, const GroupCoverage& all);

}  // namespace nahraum::analysis
