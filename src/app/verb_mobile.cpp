#include "app/verb_mobile.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/service_areas.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using base::ErrorCode;
using base::tr;

base::Result<void> write_layers(const MobileResult& result, const Workspace& workspace,
                                const std::filesystem::path& out) {
  std::vector<io::FeatureTable> tables{mobile_homes_layer(result, workspace)};
  if (out.extension() == ".gpkg") tables.push_back(mobile_areas_layer(result, workspace));
  return io::write_features(tables, out);
}

/// Errors: not_found, with what to do.
base::Result<TypeAreas> areas_in(const model::Project& project, const model::ServiceType& type) {
  auto kept = kept_areas(project, type);
  if (!kept.areas.empty()) return kept;
  return base::fail(
      ErrorCode::not_found, tr("the project keeps no service areas of this service"),
      scene::name_of(type),
      fmt::format(fmt::runtime(tr("add them with: nahraum add PROJECT --service-areas FILE "
                                  "--service {0}; or ask once with --areas FILE")),
                  type.id));
}

void compute(const Workspace& workspace, MobileResult& result) {
  const auto& project = *workspace.project;
  result.cover = analysis::mobile_cover(project, result.service_areas, result.type->id);
  result.all = analysis::mobile_group(project, result.cover, &model::Residents::all);
  result.age_65 = analysis::mobile_group(project, result.cover, &model::Residents::age_65);
  result.age_80 = analysis::mobile_group(project, result.cover, &model::Residents::age_80);
  result.areas = analysis::areas_of(project);
  result.spots = analysis::white_spots(project, result.cover, result.areas);
  result.offices_without_area =
      analysis::offices_without_area(project, result.cover, result.type->id);
  for (std::size_t i = 0; i < project.services.size(); ++i) {
    if (project.services[i].type == result.type->id) result.offices.push_back(i);
  }
}

}  // namespace

base::Result<MobileResult> ask_mobile(const MobileOptions& options, const Workspace& workspace) {
  MobileResult result;
  const auto type = mobile_type(options.service, workspace.catalogue);
  if (!type) return tl::unexpected(type.error());
  result.kept = options.areas.empty();
  auto areas = result.kept ? areas_in(*workspace.project, **type)
                           : read_type_areas({options.areas, options.postcodes, ""}, **type,
                                             *workspace.project, workspace.catalogue);
  if (!areas) return tl::unexpected(areas.error());
  result.type = *type;
  result.service_areas = std::move(areas->areas);
  result.report = std::move(areas->report);
  compute(workspace, result);
  return result;
}

base::Result<void> run_mobile(const MobileOptions& options, Console& console) {
  const auto workspace = open_workspace(options.project, console.context(), options.scenario);
  if (!workspace) return tl::unexpected(workspace.error());
  const auto result = ask_mobile(options, *workspace);
  if (!result) return tl::unexpected(result.error());
  if (!options.out.empty()) {
    auto written = write_layers(*result, *workspace, options.out);
    if (!written) return written;
  }
  if (!options.csv.empty()) {
    auto written = io::write_features({mobile_table(*result, *workspace)}, options.csv);
    if (!written) return written;
  }
  console.result(options.json ? mobile_json(*result, *workspace).dump(2)
                              : mobile_text(*result, *workspace));
  if (options.json) return {};
  for (const auto& file : {options.csv, options.out}) {
    if (!file.empty()) console.say(file.string());
  }
  return {};
}

void add_mobile(CLI::App& app, CommandLine& line) {
  auto [verb, o] =
      add_verb(app, line, "mobile",
               tr("which providers come to people's homes, and to whom nobody comes"), run_mobile);
  verb->add_option(tr("PROJECT"), o->project, tr("project file"))->required();
  verb->add_option("--service", o->service, tr("service type, id or alias"))->required();
  auto* areas = verb->add_option(
      "--areas", o->areas,
      tr("service areas: polygons, or a CSV of providers with postcodes or areas; without: those "
         "that the project keeps (nahraum add --service-areas)"));
  verb->add_option("--postcodes", o->postcodes, tr("polygons of the postcodes that it names"))
      ->needs(areas);
  verb->add_flag("--json", o->json, tr("as JSON"));
  verb->add_option("--csv", o->csv, tr("also write a table"));
  verb->add_option("-o,--output", o->out,
                   tr("map layers to write: homes and areas .gpkg; homes only .geojson, .csv"));
  add_scenario_choice(verb, o->scenario);
}

}  // namespace nahraum::app
