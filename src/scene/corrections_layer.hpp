#pragma once
/// What was corrected in the map data, on the map.

#include "scene/style.hpp"

namespace nahraum::scene {

/// New paths solid, closed ones crossed out, ways that are otherwise dotted; each with a small
/// square sign that picking returns as model::corrected_service + the correction's id. Those that
/// do not fit the data are grey. Layer "corrections".
LayerPtr corrections_layer(const model::Project& project, const Style& style);

/// The sign of one kind, for lists and legends.
Symbol correction_sign(const model::Change& change, bool fits);

}  // namespace nahraum::scene
