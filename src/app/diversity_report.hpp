#pragma once
/// Diversity figures: how many of k service types homes reach.

#include <nlohmann/json_fwd.hpp>

#include "analysis/diversity.hpp"
#include "app/workspace.hpp"
#include "io/feature_table.hpp"
#include "scene/method_card.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {

struct DiversityAnswer {
  const model::Catalogue* catalogue = nullptr;
  scene::AgeGroup group = scene::AgeGroup::age_80;
  std::shared_ptr<const analysis::District> district;
  analysis::Diversity result;
  const model::Project& project() const { return *district->project; }
};

/// "People aged 80 and over reach on average 9.3 of 21 kinds of services …": a mean over the homes
/// of the district for which no type is open; and for whom it cannot be assessed.
std::string diversity_text(const DiversityAnswer& answer);
/// home_id, osm_id, x, y, types_reached, types_open, types; a point.
io::FeatureTable diversity_table(const DiversityAnswer& answer);
nlohmann::json diversity_json(const DiversityAnswer& answer, const nlohmann::json& method,
                              bool homes);
std::vector<scene::MethodLine> diversity_method(const DiversityAnswer& answer);

}  // namespace nahraum::app
