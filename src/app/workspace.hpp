#pragma once
/// An open project with what every question needs beside it: catalogue and street graph.

#include <filesystem>
#include <memory>

#include "analysis/reach.hpp"
#include "model/catalogue.hpp"

namespace nahraum::app {

struct Workspace {
  model::Snapshot project;
  model::Catalogue catalogue;
  std::shared_ptr<const analysis::StreetGraph> graph;
};

/// The catalogue that the program ships with or that `$NAHRAUM_SHARE` names.
base::Result<model::Catalogue> shipped_catalogue();

/// The project as it is, or with the changes of one of its scenarios; "" and "base" are the project
/// as it is. Its corrections are made in either case. Errors: those of reading the project and the
/// catalogue, and of `in_scenario`.
base::Result<Workspace> open_workspace(const std::filesystem::path& path, jobs::Context& context,
                                       const std::string& scenario = "");

/// The same project with a scenario's changes. Errors: not_found with the nearest name; what the
/// changes name and is gone.
base::Result<Workspace> in_scenario(const Workspace& base, const std::string& scenario,
                                    jobs::Context& context);
/// The scenario of that name. Errors: not_found with the nearest name.
base::Result<const model::Scenario*> scenario_of(const model::Project& project,
                                                 const std::string& name);

/// The network of one profile. Errors: not_found with the nearest profile's name.
base::Result<std::shared_ptr<const analysis::District>> prepare(
    const Workspace& workspace, std::string_view profile, jobs::Context& context,
    analysis::Certainty certainty = analysis::Certainty::optimistic);

}  // namespace nahraum::app
