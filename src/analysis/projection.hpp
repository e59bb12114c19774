#pragma once
/// Ageing forward in steps of five years (domain notes §4.4).

#include <optional>
#include <vector>

#include "analysis/age_structure.hpp"

namespace nahraum::analysis {

/// Of 100 persons of each group, how many are there five years later, five years older: groups 0–4
/// … 80–84 move up by one, 85–89 and 90+ both end in 90+.
struct StepRatios {
  Groups women{}, men{};
  /// Relative error (one standard deviation) of each ratio; zero for a life table.
  Groups error{};
};

/// Survival of `rates`, with the mortality 1 − S times `mortality`, plus net migration. Cut at 0
/// (and at 1 without migration).
StepRatios survival_ratios(const model::Rates& rates, double mortality = 1);

/// Hamilton & Perry 1962: CCR(a) = P(a+5, t) / P(a, t−5) of both sexes together; open group
/// P(90+, t) / P(85+, t−5). It holds migration. A group that was empty keeps the survival ratio of
/// `fallback`; `replaced` counts these. The ratio's error is that of its numerator (Poisson).
struct HamiltonPerry {
  StepRatios ratios;
  int replaced = 0;
};
HamiltonPerry hamilton_perry(const Pyramid& earlier, const Pyramid& now,
                             const StepRatios& fallback);

/// One step, without births: the youngest group is empty afterwards.
Pyramid step(const Pyramid& people, const StepRatios& ratios);

/// Persons of an age and over in a year, with the range in which 90 % of outcomes are expected.
struct AgedPersons {
  double expected = 0, low = 0, high = 0;
};

/// What may go wrong: ratios as expected, and at their ends.
struct Outlook {
  StepRatios expected;
  StepRatios fewest, most;  ///< higher and lower mortality
};
Outlook outlook(const model::Rates& rates);

/// Persons of `age` (a multiple of 5, at least 5 · the number of steps) and over after `years`.
/// Years between two steps are interpolated linearly. The range: at the outlook's ends, widened by
/// 1.645 standard deviations of the number of survivors, each an independent chance (binomial;
/// arrivals Poisson), and of the ratios' own errors, added without cancelling. Never below zero.
AgedPersons persons_after(const Pyramid& people, const Outlook& outlook, double years, int age);

}  // namespace nahraum::analysis
