#pragma once
/// Coverage figures for people and for programs: one row per service type.

#include <nlohmann/json_fwd.hpp>

#include "analysis/coverage.hpp"
#include "io/feature_table.hpp"
#include "model/catalogue.hpp"

namespace nahraum::app {

struct CoverageRow {
  const model::ServiceType* type = nullptr;
  analysis::Coverage coverage;
};

/// Columns: service, alias, label, profile, limit, services, homes…, then per group (all, 65, 80)
/// persons, covered, gap, not_assessable, share, median_s, p90_s, median_m, p90_m. Counts below
/// `min_count` are empty.
io::FeatureTable coverage_table(const std::vector<CoverageRow>& rows, const model::Project& project,
                                int min_count);
/// Stable keys; undisclosed counts are null.
nlohmann::json coverage_json(const std::vector<CoverageRow>& rows, const model::Project& project,
                             int min_count);
/// A table of fixed width for the terminal.
std::string coverage_text(const std::vector<CoverageRow>& rows, const model::Project& project,
                          int min_count);

}  // namespace nahraum::app
