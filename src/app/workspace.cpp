#include "app/workspace.hpp"

#include "base/paths.hpp"
#include "io/catalogue_yaml.hpp"
#include "io/project_gpkg.hpp"

namespace nahraum::app {

base::Result<model::Catalogue> shipped_catalogue() {
  return io::read_catalogue(base::share_dir() / "catalogue");
}

base::Result<Workspace> open_workspace(const std::filesystem::path& path, jobs::Context& context) {
  auto catalogue = shipped_catalogue();
  if (!catalogue) return tl::unexpected(catalogue.error());
  auto project = io::read_project(path, context);
  if (!project) return tl::unexpected(project.error());
  Workspace workspace;
  workspace.catalogue = std::move(*catalogue);
  workspace.project = std::make_shared<const model::Project>(std::move(*project));
  workspace.graph = std::make_shared<const analysis::StreetGraph>(
      analysis::street_graph_of(*workspace.project, context));
  return workspace;
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
