#pragma once
/// Sheets as files: PDF and SVG as vectors with real text, PNG at any resolution.

#include <filesystem>
#include <string>

#include "base/result.hpp"
#include "render/cairo/symbols.hpp"
#include "scene/display_list.hpp"

namespace nahraum::render {

/// What stands in the file's properties. `date` is ISO; the same date gives the same bytes.
struct Properties {
  std::string title;
  std::string author;
  std::string subject;
  std::string date;
};

/// Each writes to a temporary file beside `target`, checks it, syncs and renames: an older file
/// stays whole whatever happens. Same list and properties, same bytes. Errors: io, with the reason.
base::Result<void> write_pdf(const scene::DisplayList& list, const std::filesystem::path& target,
                             const Properties& properties, const Symbols& symbols);
base::Result<void> write_svg(const scene::DisplayList& list, const std::filesystem::path& target,
                             const Properties& properties, const Symbols& symbols);
/// Errors also: unsupported, when a side would be longer than 32 767 pixels (says which dpi fits).
base::Result<void> write_png(const scene::DisplayList& list, const std::filesystem::path& target,
                             double dpi, const Symbols& symbols);
/// By the name's ending. Errors also: unsupported for other endings.
base::Result<void> write_sheet(const scene::DisplayList& list, const std::filesystem::path& target,
                               double dpi, const Properties& properties, const Symbols& symbols);

}  // namespace nahraum::render
