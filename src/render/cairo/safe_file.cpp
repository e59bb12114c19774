#include "render/cairo/safe_file.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/translate.hpp"

namespace nahraum::render {
namespace {

using base::tr;

std::string advice(int error_number) {
  switch (error_number) {
    case ENOSPC:
    case EDQUOT:
      return tr("free some space or choose another drive");
    case EACCES:
    case EPERM:
    case EROFS:
      return tr("choose a folder that you may write to");
    case ENOENT:
    case ENOTDIR:
      return tr("choose a folder that exists");
    default:
      return tr("try another folder");
  }
}

/// The last bytes as they lie on the disk.
std::string tail_of(int file, std::uint64_t size) {
  char bytes[64];
  const auto wanted = std::min<std::uint64_t>(size, sizeof bytes);
  const auto got = pread(file, bytes, wanted, static_cast<off_t>(size - wanted));
  return got > 0 ? std::string(bytes, static_cast<std::size_t>(got)) : std::string();
}

void sync_folder(const std::filesystem::path& folder) {
  const int handle =
      open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) return;
  fsync(handle);  // some file systems cannot: the rename itself has happened
  close(handle);
}

}  // namespace

SafeFile::SafeFile(std::filesystem::path target)
    : target_(std::move(target)), temporary_(target_.string() + fmt::format(".{}.part", getpid())) {
  file_ = open(temporary_.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file_ < 0) error_ = errno;
}

SafeFile::~SafeFile() {
  if (file_ < 0) return;
  close(file_);
  unlink(temporary_.c_str());
}

bool SafeFile::write(const void* bytes, std::size_t count) {
  const auto* at = static_cast<const char*>(bytes);
  while (error_ == 0 && count > 0) {
    const auto done = ::write(file_, at, count);
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) {
      error_ = errno;
      break;
    }
    at += done;
    count -= static_cast<std::size_t>(done);
    written_ += static_cast<std::uint64_t>(done);
  }
  return error_ == 0;
}

base::Result<void> SafeFile::failure(int error_number) const {
  return base::fail(
      base::ErrorCode::io,
      fmt::format(fmt::runtime(tr("could not be written: {}")), std::strerror(error_number)),
      target_.string(), advice(error_number));
}

base::Result<void> SafeFile::commit(const std::string& ending) {
  if (error_ != 0) return failure(error_);
  if (fsync(file_) != 0) return failure(errno);
  struct stat state {};
  if (fstat(file_, &state) != 0) return failure(errno);
  const auto size = static_cast<std::uint64_t>(state.st_size);
  if (size != written_ || tail_of(file_, size).find(ending) == std::string::npos) {
    return failure(EIO);
  }
  if (close(std::exchange(file_, -1)) != 0 || rename(temporary_.c_str(), target_.c_str()) != 0) {
    const int error_number = errno;
    unlink(temporary_.c_str());
    return failure(error_number);
  }
  sync_folder(target_.parent_path());
  return {};
}

}  // namespace nahraum::render
