#include "app/print_sheet.hpp"

#include "base/days.hpp"
#include "base/paths.hpp"
#include "render/cairo/export.hpp"
#include "render/cairo/text_measure.hpp"

namespace nahraum::app {

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
  if (dated.print_date.empty()) dated.print_date = base::today();
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
