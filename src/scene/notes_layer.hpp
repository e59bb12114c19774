#pragma once
/// What users wrote on the map: the same in window and sheet.

#include "scene/style.hpp"

namespace nahraum::scene {

/// Numbered notes are counted in the order of their ids: 1 …; 0 for others.
int number_of(const std::vector<model::Note>& notes, std::int32_t id);

/// Everything that was drawn, pickable by the note's id (points and ends). Layer "notes".
LayerPtr notes_layer(const model::Project& project, const Style& style);

/// A chosen photo, large enough to be looked at. Layer "photo"; null for other notes.
LayerPtr photo_layer(const model::Note& note);

}  // namespace nahraum::scene
