#pragma once
/// What was brought home from a walk: tracks and photos with a position become rows and notes.

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "jobs/context.hpp"
#include "model/edit.hpp"

namespace nahraum::app {

struct WalkFinds {
  std::vector<model::Edit> edits;     ///< to be performed one after the other
  std::vector<std::string> troubles;  ///< files that gave nothing, each with its reason
  std::size_t tracks = 0, photos = 0;
};

/// GPX: a walk of the kind "walked" for each file. JPEG: a photo note and a finding at its
/// position; of what the camera wrote only position and day are taken. Photos without a position,
/// or outside of the known streets' extent, are told. Throws Cancelled.
WalkFinds walk_finds(const model::Project& project, const std::vector<std::filesystem::path>& files,
                     jobs::Context& context);

}  // namespace nahraum::app
