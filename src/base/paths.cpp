#include "base/paths.hpp"

#include <cstdlib>

namespace nahraum::base {

std::filesystem::path share_dir() {
  if (const char* chosen = std::getenv("NAHRAUM_SHARE")) return chosen;
  std::error_code ignored;
  const auto executable = std::filesystem::read_symlink("/proc/self/exe", ignored);
  auto beside = executable.parent_path().parent_path() / "share" / "nahraum";
  if (std::filesystem::is_directory(beside, ignored)) return beside;
  return NAHRAUM_BUILD_SHARE_DIR;
}

const char* version() {
  return NAHRAUM_VERSION;
}

}  // namespace nahraum::base
