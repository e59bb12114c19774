#pragma once
/// What a handful of files is good for: guessed from names and first lines, corrected by the user.

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "app/new_options.hpp"
#include "base/result.hpp"

namespace nahraum::app {

enum class FileRole {
  unused,
  project,
  streets,
  district,
  population,
  services,
  service_areas,
  elevation
};
inline constexpr int file_role_count = 8;

struct GivenFile {
  std::filesystem::path path;
  FileRole role = FileRole::unused;
  std::string remark = {};  ///< why it is not used
  friend bool operator==(const GivenFile&, const GivenFile&) = default;
};

/// One entry per file, in order; a folder stands for the files in it, hidden ones left out. Reads
/// the first 4 kB of tables at most. Never fails: what cannot be read is unused, with the reason.
std::vector<GivenFile> sort_files(const std::vector<std::filesystem::path>& files);

/// A project made of them. Errors: bad_input where streets are missing or given twice, where there
/// are two districts, or nothing is known of a file that is to be used.
base::Result<NewOptions> new_options(const std::vector<GivenFile>& files);

}  // namespace nahraum::app
