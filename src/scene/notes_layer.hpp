#pragma once
/// What users wrote on the map: the same in window and sheet.

#include "scene/style.hpp"

namespace nahraum::scene {

/// Points, texts, callouts and arrows, pickable by the note's id (points and ends). Layer "notes".
LayerPtr notes_layer(const model::Project& project, const Style& style);

}  // namespace nahraum::scene
