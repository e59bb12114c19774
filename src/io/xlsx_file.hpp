#pragma once
/// Tables as a workbook for spreadsheet programs.

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "base/result.hpp"

namespace nahraum::io {

struct IsoDate {
  std::string text;  ///< "2026-11-27"
};
using SheetCell = std::variant<std::monostate, std::string, double, IsoDate>;

struct WorkbookSheet {
  std::string name;                          ///< cut and cleaned to what a spreadsheet allows
  std::vector<std::string> header;           ///< stays in sight
  std::vector<std::vector<SheetCell>> rows;  ///< texts never become formulas
};

/// Atomic: beside the old file, then in its place. Errors: io.
base::Result<void> write_xlsx(const std::vector<WorkbookSheet>& sheets,
                              const std::filesystem::path& path);

}  // namespace nahraum::io
