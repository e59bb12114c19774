#pragma once
/// Who has a project open: a small file beside it, so that a second opener reads only. Works on
/// network drives, where it tells who and since when; on the same machine it also tells whether
/// that program still lives.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace nahraum::app {

/// Who holds the lock.
struct Holder {
  std::string user, host;
  std::string since;  ///< "2026-11-27 14:05", local
};

/// Held as long as it lives; the file goes with it.
class ProjectLock {
 public:
  /// Of `file`. Where the folder takes no file, nobody can write the project either: no lock is
  /// needed and none is held. `holder` is set where somebody else has it open.
  explicit ProjectLock(const std::filesystem::path& file);
  /// Whoever held it is believed to be gone: another machine's, which cannot be asked.
  static void forget(const std::filesystem::path& file);
  ~ProjectLock();
  ProjectLock(const ProjectLock&) = delete;
  ProjectLock& operator=(const ProjectLock&) = delete;

  const std::optional<Holder>& holder() const { return holder_; }

 private:
  bool take();
  std::filesystem::path path_;
  int fd_ = -1;
  std::optional<Holder> holder_;
};

/// "stadt.gpkg" → ".~stadt.gpkg.lock" in the same folder.
std::filesystem::path lock_file_of(const std::filesystem::path& file);

}  // namespace nahraum::app
