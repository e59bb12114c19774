#include "app/sheet_options.hpp"

#include <CLI/CLI.hpp>

#include "app/arguments.hpp"
#include "base/translate.hpp"

namespace nahraum::app {

using base::tr;

void add_sheet_options(CLI::App& verb, SheetOptions& options) {
  const std::string group = tr("Sheet");
  verb.add_option("--paper", options.paper, "A4, A3, A2, A1, A0")
      ->capture_default_str()
      ->group(group);
  verb.add_option("--orientation", options.orientation, tr("landscape or portrait"))
      ->check(CLI::IsMember({"landscape", "portrait"}))
      ->capture_default_str()
      ->group(group);
  verb.add_option("--scale", options.scale, tr("5000 for 1:5 000; without: what fits the district"))
      ->check(CLI::Range(100.0, 1e6))
      ->group(group);
  verb.add_option("--dpi", options.dpi, tr("resolution of a PNG"))
      ->check(CLI::Range(20.0, 1200.0))
      ->capture_default_str()
      ->group(group);
  verb.add_option("--style", options.style, tr("light, or bw: black and white, for copying"))
      ->check(CLI::IsMember({"light", "bw"}))
      ->capture_default_str()
      ->group(group);
  verb.add_option("--title", options.title, tr("title of the sheet"))->group(group);
  verb.add_option("--author", options.author, tr("author or organisation"))->group(group);
}

scene::Theme theme_of(const SheetOptions& options) {
  return scene::theme_named(options.style).value_or(scene::Theme::light);
}

base::Result<scene::SheetSpec> spec_of(const SheetOptions& options) {
  auto spec = scene::sheet_spec(options.paper, options.orientation == "landscape", options.scale);
  if (!spec) return spec;
  spec->title = options.title;
  spec->author = options.author;
  spec->dpi = options.dpi;
  spec->theme = theme_of(options);
  return spec;
}

bool is_sheet(const std::filesystem::path& file) {
  const auto extension = extension_of(file.string());
  return extension == ".pdf" || extension == ".svg" || extension == ".png";
}

base::Result<void> print_for(const Printed& printed, const SheetOptions& options,
                             const std::filesystem::path& file, Console& console) {
  const auto spec = spec_of(options);
  if (!spec) return tl::unexpected(spec.error());
  const auto warnings = print_sheet(printed, *spec, file);
  if (!warnings) return tl::unexpected(warnings.error());
  for (const auto& warning : *warnings)
    console.warn(warning);
  return {};
}

}  // namespace nahraum::app
