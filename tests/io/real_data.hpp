#pragma once
/// Open geodata beside the checkout, which not every machine has.

#include <filesystem>

#include <catch2/catch.hpp>

namespace nahraum::io::test {

/// The file or folder under shared/data, or an empty path (and a warning) where it is absent.
inline std::filesystem::path shared_data(const std::string& name) {
  const auto path = std::filesystem::path(NAHRAUM_SOURCE_DIR) / "../shared/data" / name;
  std::error_code error;
  if (std::filesystem::exists(path, error)) return path;
  WARN("skipped: no " << name << " in shared/data");
  return {};
}

}  // namespace nahraum::io::test
