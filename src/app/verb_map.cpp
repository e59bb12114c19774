#include <fmt/format.h>

#include "app/arguments.hpp"
#include "app/print_sheet.hpp"
#include "app/verbs.hpp"
#include "app/workspace.hpp"
#include "base/translate.hpp"

namespace nahraum::app {
namespace {

base::Result<Answer> answer_for(const MapOptions& options, const Workspace& workspace,
                                Console& console) {
  const auto type = workspace.catalogue.type(options.service);
  if (!type) return tl::unexpected(type.error());
  const auto district = prepare(workspace, options.profile, console.context());
  if (!district) return tl::unexpected(district.error());
  const auto& profile = (*district)->network.profile;
  auto limit = base::Result<analysis::Limit>(analysis::default_limit(**type, profile));
  if (!options.limit.empty()) limit = analysis::parse_limit(options.limit);
  if (!limit) return tl::unexpected(limit.error());
  const Question question{(*type)->id, profile.id, *limit, analysis::default_way(**type)};
  return answer(*district, question, console.context());
}

base::Result<scene::SheetSpec> spec_of(const MapOptions& options) {
  auto spec = scene::sheet_spec(options.paper, options.orientation == "landscape", options.scale);
  if (!spec) return spec;
  spec->title = options.title;
  spec->author = options.author;
  spec->dpi = options.dpi;
  return spec;
}

}  // namespace

base::Result<void> run_map(const MapOptions& options, Console& console) {
  const auto spec = spec_of(options);
  if (!spec) return tl::unexpected(spec.error());
  const auto workspace = open_workspace(options.project, console.context(), options.scenario);
  if (!workspace) return tl::unexpected(workspace.error());
  std::optional<Answer> result;
  if (!options.service.empty()) {
    auto computed = answer_for(options, *workspace, console);
    if (!computed) return tl::unexpected(computed.error());
    result = std::move(*computed);
  }
  const auto printed = print_sheet(workspace->project, result ? &*result : nullptr,
                                   workspace->catalogue, *spec, options.out);
  if (!printed) return tl::unexpected(printed.error());
  for (const auto& warning : *printed)
    console.warn(warning);
  console.say(options.out.string());
  return {};
}

}  // namespace nahraum::app
