#pragma once
/// The fuzzer's bytes as a file, since that is what the readers take.

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/paths.hpp"
#include "io/catalogue_yaml.hpp"

namespace nahraum::fuzz {

/// A folder of this process; it goes when the process ends in order.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "nahraum-fuzz.XXXXXX").string();
    if (!mkdtemp(name.data())) std::abort();
    path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::filesystem::path write(const char* name, const std::uint8_t* bytes, std::size_t size) const {
    std::ofstream(path_ / name, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes), static_cast<std::streamsize>(size));
    return path_ / name;
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline const Folder& folder() {
  static const Folder only;
  return only;
}

inline const model::Catalogue& catalogue() {
  static const auto shipped = io::read_catalogue(base::share_dir() / "catalogue");
  if (!shipped) std::abort();
  return *shipped;
}

}  // namespace nahraum::fuzz
