#pragma once
/// Reach with rests as a sentence, in the user's language.

#include <string>

#include "analysis/rests.hpp"
#include "scene/sentence.hpp"

namespace nahraum::scene {

struct RestsQuestion {
  const model::ServiceType& type;
  const model::Profile& profile;
  analysis::Limit limit;
  double max_gap_m = 0;
};

const analysis::RestGroup& group_of(const analysis::RestCoverage& coverage, AgeGroup group);
AgeGroup headline_group(const analysis::RestCoverage& coverage);

/// "Of 1,204 people aged 80 and over who reach a pharmacy in 10 minutes, 312 (26 %) cannot do so
/// with a seat every 100 m (with a rollator)." Homes are counted where no residents are known;
/// small counts are masked with what would tell them.
std::string sentence(const analysis::RestCoverage& coverage, const RestsQuestion& question,
                     int min_count);

}  // namespace nahraum::scene
