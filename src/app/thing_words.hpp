#pragma once
/// What the things on the map are called.

#include <string>
#include <string_view>

#include "model/project.hpp"

namespace nahraum::app {

std::string name_of(model::AreaKind kind);
std::string name_of(model::LineKind kind);
std::string name_of(model::PointKind kind);
/// "residential street", "steps", "footpath" …
std::string street_kind(const model::Tags& tags);
/// "asphalt"; a value of OpenStreetMap without a word here as it is; "" where none is mapped.
std::string surface_word(const model::Tags& tags);
/// "church", "garage" …; of building=yes and the rest: "building".
std::string building_word(const std::string& kind);
/// "non-profit"; "" where the sector is unknown.
std::string sector_word(const std::string& sector);
/// OpenStreetMap's words for wheelchair=*; others as they are.
std::string wheelchair_word(std::string_view value);
/// Where a service's entry comes from.
std::string origin_word(const std::string& origin);

}  // namespace nahraum::app
