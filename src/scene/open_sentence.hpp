#pragma once
/// Coverage at a time of the week as a sentence: at least, at most.

#include <string>

#include "scene/sentence.hpp"

namespace nahraum::scene {

/// What the two answers say: with the offers that are open for sure, and with those whose hours are
/// unknown as well.
struct OpenCoverage {
  const analysis::Coverage& at_least;
  const analysis::Coverage& at_most;
};

/// "Tuesday 15:00, what is open then: at least 120 and at most 133 of 212 people aged 80 and over
/// reach a pharmacy in 10 minutes (rollator)." Homes where no residents are known; what is too
/// small to be told, or would tell it, is not.
std::string sentence(const OpenCoverage& coverage, const std::string& time,
                     const model::ServiceType& type, const model::Profile& profile, int min_count);

}  // namespace nahraum::scene
