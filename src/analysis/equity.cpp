#include "analysis/equity.hpp"

#include <algorithm>

#include "base/check.hpp"

namespace nahraum::analysis {
namespace {

void sort_by_amount(std::vector<Holding>& holdings) {
  std::sort(holdings.begin(), holdings.end(),
            [](const Holding& a, const Holding& b) { return a.amount < b.amount; });
}

}  // namespace

std::vector<LorenzPoint> lorenz(std::vector<Holding> holdings) {
  sort_by_amount(holdings);
  return concentration(holdings);
}

std::vector<LorenzPoint> concentration(const std::vector<Holding>& ranked) {
  double people = 0, amount = 0;
  for (const auto& holding : ranked) {
    NAHRAUM_CHECK(holding.people >= 0 && holding.amount >= 0);
    people += holding.people;
    amount += holding.people * holding.amount;
  }
  if (people <= 0 || amount <= 0) return {};
  std::vector<LorenzPoint> curve{{0, 0}};
  curve.reserve(ranked.size() + 1);
  double people_so_far = 0, amount_so_far = 0;
  for (const auto& holding : ranked) {
    if (holding.people <= 0) continue;
    people_so_far += holding.people;
    amount_so_far += holding.people * holding.amount;
    curve.push_back({people_so_far / people, amount_so_far / amount});
  }
  curve.back() = {1, 1};
  return curve;
}

double amount_of_first(const std::vector<LorenzPoint>& curve, double people) {
  NAHRAUM_CHECK(!curve.empty());
  const auto at =
      std::lower_bound(curve.begin(), curve.end(), people,
                       [](const LorenzPoint& point, double p) { return point.people < p; });
  if (at == curve.begin()) return curve.front().amount;
  if (at == curve.end()) return curve.back().amount;
  const auto& before = *(at - 1);
  const double part = (people - before.people) / (at->people - before.people);
  return before.amount + part * (at->amount - before.amount);
}

std::optional<double> gini(const std::vector<LorenzPoint>& curve) {
  if (curve.empty()) return std::nullopt;
  double twice_below = 0;
  for (std::size_t k = 1; k < curve.size(); ++k) {
    twice_below +=
        (curve[k].people - curve[k - 1].people) * (curve[k].amount + curve[k - 1].amount);
  }
  return 1 - twice_below;
}

std::optional<double> weighted_quantile(std::vector<Holding> holdings, double share) {
  sort_by_amount(holdings);
  double people = 0;
  for (const auto& holding : holdings)
    people += holding.people;
  double so_far = 0;
  for (const auto& holding : holdings) {
    so_far += holding.people;
    if (holding.people > 0 && so_far >= share * people) return holding.amount;
  }
  return std::nullopt;
}

std::optional<double> group_gap(const GroupCoverage& group, const GroupCoverage& all) {
  if (!group.share || !all.share) return std::nullopt;
  return *group.share - *all.share;
}

}  // namespace nahraum::analysis
