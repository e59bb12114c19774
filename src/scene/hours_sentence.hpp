#pragma once
/// Hours per week within reach as a sentence.

#include <string>

#include "analysis/week_hours.hpp"
#include "scene/sentence.hpp"

namespace nahraum::scene {

struct HoursQuestion {
  const model::ServiceType& type;
  const model::Profile& profile;
  analysis::Limit limit;
};

/// "Half or more of 1,204 people aged 80 and over reach a pharmacy in 10 minutes that is open for
/// at least 54 hours a week (rollator)." 80+ where their number is known, else 65+, else everybody;
/// "" where nobody's is, or nobody can be assessed.
std::string sentence(const analysis::HoursGroup& group, AgeGroup age, const HoursQuestion& question,
                     int min_count);

}  // namespace nahraum::scene
