#pragma once
/// Who reaches a service, as a sheet's answer.

#include "analysis/walk_network.hpp"
#include "scene/sheet_answer.hpp"

namespace nahraum::scene {

/// Who is asked about, what was found.
struct SheetResult {
  model::ServiceType type;
  model::Profile profile;
  analysis::Limit limit;
  analysis::Coverage coverage;
  std::vector<analysis::HomeReach> reach;      ///< per Project::homes
  std::vector<Band> bands;                     ///< nearest first
  analysis::WalkNetwork::MissingTags missing;  ///< shares of the network's length
};

/// Catchment, gaps, the sentence and the table by age. Counts that may not be told are kept back.
SheetAnswer coverage_answer(const model::Project& project, const model::Catalogue& catalogue,
                            const SheetResult& result, Theme theme = Theme::light);

/// "Pharmacy: within 10 minutes · With a rollator"
std::string topic_of(const model::ServiceType& type, const analysis::Limit& limit,
                     const model::Profile& profile);
/// Method and data gaps of the small print.
std::vector<Fact> coverage_facts(const model::Project& project, const model::Catalogue& catalogue,
                                 const SheetResult& result);

/// The ground that other results lie on, too: the catchment and who is in the gap.
MapAnswer coverage_ground(const model::Project& project, const SheetResult& result,
                          const Style& style);

void draw(MapAnswer ground, SheetAnswer& answer);
}  // namespace nahraum::scene
