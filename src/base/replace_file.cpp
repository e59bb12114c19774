#include "base/replace_file.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <unistd.h>

#include "base/translate.hpp"

namespace nahraum::base {
namespace {

namespace fs = std::filesystem;

const char* advice(int reason) {
  switch (reason) {
    case ENOSPC:
    case EDQUOT:
      return tr("free some space or choose another drive; the old file is unchanged");
    case ENOENT:
    case ENOTDIR:
      return tr("choose a folder that exists");
    default:
      return tr("choose a folder you may write to; the old file is unchanged");
  }
}

tl::unexpected<Error> system_error(const char* what, const fs::path& where) {
  const int reason = errno;
  return fail(ErrorCode::io, std::string(what) + ": " + std::strerror(reason), where.string(),
              advice(reason));
}

/// Closes the descriptor and reports what the kernel kept back until now.
Result<void> sync_path(const fs::path& path, int flags) {
  const int fd = ::open(path.c_str(), flags | O_CLOEXEC);
  if (fd < 0) return system_error(tr("cannot be opened for syncing"), path);
  const bool synced = ::fsync(fd) == 0 || errno == EINVAL;  // some file systems cannot sync folders
  const int reason = errno;
  ::close(fd);
  errno = reason;
  if (!synced) return system_error(tr("cannot be written to disk"), path);
  return {};
}

fs::path followed(const fs::path& path) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  return error ? fs::absolute(path) : real;
}

/// Exclusive: never somebody else's file. It keeps the extension, which some writers look at.
Result<fs::path> temporary_beside(const fs::path& target) {
  const std::string extension = target.extension().string();
  std::string name =
      (target.parent_path() / ("." + target.stem().string() + ".XXXXXX" + extension)).string();
  const int fd = ::mkstemps(name.data(), static_cast<int>(extension.size()));
  if (fd < 0) return system_error(tr("cannot be written"), target);
  ::close(fd);
  return fs::path(name);
}

Result<void> put_in_place(const fs::path& temporary, const fs::path& target) {
  std::error_code ignored;
  const auto old_mode = fs::status(target, ignored).permissions();
  fs::permissions(temporary,
                  fs::exists(target, ignored) ? old_mode
                                              : fs::perms::owner_read | fs::perms::owner_write |
                                                    fs::perms::group_read | fs::perms::others_read,
                  ignored);
  if (auto synced = sync_path(temporary, O_RDONLY); !synced) return synced;
  if (::rename(temporary.c_str(), target.c_str()) != 0) {
    return system_error(tr("cannot take the old file's place"), target);
  }
  return sync_path(target.parent_path(), O_RDONLY | O_DIRECTORY);
}

Result<void> write_bytes(const fs::path& path, std::string_view bytes) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC);
  if (fd < 0) return system_error(tr("cannot be written"), path);
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      const auto error = system_error(tr("cannot be written"), path);
      ::close(fd);
      return error;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::close(fd) != 0) return system_error(tr("cannot be written"), path);
  return {};
}

}  // namespace

Result<void> replace_file(const fs::path& path,
                          const std::function<Result<void>(const fs::path&)>& write,
                          const std::function<Result<void>(const fs::path&)>& verify) {
  const fs::path target = followed(path);
  const auto temporary = temporary_beside(target);
  if (!temporary) return tl::unexpected(temporary.error());
  auto result = write(*temporary);
  if (result) result = verify(*temporary);
  if (result) result = put_in_place(*temporary, target);
  if (!result) {
    std::error_code ignored;
    fs::remove(*temporary, ignored);
    if (result.error().where == temporary->string()) result.error().where = path.string();
  }
  return result;
}

Result<void> replace_file(const fs::path& path, std::string_view bytes) {
  return replace_file(
      path, [&](const fs::path& temporary) { return write_bytes(temporary, bytes); },
      [&](const fs::path& temporary) -> Result<void> {
        std::ifstream file(temporary, std::ios::binary);
        const std::string back{std::istreambuf_iterator<char>(file), {}};
        if (back == bytes) return {};
        return fail(ErrorCode::io, tr("what was written does not read back the same"),
                    path.string(), tr("check the drive; the old file is unchanged"));
      });
}

}  // namespace nahraum::base
