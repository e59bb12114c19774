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
  std::vector<model::ServiceArea> service_areas;  ///< of every type in the file
  std::vector<model::ReportEntry> report;         ///< what the file held and could not be used
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

std::string mobile_text(const MobileResult& result, const Workspace& workspace);
/// Stable keys; undisclosed counts are null.
nlohmann::json mobile_json(const MobileResult& result, const Workspace& workspace);
/// One row per group of age.
io::FeatureTable mobile_table(const MobileResult& result, const Workspace& workspace);
/// Homes with the number of providers, and the service areas.
io::FeatureTable mobile_homes_layer(const MobileResult& result, const Workspace& workspace);
io::FeatureTable mobile_areas_layer(const MobileResult& result, const Workspace& workspace);
std::vector<scene::MethodLine> mobile_method(const MobileResult& result,
                                             const Workspace& workspace);

}  // namespace nahraum::app
