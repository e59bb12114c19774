#include "app/verb_housing.hpp"

#include <nlohmann/json.hpp>

namespace nahraum::app {
namespace {

using base::tr;

base::Result<analysis::Limit> chosen_limit(const HousingOptions& options,
                                           const model::ServiceType& type,
                                           const model::Profile& profile) {
  if (options.limit.empty()) return analysis::default_limit(type, profile);
  return analysis::parse_limit(options.limit);
}

base::Result<void> write_files(const HousingOptions& options, const HousingResult& result,
                               const Workspace& workspace) {
  if (!options.csv.empty()) {
    auto written = io::write_features({housing_table(result, workspace)}, options.csv);
    if (!written) return written;
  }
  if (options.out.empty()) return {};
  std::vector<io::FeatureTable> tables{housing_homes_layer(result, workspace)};
  if (options.out.extension() == ".gpkg") tables.push_back(stranded_layer(result, workspace));
  return io::write_features(tables, options.out);
}

}  // namespace

base::Result<HousingResult> ask_housing(const HousingOptions& options, const Workspace& workspace,
                                        jobs::Context& context) {
  HousingResult result;
  const auto type = workspace.catalogue.type(options.service);
  if (!type) return tl::unexpected(type.error());
  result.type = *type;
  const auto profile = workspace.catalogue.profile(options.profile);
  if (!profile) return tl::unexpected(profile.error());
  const auto limit = chosen_limit(options, **type, **profile);
  if (!limit) return tl::unexpected(limit.error());
  const auto district = prepare(workspace, options.profile, context);
  if (!district) return tl::unexpected(district.error());
  result.district = *district;
  result.limit = *limit;
  result.own_limit = !options.limit.empty();
  result.min_count = workspace.catalogue.people.min_count;
  result.way = analysis::default_way(**type);
  const auto targets = analysis::targets_of(**district, (*type)->id);
  result.reach = analysis::reach_by(**district, targets, result.way, context);
  result.coverage =
      analysis::coverage(**district, (*type)->id, result.reach, result.limit, result.way);
  result.found = analysis::housing_reach(*workspace.project, result.reach, result.limit);
  return result;
}

base::Result<void> run_housing(const HousingOptions& options, Console& console) {
  const auto workspace = open_workspace(options.project, console.context(), options.scenario);
  if (!workspace) return tl::unexpected(workspace.error());
  const auto result = ask_housing(options, *workspace, console.context());
  if (!result) return tl::unexpected(result.error());
  if (auto written = write_files(options, *result, *workspace); !written) return written;
  console.result(options.json ? housing_json(*result, *workspace).dump(2)
                              : housing_text(*result, *workspace));
  if (options.json) return {};
  for (const auto& file : {options.csv, options.out}) {
    if (!file.empty()) console.say(file.string());
  }
  return {};
}

void add_housing(CLI::App& app, CommandLine& line) {
  auto [verb, o] = add_verb(app, line, "housing",
                            tr("which dwellings have few barriers, a lift or stairs alone, and who "
                               "reaches a service from them"),
                            run_housing);
  verb->add_option(tr("PROJECT"), o->project, tr("project file"))->required();
  add_scenario_choice(verb, o->scenario);
  verb->add_option("--service", o->service, tr("service type, id or alias"))->required();
  verb->add_option("--profile", o->profile, tr("walking profile"))->required();
  verb->add_option("--limit", o->limit, tr("10min or 500m; without: the type's own"));
  verb->add_flag("--json", o->json, tr("as JSON"));
  verb->add_option("--csv", o->csv, tr("also write a table"));
  verb->add_option("-o,--output", o->out,
                   tr("map layers to write: all homes, and those high in the gap .gpkg; all homes "
                      "only .geojson, .csv"));
}

}  // namespace nahraum::app
