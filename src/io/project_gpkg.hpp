#pragma once
/// The project file: one GeoPackage per district; its tables are described in
/// io/project_schema.hpp.

#include <filesystem>

#include "base/result.hpp"
#include "jobs/context.hpp"
#include "model/project.hpp"

namespace nahraum::io {

/// Atomic and verified: written beside the old file, closed, opened again, checked and counted
/// table by table, synced, renamed. Whatever fails, the old file is whole and the error says what
/// happened. Errors: io (disk full, not writable, …), newer_version (the project or the file in its
/// place was made by a newer program and is never overwritten). Throws Cancelled, before anything
/// is replaced. `changed`: when its content was changed last, as `last_change` tells it, so that
/// the same content is the same bytes; "": now.
base::Result<void> write_project(const model::Project& project, const std::filesystem::path& path,
                                 jobs::Context& context, const std::string& changed = "");

/// "2026-11-27T14:05:00.000Z", the newest of its tables; "" where it does not tell.
std::string last_change(const std::filesystem::path& path);

/// Whether the file is a project, of whatever version: exports never take its place.
bool is_project(const std::filesystem::path& path);

/// Never changes the file or its folder, trusts nothing in it. A file of a newer format is read as
/// far as its tables are known and marked Info::read_only_newer. Errors: not_found, bad_input (not
/// a project, damaged), newer_version (nothing in it is understood).
base::Result<model::Project> read_project(const std::filesystem::path& path,
                                          jobs::Context& context);

}  // namespace nahraum::io
