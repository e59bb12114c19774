#include "planning/stakeholders.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace nahraum::planning {
namespace {

bool in_range(const std::optional<double>& value) {
  return !value || (*value >= 0 && *value <= 10);
}

RatedAxis rated(std::vector<double> values, double widest_spread) {
  RatedAxis axis;
  axis.raters = values.size();
  if (values.empty()) return axis;
  std::sort(values.begin(), values.end());  // the order of the raters does not touch the sum
  double sum = 0;
  for (const double value : values)
    sum += value;
  axis.mean = sum / static_cast<double>(values.size());
  axis.low = values.front();
  axis.high = values.back();
  axis.disputed = axis.spread() > widest_spread;
  return axis;
}

std::optional<Quadrant> quadrant_of(const Stakeholder& some, double boundary) {
  if (!some.influence.mean || !some.interest.mean) return std::nullopt;
  const bool influential = *some.influence.mean >= boundary;
  const bool interested = *some.interest.mean >= boundary;
  if (influential) return interested ? Quadrant::engage_closely : Quadrant::keep_satisfied;
  return interested ? Quadrant::keep_informed : Quadrant::monitor;
}

struct Values {
  std::vector<double> influence, interest;
};

}  // namespace

StakeholderMatrix stakeholder_matrix(const std::vector<std::string>& actors,
                                     const std::vector<StakeholderRating>& ratings,
                                     const StakeholderRules& rules) {
  StakeholderMatrix matrix;
  std::map<std::string, Values> values;
  for (const auto& actor : actors)
    values[actor];
  std::set<std::pair<std::string, std::string>> seen;
  for (std::size_t r = 0; r < ratings.size(); ++r) {
    const auto& rating = ratings[r];
    const auto found = values.find(rating.actor);
    if (found == values.end()) {
      matrix.faulty.push_back({r, RatingFault::unknown_actor});
    } else if (!in_range(rating.influence) || !in_range(rating.interest)) {
      matrix.faulty.push_back({r, RatingFault::out_of_range});
    } else if (!seen.emplace(rating.actor, rating.rater).second) {
      matrix.faulty.push_back({r, RatingFault::same_rater_again});
    } else {
      if (rating.influence) found->second.influence.push_back(*rating.influence);
      if (rating.interest) found->second.interest.push_back(*rating.interest);
    }
  }
  for (const auto& actor : actors) {
    const auto& of = values[actor];
    Stakeholder some{actor, rated(of.influence, rules.widest_spread),
                     rated(of.interest, rules.widest_spread), std::nullopt};
    some.quadrant = quadrant_of(some, rules.boundary);
    matrix.actors.push_back(some);
  }
  return matrix;
}

}  // namespace nahraum::planning
