#pragma once
/// Where the program's own files lie.

#include <filesystem>

namespace nahraum::base {

/// The folder with catalogue/, symbols/, styles/, locale/ …: `$NAHRAUM_SHARE`, else
/// `../share/nahraum` beside the executable's folder, else where the build laid it out.
std::filesystem::path share_dir();

/// "0.1.0"
const char* version();

}  // namespace nahraum::base
