#pragma once
/// The map sheet as a file: project and answer → DisplayList → PDF, SVG or PNG.

#include <filesystem>

#include "app/answer.hpp"
#include "scene/sheet.hpp"
#include "scene/sheet_coverage.hpp"

namespace nahraum::app {

/// What is printed.
struct Printed {
  model::Snapshot project;
  const model::Catalogue& catalogue;
  std::optional<scene::SheetAnswer> answer;  ///< none: the bare map
};

/// Format by extension; atomic. Returns the sheet's warnings ("the district does not fit at
/// 1:5 000"). Errors: unsupported, io.
base::Result<std::vector<std::string>> print_sheet(const Printed& printed,
                                                   const scene::SheetSpec& spec,
                                                   const std::filesystem::path& path);

/// What a sheet shows of an answer.
scene::SheetResult sheet_result(const Answer& answer, const model::Catalogue& catalogue);

}  // namespace nahraum::app
