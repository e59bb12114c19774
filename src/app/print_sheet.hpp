#pragma once
/// The map sheet as a file: project and answer → DisplayList → PDF, SVG or PNG.

#include <filesystem>

#include "app/answer.hpp"
#include "scene/sheet.hpp"

namespace nahraum::app {

/// Today in ISO, or the day of $SOURCE_DATE_EPOCH, so that a file can be made again byte by byte.
std::string today();

/// Format by extension; atomic. `answer` may be null: the bare map. Returns the sheet's warnings
/// ("the district does not fit at 1:5 000"). Errors: unsupported, io.
base::Result<std::vector<std::string>> print_sheet(model::Snapshot project, const Answer* answer,
                                                   const model::Catalogue& catalogue,
                                                   const scene::SheetSpec& spec,
                                                   const std::filesystem::path& path);

}  // namespace nahraum::app
