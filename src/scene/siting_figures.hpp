#pragma once
/// The persons of a siting answer as they may be shown: counts that are too small are kept back,
/// and with them what would tell them by subtraction.

#include <optional>

#include "analysis/siting.hpp"
#include "scene/sentence.hpp"

namespace nahraum::scene {

using Shown = std::optional<long>;  ///< nothing: unknown or not to be shown

/// Of one age group (persons), or of homes.
struct SitingFigures {
  Shown served, gained, left, out_of_reach, not_assessable;
  std::vector<Shown> adds;   ///< per site, beyond those before it
  std::vector<Shown> alone;  ///< per site
  long homes_unknown = 0;    ///< homes in the district whose number of the group is not known
  bool known = true;         ///< false: it is known of no home
};
SitingFigures siting_figures(const analysis::SitingAnswer& answer, AgeGroup group, int min_count);
/// Buildings are no persons: nothing is kept back.
SitingFigures siting_homes(const analysis::SitingAnswer& answer);

/// Whose persons head the answer: 65+ for the weighting that counts 80+ twice.
AgeGroup headline_group(analysis::Weighting weighting);
long persons_of(const analysis::Tally& tally, AgeGroup group);
/// One count by itself.
Shown shown_count(const analysis::Tally& tally, AgeGroup group, int min_count);

/// An explanation's persons. The parts are shown together or not at all.
struct ExplainedFigures {
  Shown gain, best_gain, served_already;
  Shown both, only_here, only_best;
};
ExplainedFigures explained_figures(const analysis::Explanation& explanation, AgeGroup group,
                                   int min_count);

}  // namespace nahraum::scene
