#include "analysis/projection.hpp"

#include <algorithm>
#include <cmath>

#include "base/check.hpp"

namespace nahraum::analysis {
namespace {

constexpr std::size_t last = five_year_groups - 1;
constexpr double standard_deviations = 1.645;  ///< 90 % of a normal distribution

std::size_t next_group(std::size_t group) {
  return std::min(group + 1, last);
}

const model::Rates::BySex* find(const std::vector<model::Rates::BySex>& rates, std::size_t group) {
  const int age = static_cast<int>(5 * group);
  for (const auto& rate : rates) {
    if (age >= rate.ages.from && (!rate.ages.below || age < *rate.ages.below)) return &rate;
  }
  return nullptr;
}

}  // namespace

StepRatios survival_ratios(const model::Rates& rates, double mortality) {
  StepRatios ratios;
  for (std::size_t i = 0; i < five_year_groups; ++i) {
    const auto* survival = find(rates.survival, i);
    NAHRAUM_CHECK(survival);
    const auto* migration = find(rates.net_migration, i);
    const auto ratio = [&](double survives, double moves) {
      return std::max(0.0, std::max(0.0, 1 - (1 - survives) * mortality) + moves);
    };
    ratios.women[i] = ratio(survival->women, migration ? migration->women : 0);
    ratios.men[i] = ratio(survival->men, migration ? migration->men : 0);
  }
  return ratios;
}

HamiltonPerry hamilton_perry(const Pyramid& earlier, const Pyramid& now,
                             const StepRatios& fallback) {
  HamiltonPerry result{fallback, 0};
  for (std::size_t i = 0; i < five_year_groups; ++i) {
    const bool open = i + 1 >= last;  // 85–89 and 90+ become 90+
    const double before =
        open ? earlier.persons(last - 1) + earlier.persons(last) : earlier.persons(i);
    const double after = open ? now.persons(last) : now.persons(i + 1);
    if (before <= 0) {
      ++result.replaced;
      continue;
    }
    result.ratios.women[i] = result.ratios.men[i] = after / before;
    result.ratios.error[i] = after > 0 ? 1 / std::sqrt(after) : 0;
  }
  return result;
}

Pyramid step(const Pyramid& people, const StepRatios& ratios) {
  Pyramid older;
  older.split_ages = people.split_ages;
  older.split_sexes = people.split_sexes;
  for (std::size_t i = 0; i < five_year_groups; ++i) {
    older.women[next_group(i)] += people.women[i] * ratios.women[i];
    older.men[next_group(i)] += people.men[i] * ratios.men[i];
  }
  return older;
}

Outlook outlook(const model::Rates& rates) {
  return {survival_ratios(rates), survival_ratios(rates, 1 + rates.mortality_uncertainty),
          survival_ratios(rates, 1 - rates.mortality_uncertainty)};
}

namespace {

/// Sums over the cohorts that are old enough after some steps.
struct Survivors {
  double expected = 0;
  double variance = 0;  ///< of independent survival
  double spread = 0;    ///< one standard deviation of the ratios' own errors

  void add(double persons, double ratio, double relative_error) {
    expected += persons * ratio;
    variance += persons * (ratio <= 1 ? ratio * (1 - ratio) : ratio - 1);
    spread += persons * ratio * relative_error;
  }
};

Survivors survivors(const Pyramid& people, const StepRatios& ratios, int steps, int age) {
  Survivors sum;
  const int oldest = age / 5;
  for (std::size_t i = 0; i < five_year_groups; ++i) {
    double women = 1, men = 1, variance = 0;
    std::size_t group = i;
    for (int s = 0; s < steps; ++s) {
      women *= ratios.women[group];
      men *= ratios.men[group];
      variance += ratios.error[group] * ratios.error[group];
      group = next_group(group);
    }
    if (static_cast<int>(group) < oldest) continue;
    sum.add(people.women[i], women, std::sqrt(variance));
    sum.add(people.men[i], men, std::sqrt(variance));
  }
  return sum;
}

AgedPersons after_steps(const Pyramid& people, const Outlook& outlook, int steps, int age) {
  NAHRAUM_CHECK(age >= 5 * steps);
  const auto expected = survivors(people, outlook.expected, steps, age);
  const auto fewest = survivors(people, outlook.fewest, steps, age);
  const auto most = survivors(people, outlook.most, steps, age);
  const auto width = [](const Survivors& end) {
    return standard_deviations * (std::sqrt(end.variance) + end.spread);
  };
  return {expected.expected, std::max(0.0, fewest.expected - width(fewest)),
          most.expected + width(most)};
}

}  // namespace

AgedPersons persons_after(const Pyramid& people, const Outlook& outlook, double years, int age) {
  NAHRAUM_CHECK(years >= 0);
  const int steps = static_cast<int>(std::floor(years / 5));
  const double part = years / 5 - steps;
  const auto first = after_steps(people, outlook, steps, age);
  if (part <= 0) return first;
  const auto second = after_steps(people, outlook, steps + 1, age);
  const auto mix = [&](double a, double b) { return a + part * (b - a); };
  return {mix(first.expected, second.expected), mix(first.low, second.low),
          mix(first.high, second.high)};
}

}  // namespace nahraum::analysis
