#pragma once
/// Type of a sheet. Internal to scene/sheet.

#include "scene/block.hpp"
#include "scene/sheet.hpp"
#include "scene/style.hpp"

namespace nahraum::scene {

/// Sizes of type grow with the paper; nothing is smaller than 7 pt.
struct SheetTypes {
  Type title, topic, sentence, heading, body, fact_name, fact, scale;
};
SheetTypes sheet_types(const SheetSpec& spec, const Style& style);

}  // namespace nahraum::scene
