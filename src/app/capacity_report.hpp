#pragma once
/// Capacity figures for people and for programs.

#include <nlohmann/json_fwd.hpp>

#include "app/capacity_answer.hpp"
#include "io/feature_table.hpp"

namespace nahraum::app {

/// What a table's rows are.
enum class CapacityBy { service, home, area };

/// Service: service_id, name, osm_id, capacity, capacity_basis, persons, demand, ratio, near_edge,
/// status; a point. Home: home_id, osm_id, x, y, services, capacity_in_reach, access, level,
/// status; a point. Area: area, persons, in_reach, unknown_in_reach, none_in_reach, not_assessable,
/// homes, homes_unknown, level; a polygon. Ratio, access and level are per 1 000 persons, of
/// gravity and opportunities as they are. What may not be shown is empty.
io::FeatureTable capacity_table(const CapacityAnswer& answer, CapacityBy by);

/// Stable keys; what may not be shown is null. `by` picks the rows that are listed beside the
/// services.
nlohmann::json capacity_json(const CapacityAnswer& answer, CapacityBy by,
                             const nlohmann::json& method);
/// A table of fixed width for the terminal; of homes the quantiles.
std::string capacity_text(const CapacityAnswer& answer, CapacityBy by);

}  // namespace nahraum::app
