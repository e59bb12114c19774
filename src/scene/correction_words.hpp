#pragma once
/// Corrections of the map data in words, in the user's language.

#include <string>

#include "model/catalogue.hpp"
#include "model/project.hpp"

namespace nahraum::scene {

/// "3 corrections of the map data are in force: new bench (2), path closed. 1 does not fit any more
/// and is left out."; "" where none is made in this project.
std::string corrections_text(const model::Project& project);
/// "New bench": the kind alone, for lists and the map.
std::string correction_name(const model::Change& change);

}  // namespace nahraum::scene
