#pragma once
/// Homes, areas and outlines in the journal's lines. Reading throws what nlohmann::json throws.

#include <nlohmann/json.hpp>

#include "model/edit.hpp"

namespace nahraum::app {

nlohmann::json home_json(const model::Home& home);
model::Home home_of(const nlohmann::json& j);
nlohmann::json shape_json(const geo::MultiPolygon& shape);
geo::MultiPolygon shape_of(const nlohmann::json& j);
/// {"areas": […], "homes": […]}
nlohmann::json areas_json(const model::RestateAreas& edit);
model::RestateAreas areas_of(const nlohmann::json& j);

}  // namespace nahraum::app
