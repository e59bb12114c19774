#pragma once
/// Two states of a project side by side, for people and for programs.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "analysis/scenario_compare.hpp"
#include "app/workspace.hpp"
#include "io/feature_table.hpp"
#include "scene/method_card.hpp"

namespace nahraum::app {

struct ComparisonRow {
  const model::ServiceType* type = nullptr;
  analysis::Coverage before, after;
  analysis::ScenarioShift shift;
};

struct ScenarioComparison {
  std::string name_before, name_after;  ///< "base": the project itself
  Workspace before, after;
  std::shared_ptr<const analysis::District> district_before, district_after;
  bool own_limit = false;  ///< given by the user
  std::vector<ComparisonRow> rows;
};

/// One group of a row as it may leave the program: what is unknown or kept back is nothing.
struct ShownShift {
  std::optional<long> total_before, covered_before, gap_before;
  std::optional<long> total_after, covered_after, gap_after;
  std::optional<double> share_before, share_after;        ///< covered of those who can be assessed
  std::optional<double> median_before_s, median_after_s;  ///< of those who live in both
  std::optional<long> gained, lost, difference;           ///< persons; difference: within the limit
  std::optional<double> points;                           ///< of the shares, percentage points
  /// Of those within the limit: not assessable any more, and assessable only now.
  std::optional<long> to_unclear, from_unclear;
  std::optional<long> added, added_within;      ///< new residents
  std::optional<long> removed, removed_within;  ///< residents of the first state only
  bool kept_back = false;
};
ShownShift shown_shift(const analysis::GroupShift& shift, const analysis::GroupCoverage& before,
                       const analysis::GroupCoverage& after, int min_count);

/// "With “Rampe”, 1,324 of 3,000 people … reach a pharmacy …" about one row.
std::string comparison_sentence(const ScenarioComparison& comparison, const ComparisonRow& row);
/// Sentences of a single row, then the table, then what is to be said about it.
std::string comparison_text(const ScenarioComparison& comparison);
/// Stable keys; undisclosed counts are null.
nlohmann::json comparison_json(const ScenarioComparison& comparison);
/// One row per service and group of age.
io::FeatureTable comparison_table(const ScenarioComparison& comparison);
/// Homes of the district with what changes for them: home_id, shift, before_s, after_s,
/// difference_s, before_service, after_service.
io::FeatureTable difference_layer(const ScenarioComparison& comparison, const ComparisonRow& row);
/// Changes of a scenario that have a place: number, kind, what.
io::FeatureTable changes_layer(const model::Scenario& scenario, const Workspace& workspace);
std::vector<scene::MethodLine> comparison_method(const ScenarioComparison& comparison);

}  // namespace nahraum::app
