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

/// Sets of homes whose counts stand side by side. One that holds another but for a few persons
/// would tell those by subtraction.
class ShownSets {
 public:
  ShownSets(const model::Project& project, AgeGroup group, int min_count)
      : project_(project), group_(group), min_count_(min_count) {}
  /// The persons of the set, unless they or their difference to a set shown before are too few.
  Shown show(const std::vector<std::uint32_t>& homes);
  void remember(const std::vector<std::uint32_t>& homes) { shown_.push_back(homes); }
  /// A set whose count is kept back elsewhere stays so under any other name.
  void keep_back(const std::vector<std::uint32_t>& homes) { kept_back_.push_back(homes); }

 private:
  long persons_without(const std::vector<std::uint32_t>& from,
                       const std::vector<std::uint32_t>& taken) const;
  bool tells(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const;
  bool same_persons(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const;

  const model::Project& project_;
  AgeGroup group_;
  int min_count_;
  std::vector<std::vector<std::uint32_t>> shown_, kept_back_;
};

/// An explanation's persons. The parts are shown together or not at all.
struct ExplainedFigures {
  Shown gain, best_gain, served_already;
  Shown both, only_here, only_best;
};

/// Everything that one output says about one group, kept back where it must be.
struct SitingShown {
  SitingFigures figures;
  std::vector<Shown> best;  ///< per single place
  Shown guess;              ///< what somebody's own choice gains
  std::vector<ExplainedFigures> explained;
};
/// What was found besides the answer; `score` may be nullptr.
struct SitingExtras {
  const std::vector<analysis::SitePart>& best;
  const std::vector<analysis::Explanation>& explanations;
  const analysis::GuessScore* score = nullptr;
};
SitingShown siting_shown(const model::Project& project, const analysis::SitingAnswer& answer,
                         const SitingExtras& extras, AgeGroup group, int min_count);

}  // namespace nahraum::scene
