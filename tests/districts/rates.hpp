#pragma once
/// Rates made by hand: round numbers, so that a test can be reckoned in one's head.

#include "model/rates.hpp"

namespace nahraum::districts {

inline model::AgeSpan ages(int from, std::optional<int> below = {}) {
  return {from, below};
}

/// Of 100 women 90 (men 80) live five more years from 60 on, all before; half of the oldest (a
/// quarter). In need of care 10–20 % from 65 on, 50–60 % from 80 on.
inline model::Rates round_rates() {
  model::Rates rates;
  rates.survival = {{ages(0, 60), 1, 1}, {ages(60, 85), 0.8, 0.9}, {ages(85), 0.25, 0.5}};
  rates.care = {{ages(65, 80), 0.1, 0.2, 1, 1, {}}, {ages(80), 0.5, 0.6, 0.8, 1.2, {}}};
  rates.settings = {{ages(65, 80), 0.6, 0.3, 0.1}, {ages(80), 0.5, 0.25, 0.25}};
  rates.dementia = {{ages(65, 80), 0.02, 0.04}, {ages(80), 0.2, 0.3}};
  rates.basic_security = {ages(65), 0.05, 0.06};
  rates.living_alone = 0.3;
  rates.no_step_free_access = 0.9;
  for (int age = 0; age <= 90; age += 5) {
    const auto below = age == 90 ? std::nullopt : std::optional(age + 5);
    // Four women for every man; twice as many from 65 to 70 as in every other group.
    const double size = age == 65 ? 2000 : 1000;
    rates.pyramid.push_back({ages(age, below), size * 0.2, size * 0.8});
  }
  return rates;
}

}  // namespace nahraum::districts
