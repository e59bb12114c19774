#pragma once
/// What the program is made of: read from the list that the repository keeps anyway.

#include <filesystem>
#include <string>
#include <vector>

namespace nahraum::app {

struct LibraryUsed {
  std::string package;  ///< Debian's name: "libgeos-dev"
  std::string version;
  std::string licence;
  friend bool operator==(const LibraryUsed&, const LibraryUsed&) = default;
};

/// The rows of "## Libraries" in third_party/README.md, which lies beside the catalogue as
/// libraries.md. Empty where the file is missing.
std::vector<LibraryUsed> libraries_used(const std::filesystem::path& readme);
std::vector<LibraryUsed> libraries_used();

}  // namespace nahraum::app
