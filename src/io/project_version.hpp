#pragma once
/// Which format a project file has.

#include <filesystem>

namespace nahraum::io {

/// A project whose format is newer than this program's. False for anything else, or nothing there.
bool is_newer_project(const std::filesystem::path& path);

}  // namespace nahraum::io
