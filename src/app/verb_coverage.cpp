#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/coverage_report.hpp"
#include "app/verbs.hpp"
#include "app/workspace.hpp"
#include "base/translate.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

base::Result<std::vector<const model::ServiceType*>> chosen_types(
    const std::vector<std::string>& wanted, const model::Catalogue& catalogue) {
  std::vector<const model::ServiceType*> types;
  for (const auto& name : wanted) {
    const auto type = catalogue.type(name);
    if (!type) return tl::unexpected(type.error());
    types.push_back(*type);
  }
  if (!wanted.empty()) return types;
  for (const auto& type : catalogue.types) {
    if (type.core && !type.network_attribute && !type.comes_to_you) types.push_back(&type);
  }
  return types;
}

base::Result<std::vector<CoverageRow>> compute(const CoverageOptions& options,
                                               const Workspace& workspace, Console& console) {
  const auto types = chosen_types(options.services, workspace.catalogue);
  if (!types) return tl::unexpected(types.error());
  std::optional<analysis::Limit> limit;
  if (!options.limit.empty()) {
    const auto parsed = analysis::parse_limit(options.limit);
    if (!parsed) return tl::unexpected(parsed.error());
    limit = *parsed;
  }
  const auto district = prepare(workspace, options.profile, console.context());
  if (!district) return tl::unexpected(district.error());
  std::vector<CoverageRow> rows;
  for (const auto* type : *types) {
    console.context().update(static_cast<double>(rows.size()) / static_cast<double>(types->size()),
                             type->label.de);
    const auto reach = analysis::reach(**district, type->id, console.context());
    const auto within =
        limit.value_or(analysis::default_limit(*type, (*district)->network.profile));
    rows.push_back({type, analysis::coverage(**district, type->id, reach, within)});
  }
  return rows;
}

}  // namespace

base::Result<void> run_coverage(const CoverageOptions& options, Console& console) {
  const auto workspace = open_workspace(options.project, console.context());
  if (!workspace) return tl::unexpected(workspace.error());
  const auto rows = compute(options, *workspace, console);
  if (!rows) return tl::unexpected(rows.error());
  const auto& project = *workspace->project;
  const int min_count = workspace->catalogue.people.min_count;
  if (options.json) {
    console.result(coverage_json(*rows, project, min_count).dump(2));
  } else {
    for (const auto& row : *rows) {
      if (rows->size() > 1) break;
      console.result(scene::sentence(row.coverage, workspace->catalogue, project));
    }
    console.result(coverage_text(*rows, project, min_count));
  }
  if (options.csv.empty()) return {};
  auto written = io::write_features({coverage_table(*rows, project, min_count)}, options.csv);
  if (written && !options.json) console.say(options.csv.string());
  return written;
}

}  // namespace nahraum::app
