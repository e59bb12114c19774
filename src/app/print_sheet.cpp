#include "app/print_sheet.hpp"

#include <chrono>
#include <cstdlib>

#include <fmt/chrono.h>

#include "base/paths.hpp"
#include "base/text.hpp"
#include "render/cairo/export.hpp"
#include "render/cairo/text_measure.hpp"

namespace nahraum::app {

std::string today() {
  std::time_t now = std::time(nullptr);
  if (const char* fixed = std::getenv("SOURCE_DATE_EPOCH")) {
    now = static_cast<std::time_t>(base::parse_number(fixed, false).value_or(0));
  }
  return fmt::format("{:%Y-%m-%d}", fmt::localtime(now));
}

scene::SheetResult sheet_result(const Answer& answer, const model::Catalogue& catalogue) {
  scene::SheetResult result;
  if (const auto* type = catalogue.find_type(answer.question.type)) result.type = *type;
  result.profile = answer.district->network.profile;
  result.limit = answer.question.limit;
  result.coverage = answer.coverage;
  result.reach = answer.reach;
  result.bands = answer.bands;
  result.missing = answer.district->network.missing;
  return result;
}

base::Result<std::vector<std::string>> print_sheet(const Printed& printed,
                                                   const scene::SheetSpec& spec,
                                                   const std::filesystem::path& path) {
  scene::SheetSpec dated = spec;
  if (dated.print_date.empty()) dated.print_date = today();
  scene::SheetContent content;
  content.project = printed.project;
  content.catalogue = &printed.catalogue;
  content.answer = printed.answer;
  const auto sheet = scene::sheet(content, dated, render::text_measure());
  const render::Symbols symbols(base::share_dir() / "symbols");
  const render::Properties properties{sheet.title, dated.author, "", dated.print_date};
  const auto written = render::write_sheet(sheet.list, path, dated.dpi, properties, symbols);
  if (!written) return tl::unexpected(written.error());
  return sheet.warnings;
}

}  // namespace nahraum::app
