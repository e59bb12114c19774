#pragma once
/// Golden texts: what a picture said last time. With NAHRAUM_REGENERATE_GOLDEN=1 they are written
/// anew, and that run fails on purpose: look at the difference before you keep it.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

namespace nahraum::tests {

inline std::filesystem::path golden_file(const std::string& name) {
  return std::filesystem::path(NAHRAUM_SOURCE_DIR) / "tests" / "golden" / name;
}

inline bool regenerating() {
  return std::getenv("NAHRAUM_REGENERATE_GOLDEN") != nullptr;
}

inline std::string read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

inline void check_golden(const std::string& name, const std::string& actual) {
  const auto file = golden_file(name);
  if (regenerating()) {
    std::ofstream(file, std::ios::binary) << actual;
    FAIL_CHECK("golden regenerated: " + name);
    return;
  }
  CHECK(read_file(file) == actual);
}

}  // namespace nahraum::tests
