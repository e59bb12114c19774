#pragma once
/// Services that come to people's homes, for people and for programs.

#include <optional>

#include <nlohmann/json_fwd.hpp>

#include "analysis/mobile.hpp"
#include "app/workspace.hpp"
#include "io/feature_table.hpp"
#include "scene/method_card.hpp"

namespace nahraum::app {

/// Everything that was asked and found.
struct MobileResult {
  const model::ServiceType* type = nullptr;
  bool kept = false;  ///< the areas are the project's, not of a file given beside it
  std::vector<model::ServiceArea> service_areas;  ///< of the type
  std::vector<model::ReportEntry> report;         ///< what was stated of it and could not be used
  analysis::MobileCover cover;
  analysis::MobileGroup all, age_65, age_80;
  analysis::Areas areas;
  std::vector<analysis::WhiteSpot> spots;
  std::vector<std::size_t> offices;               ///< of the type, by id
  std::vector<std::size_t> offices_without_area;  ///< of them
};

/// Per white spot the persons as they may leave the program.
struct DisclosedSpots {
  std::vector<std::optional<long>> all, age_65, age_80;
};
DisclosedSpots disclosed_spots(const MobileResult& result, int min_count);
/// "0504 Am Weinberg"
std::string area_name(const MobileResult& result, const analysis::WhiteSpot& spot,
                      const model::Project& project);

/// What is told first: persons by the number of providers, of the oldest group that is known; homes
/// where nobody's number is. And what has to be said beside it.
std::string mobile_headline(const MobileResult& result, const Workspace& workspace);
std::vector<std::string> mobile_remarks(const MobileResult& result, const Workspace& workspace);
std::string mobile_text(const MobileResult& result, const Workspace& workspace);
/// Stable keys; undisclosed counts are null.
nlohmann::json mobile_json(const MobileResult& result, const Workspace& workspace);
/// One row per group of age.
io::FeatureTable mobile_table(const MobileResult& result, const Workspace& workspace);
/// One row per statistical area with homes to which nobody comes, at one of them.
io::FeatureTable mobile_spots(const MobileResult& result, const Workspace& workspace);
/// Homes with the number of providers, and the service areas.
io::FeatureTable mobile_homes_layer(const MobileResult& result, const Workspace& workspace);
io::FeatureTable mobile_areas_layer(const MobileResult& result, const Workspace& workspace);
std::vector<scene::MethodLine> mobile_method(const MobileResult& result,
                                             const Workspace& workspace);

}  // namespace nahraum::app
