#pragma once
/// The list of numbered notes and photos beside a sheet's map. Internal to scene/sheet.

#include "scene/sheet_types.hpp"

namespace nahraum::scene {

/// "1  Bank fehlt" …, photos with what was written to them. Empty without either.
Block notes_block(const model::Project& project, const SheetTypes& types, const Style& style,
                  double width_mm, const TextMeasure& measure);

}  // namespace nahraum::scene
