#pragma once
/// The project's files as they were before each save: numbered, the last few are kept in the user's
/// own state folder. `$XDG_STATE_HOME/nahraum/versions/NAME-HASH/0007.gpkg`, HASH of the whole
/// path, so that two projects of one name do not share a folder.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/project.hpp"

namespace nahraum::app {

inline constexpr std::size_t kept_versions = 5;

struct Version {
  int number = 0;
  std::filesystem::path file;
  std::string saved;  ///< "2026-11-27 14:05", local: when that file was written
  std::uintmax_t bytes = 0;
  friend bool operator==(const Version&, const Version&) = default;
};

/// Beside the folder of unsaved work.
std::filesystem::path versions_root(const std::filesystem::path& unsaved);
/// Keeps `file` as it is now, before it is written anew; the oldest beyond `kept_versions` go. Does
/// nothing where there is no such file. Cost: a link where root and file share a disk, else a copy.
/// Errors: io.
base::Result<void> keep_version(const std::filesystem::path& file,
                                const std::filesystem::path& root);
/// Newest first.
std::vector<Version> versions_of(const std::filesystem::path& file,
                                 const std::filesystem::path& root);

/// The project as it may be handed on: files by their names alone, without folders that name users.
/// Written anew it holds nothing of what was removed, and no history.
model::Project shared_copy(model::Project project);

}  // namespace nahraum::app
