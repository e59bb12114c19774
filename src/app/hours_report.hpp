#pragma once
/// Hours per week within reach, for people and for programs.

#include <array>
#include <optional>

#include <nlohmann/json_fwd.hpp>

#include "analysis/week_hours.hpp"
#include "app/workspace.hpp"
#include "io/feature_table.hpp"
#include "model/hours_rules.hpp"
#include "scene/hours_sentence.hpp"
#include "scene/method_card.hpp"

namespace nahraum::app {

/// Everything that was asked and found.
struct HoursResult {
  std::shared_ptr<const analysis::District> district;
  const model::ServiceType* type = nullptr;
  analysis::Limit limit;
  bool own_limit = false;  ///< given by the user
  model::HoursRules rules;
  analysis::WeekHours week;
  analysis::HoursGroup all, age_65, age_80;
};

inline constexpr int hours_of_week = 7 * 24;

/// Persons of one group who have an open offer within reach at the full hour, Monday 0:00 first, as
/// they may leave the program.
struct HourGrid {
  std::array<std::optional<long>, hours_of_week> at_least, at_most;
};
HourGrid hour_grid(const HoursResult& result, std::optional<int> model::Residents::*group,
                   int min_count);

/// The group that the sentence speaks of: 80+, else 65+, else all, whoever is known.
struct HoursHeadline {
  scene::AgeGroup age = scene::AgeGroup::all;
  const analysis::HoursGroup& figures;
  std::optional<int> model::Residents::*member = &model::Residents::all;
};
HoursHeadline hours_headline(const HoursResult& result);
/// The sentence without its remarks, and they.
std::string hours_sentence(const HoursResult& result, const Workspace& workspace);
std::vector<std::string> hours_remarks(const HoursResult& result, const Workspace& workspace);
/// "38" of 100; "–" what may not be told.
std::string hour_share(const std::optional<long>& count, long total);
/// The sentence, people by hours per week, the week hour by hour, and whose hours are unknown.
std::string hours_text(const HoursResult& result, const Workspace& workspace);
/// Stable keys; undisclosed counts are null.
nlohmann::json hours_json(const HoursResult& result, const Workspace& workspace);
/// One row per hour of the week.
io::FeatureTable hours_table(const HoursResult& result, const Workspace& workspace);
/// Homes of the district with their hours per week, and the offers with theirs.
io::FeatureTable hours_homes_layer(const HoursResult& result, const Workspace& workspace);
io::FeatureTable hours_offers_layer(const HoursResult& result, const Workspace& workspace);
std::vector<scene::MethodLine> hours_method(const HoursResult& result, const Workspace& workspace);

}  // namespace nahraum::app
