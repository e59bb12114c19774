#pragma once
/// A file that is either whole or not there.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "base/result.hpp"

namespace nahraum::render {

/// Written beside its place under a temporary name; `commit` syncs, checks size and ending, and
/// renames. Without commit nothing is left. Errors are remembered: later writes do nothing.
class SafeFile {
 public:
  explicit SafeFile(std::filesystem::path target);
  ~SafeFile();
  SafeFile(const SafeFile&) = delete;
  SafeFile& operator=(const SafeFile&) = delete;

  bool write(const void* bytes, std::size_t count);
  /// `ending` must stand within the last 64 bytes of what lies on the disk. Errors: io.
  base::Result<void> commit(const std::string& ending);

 private:
  base::Result<void> failure(int error_number) const;

  std::filesystem::path target_;
  std::filesystem::path temporary_;
  int file_ = -1;
  int error_ = 0;
  std::uint64_t written_ = 0;
};

}  // namespace nahraum::render
