#pragma once
/// Housing joined with reach, for people and for programs.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "analysis/housing.hpp"
#include "app/workspace.hpp"
#include "io/feature_table.hpp"
#include "scene/method_card.hpp"

namespace nahraum::app {

/// Everything that was asked and found.
struct HousingResult {
  std::shared_ptr<const analysis::District> district;
  const model::ServiceType* type = nullptr;
  analysis::Limit limit;
  bool own_limit = false;  ///< given by the user
  analysis::Way way = analysis::Way::to;
  std::vector<analysis::HomeReach> reach;  ///< per Project::homes
  analysis::Coverage coverage;
  analysis::HousingReach found;
  int min_count = 0;
};

/// "second floor or higher, without a lift"
std::string name_of(analysis::Dwelling kind);
/// "Birkenweg 7", of a home without an address "residential building"
std::string address_of(const model::Home& home);

/// Counts of people of 80 and over per kind: all, within, gap, not assessable; nothing where they
/// are unknown, too few or would tell such a number.
using PeopleRow = std::vector<std::optional<long>>;
std::vector<PeopleRow> disclosed_people(const HousingResult& result);
/// Dwellings per kind in the same columns. Dwellings are no persons: nothing is kept back.
std::vector<std::vector<long>> dwelling_rows(const HousingResult& result);

/// "Of 2,345 dwellings … few barriers and reach a pharmacy in 10 minutes at the same time …" and
/// those that lie high without a lift in the gap, each from what is known to what may be.
std::string housing_sentence(const HousingResult& result);
/// What the figures rest on, whom one should ask, what cannot be assessed; one line each.
std::vector<std::string> housing_remarks(const HousingResult& result, const Workspace& workspace);
/// The sentence, the tables, what is known, the first homes to look at.
std::string housing_text(const HousingResult& result, const Workspace& workspace);
/// Stable keys; undisclosed counts are null.
nlohmann::json housing_json(const HousingResult& result, const Workspace& workspace);
/// One row per kind of dwelling.
io::FeatureTable housing_table(const HousingResult& result, const Workspace& workspace);
/// How many dwellings each fact is known of.
io::FeatureTable known_table(const HousingResult& result, const Workspace& workspace);
/// Homes with high dwellings without a lift in the gap, most dwellings first. Never people.
io::FeatureTable stranded_layer(const HousingResult& result, const Workspace& workspace);
/// All homes of the district with what is known of them. Never people.
io::FeatureTable housing_homes_layer(const HousingResult& result, const Workspace& workspace);
std::vector<scene::MethodLine> housing_method(const HousingResult& result,
                                              const Workspace& workspace);

}  // namespace nahraum::app
