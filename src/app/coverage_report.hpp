#pragma once
/// Coverage figures for people and for programs: one row per service type.

#include <optional>

#include <nlohmann/json_fwd.hpp>

#include "analysis/offer_hours.hpp"
#include "analysis/standards.hpp"
#include "app/coverage_variant.hpp"
#include "io/feature_table.hpp"
#include "model/catalogue.hpp"

namespace nahraum::app {

struct CoverageRow {
  const model::ServiceType* type = nullptr;
  analysis::Coverage coverage;
  Variant variant;
  analysis::Detour detour;
  std::optional<analysis::Limit> against;   ///< a second standard's limit
  analysis::Comparison between;             ///< with it
  std::optional<int> at;                    ///< minute of the week, where that was asked
  std::vector<analysis::OfferHours> hours;  ///< of the type's offers, with `at`
};

/// How the district's residents are known, for programs: "assumed", "weighted", "none".
const char* population_basis(const model::Project& project);
/// A verb's own figures with what every result says of its project: title, scenario ("base": none),
/// date and licence of the data, how residents were counted, the disclosure minimum.
nlohmann::json result_json(const model::Project& project, int min_count, nlohmann::json own);

/// Columns: service, alias, label, profile, limit, certainty, offers, services, homes…, then per
/// group (all, 65, 80) persons, covered, gap, not_assessable, share, median_s, p90_s, median_m,
/// p90_m. Counts below `min_count` are empty.
io::FeatureTable coverage_table(const std::vector<CoverageRow>& rows, const model::Project& project,
                                int min_count);
/// Stable keys; undisclosed counts are null.
nlohmann::json coverage_json(const std::vector<CoverageRow>& rows, const model::Project& project,
                             int min_count);
/// Figures of places that are not counted apart from those that are closed: nothing is told.
analysis::Detour no_detour();
/// What the two answers differ in may be a few people: such a group of the cautious one becomes
/// unknown.
void keep_back_small_differences(const CoverageRow& optimistic, CoverageRow& cautious,
                                 int min_count);
/// Whether persons between two standards may be told: all or nothing, as with the group's own
/// figures any of them would tell a small one.
bool between_shown(const analysis::Comparison& between, long analysis::Counts::*group,
                   int min_count);
/// "A circle of 500 m on the map would count 120 people as served …", and who falls between two
/// standards; empty where there is nothing to tell.
std::vector<std::string> coverage_remarks(const CoverageRow& row, int min_count);
/// A table of fixed width for the terminal.
std::string coverage_text(const std::vector<CoverageRow>& rows, const model::Project& project,
                          int min_count);

}  // namespace nahraum::app
