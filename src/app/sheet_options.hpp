#pragma once
/// How a verb that prints is told about its sheet: the same options everywhere.

#include <filesystem>
#include <string>

#include "app/console.hpp"
#include "app/print_sheet.hpp"

namespace CLI {  // NOLINT(readability-identifier-naming): CLI11's own
class App;
}

namespace nahraum::app {

struct SheetOptions {
  std::string paper = "A3";
  std::string orientation = "landscape";
  double scale = 0;  ///< 0: the largest usual scale that fits
  double dpi = 300;
  std::string style = "light";  ///< or "bw"
  std::string title;
  std::string author;
};

/// `--paper`, `--orientation`, `--scale`, `--dpi`, `--style`, `--title`, `--author`.
void add_sheet_options(CLI::App& verb, SheetOptions& options);

/// Light, or black and white: a dark sheet would be nothing but ink.
scene::Theme theme_of(const SheetOptions& options);

/// Errors: bad_input for an unknown paper or scale.
base::Result<scene::SheetSpec> spec_of(const SheetOptions& options);

/// Whether the name ends as a sheet's: .pdf, .svg, .png. Everything else are map layers.
bool is_sheet(const std::filesystem::path& file);

/// Prints, and passes the sheet's warnings on. Errors: those of spec_of and print_sheet.
base::Result<void> print_for(const Printed& printed, const SheetOptions& options,
                             const std::filesystem::path& file, Console& console);

}  // namespace nahraum::app
