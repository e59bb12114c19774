#include "app/workspace.hpp"

#include <fmt/format.h>

#include "analysis/corrections.hpp"
#include "analysis/scenario_project.hpp"
#include "base/paths.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "io/catalogue_yaml.hpp"
#include "io/project_gpkg.hpp"

namespace nahraum::app {

base::Result<model::Catalogue> shipped_catalogue() {
  return io::read_catalogue(base::share_dir() / "catalogue");
}

base::Result<const model::Scenario*> scenario_of(const model::Project& project,
                                                 const std::string& name) {
  if (const auto* found = model::find_scenario(project.scenarios, name)) return found;
  std::vector<std::string> names;
  for (const auto& scenario : project.scenarios)
    names.push_back(scenario.name);
  const auto meant = base::nearest_name(name, names);
  return base::fail(
      base::ErrorCode::not_found, base::tr("the project has no such scenario"), name,
      meant ? fmt::format(fmt::runtime(base::tr("did you mean “{0}”?")), *meant)
            : std::string(base::tr("nahraum scenario PROJECT list names those there are")));
}

namespace {

Workspace workspace_of(model::Catalogue catalogue, model::Project project, jobs::Context& context) {
  Workspace workspace;
  workspace.catalogue = std::move(catalogue);
  workspace.project = std::make_shared<const model::Project>(std::move(project));
  workspace.graph = std::make_shared<const analysis::StreetGraph>(
      analysis::street_graph_of(*workspace.project, context));
  return workspace;
}

bool is_base(const std::string& scenario) {
  return scenario.empty() || scenario == "base";
}

base::Result<model::Project> changed_project(const model::Project& project,
                                             const std::string& name) {
  const auto scenario = scenario_of(project, name);
  if (!scenario) return tl::unexpected(scenario.error());
  return analysis::with_changes(project, **scenario);
}

}  // namespace

base::Result<Workspace> open_workspace(const std::filesystem::path& path, jobs::Context& context,
                                       const std::string& scenario) {
  auto catalogue = shipped_catalogue();
  if (!catalogue) return tl::unexpected(catalogue.error());
  auto project = io::read_project(path, context);
  if (!project) return tl::unexpected(project.error());
  if (!project->corrections.empty()) *project = analysis::with_corrections(*project);
  if (is_base(scenario)) return workspace_of(std::move(*catalogue), std::move(*project), context);
  auto changed = changed_project(*project, scenario);
  if (!changed) return tl::unexpected(changed.error());
  return workspace_of(std::move(*catalogue), std::move(*changed), context);
}

base::Result<Workspace> in_scenario(const Workspace& base, const std::string& scenario,
                                    jobs::Context& context) {
  if (is_base(scenario)) return base;
  auto changed = changed_project(*base.project, scenario);
  if (!changed) return tl::unexpected(changed.error());
  return workspace_of(base.catalogue, std::move(*changed), context);
}

base::Result<std::shared_ptr<const analysis::District>> prepare(const Workspace& workspace,
                                                                std::string_view profile,
                                                                jobs::Context& context,
                                                                analysis::Certainty certainty) {
  const auto found = workspace.catalogue.profile(profile);
  if (!found) return tl::unexpected(found.error());
  return analysis::prepare_district(workspace.project, workspace.graph, workspace.catalogue,
                                    **found, context, certainty);
}

}  // namespace nahraum::app
