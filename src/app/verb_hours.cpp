#include "app/verb_hours.hpp"

#include <nlohmann/json.hpp>

#include "base/paths.hpp"
#include "io/catalogue_hours.hpp"

namespace nahraum::app {
namespace {

using base::tr;

base::Result<void> write_layers(const HoursResult& result, const Workspace& workspace,
                                const std::filesystem::path& out) {
  std::vector<io::FeatureTable> tables{hours_homes_layer(result, workspace)};
  if (out.extension() == ".gpkg") tables.push_back(hours_offers_layer(result, workspace));
  return io::write_features(tables, out);
}

}  // namespace

base::Result<HoursResult> ask_hours(const HoursOptions& options, const Workspace& workspace,
                                    jobs::Context& context) {
  HoursResult result;
  const auto type = workspace.catalogue.type(options.service);
  if (!type) return tl::unexpected(type.error());
  result.type = *type;
  const auto profile = workspace.catalogue.profile(options.profile);
  if (!profile) return tl::unexpected(profile.error());
  result.limit = analysis::default_limit(**type, **profile);
  result.own_limit = !options.limit.empty();
  if (result.own_limit) {
    const auto limit = analysis::parse_limit(options.limit);
    if (!limit) return tl::unexpected(limit.error());
    result.limit = *limit;
  }
  const auto rules = io::read_hours_rules(base::share_dir() / "catalogue" / "hours.yaml");
  if (!rules) return tl::unexpected(rules.error());
  result.rules = *rules;
  const auto district = prepare(workspace, options.profile, context);
  if (!district) return tl::unexpected(district.error());
  result.district = *district;
  result.week = analysis::week_hours(**district, result.type->id, result.limit, context);
  const auto group = [&](std::optional<int> model::Residents::*member) {
    return analysis::hours_of_group(*workspace.project, result.week, member, result.rules.breaks_h);
  };
  result.all = group(&model::Residents::all);
  result.age_65 = group(&model::Residents::age_65);
  result.age_80 = group(&model::Residents::age_80);
  return result;
}

base::Result<void> run_hours(const HoursOptions& options, Console& console) {
  const auto workspace = open_workspace(options.project, console.context(), options.scenario);
  if (!workspace) return tl::unexpected(workspace.error());
  const auto result = ask_hours(options, *workspace, console.context());
  if (!result) return tl::unexpected(result.error());
  if (!options.out.empty()) {
    auto written = write_layers(*result, *workspace, options.out);
    if (!written) return written;
  }
  if (!options.csv.empty()) {
    auto written = io::write_features({hours_table(*result, *workspace)}, options.csv);
    if (!written) return written;
  }
  console.result(options.json ? hours_json(*result, *workspace).dump(2)
                              : hours_text(*result, *workspace));
  if (options.json) return {};
  for (const auto& file : {options.csv, options.out}) {
    if (!file.empty()) console.say(file.string());
  }
  return {};
}

void add_hours(CLI::App& app, CommandLine& line) {
  auto [verb, o] =
      add_verb(app, line, "hours", tr("how many hours of the week a service is open within reach"),
               run_hours);
  verb->add_option(tr("PROJECT"), o->project, tr("project file"))->required();
  verb->add_option("--service", o->service, tr("service type, id or alias"))->required();
  verb->add_option("--profile", o->profile, tr("walking profile"))->required();
  verb->add_option("--limit", o->limit, tr("10min or 500m; without: the type's own"));
  verb->add_flag("--json", o->json, tr("as JSON"));
  verb->add_option("--csv", o->csv, tr("also write the week, hour by hour"));
  verb->add_option("-o,--output", o->out,
                   tr("map layers to write: homes and places .gpkg; homes only .geojson, .csv"));
  add_scenario_choice(verb, o->scenario);
}

}  // namespace nahraum::app
