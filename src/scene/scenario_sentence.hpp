#pragma once
/// A scenario and what it changes in words, in the user's language.

#include <string>

#include "analysis/scenario_compare.hpp"
#include "model/scenario.hpp"
#include "scene/sentence.hpp"

namespace nahraum::scene {

/// "Open: Pharmacy “Neue Apotheke”", "Ramp at steps 90000000125".
std::string change_text(const model::Change& change, const model::Catalogue& catalogue);
/// "“Rampe”: 2 changes; 60 new residents by plan", for the method card.
std::string scenario_text(const model::Scenario& scenario);

/// Whether the figures of a group after the change, and those of the difference, may be shown:
/// all or nothing, for each would tell the others. New and removed residents are a plan's and no
/// secret.
bool may_show_shift(const analysis::GroupShift& shift, const analysis::GroupCoverage& before,
                    const analysis::GroupCoverage& after, int min_count);

struct StatesQuestion {
  const model::ServiceType& type;
  const model::Profile& profile;
  std::string before, after;  ///< scenario names, "base" for the project itself
  int min_count = 5;
};
/// "With “Rampe”, 1,324 of 3,000 people aged 80 and over reach a pharmacy in 10 minutes instead of
/// 1,204 (rollator): 130 gain it, 10 lose it." Homes are counted where no residents are known.
std::string sentence(const analysis::ScenarioShift& shift, const analysis::Coverage& before,
                     const analysis::Coverage& after, const StatesQuestion& question);

}  // namespace nahraum::scene
