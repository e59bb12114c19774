#pragma once
/// Heights for a project, new or old.

#include <filesystem>
#include <vector>

#include "base/result.hpp"
#include "jobs/context.hpp"
#include "model/project.hpp"

namespace nahraum::app {

/// Reads the elevation model over the data's extent; replaces the one there was. Notes source and
/// report. Errors: those of io::read_elevation; the project is then unchanged.
base::Result<void> add_elevation(model::Project& project,
                                 const std::vector<std::filesystem::path>& files,
                                 jobs::Context& context);

}  // namespace nahraum::app
