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

/// Errors: those of reading the project and the catalogue.
base::Result<Workspace> open_workspace(const std::filesystem::path& path, jobs::Context& context);

/// The network of one profile. Errors: not_found with the nearest profile's name.
base::Result<std::shared_ptr<const analysis::District>> prepare(
    const Workspace& workspace, std::string_view profile, jobs::Context& context,
    analysis::Certainty certainty = analysis::Certainty::optimistic);

}  // namespace nahraum::app
