#pragma once
/// A file is either its old self or completely the new one, whatever happens in between.

#include <filesystem>
#include <functional>
#include <string_view>

#include "base/result.hpp"

namespace nahraum::base {

/// Lets `write` fill a temporary file in the same folder, lets `verify` read it again, syncs it and
/// renames it over `path` (symlinks are followed), then syncs the folder. On any error the
/// temporary file is removed and the old file is untouched. Errors: io, with the system's reason.
Result<void> replace_file(
    const std::filesystem::path& path,
    const std::function<Result<void>(const std::filesystem::path& temporary)>& write,
    const std::function<Result<void>(const std::filesystem::path& temporary)>& verify);

/// The same for bytes at hand; verified byte by byte.
Result<void> replace_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace nahraum::base
