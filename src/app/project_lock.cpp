#include "app/project_lock.hpp"

#include <array>
#include <ctime>
#include <fstream>

#include <fcntl.h>
#include <fmt/chrono.h>
#include <nlohmann/json.hpp>
#include <pwd.h>
#include <sys/file.h>
#include <unistd.h>

namespace nahraum::app {
namespace {

namespace fs = std::filesystem;

std::string this_host() {
  std::array<char, 256> name{};
  return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

std::string this_user() {
  const passwd* entry = getpwuid(getuid());
  return entry ? entry->pw_name : "";
}

std::string told() {
  const nlohmann::json json = {
      {"user", this_user()},
      {"host", this_host()},
      {"since", fmt::format("{:%Y-%m-%d %H:%M}", fmt::localtime(std::time(nullptr)))}};
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

Holder read_holder(const fs::path& path) {
  std::ifstream file(path);
  const auto json = nlohmann::json::parse(file, nullptr, false);
  if (!json.is_object()) return {"?", "?", "?"};  // just begun, or damaged
  return {json.value("user", "?"), json.value("host", "?"), json.value("since", "?")};
}

}  // namespace

fs::path lock_file_of(const fs::path& file) {
  return file.parent_path() / (".~" + file.filename().string() + ".lock");
}

/// The file may be a living program's (its flock tells on this machine), or was left behind by one
/// that was killed here; one of another machine is believed.
bool ProjectLock::take() {
  fd_ = open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (fd_ < 0) return false;
  const Holder known = read_holder(path_);
  const bool alive = flock(fd_, LOCK_EX | LOCK_NB) != 0;
  const bool elsewhere = known.host != "?" && known.host != this_host();
  if (alive || elsewhere) {
    holder_ = known;
    close(fd_);
    fd_ = -1;
    return false;
  }
  return true;
}

ProjectLock::ProjectLock(const fs::path& file) : path_(lock_file_of(file)) {
  if (!take()) return;
  const std::string text = told();
  const bool written = ftruncate(fd_, 0) == 0 &&
                       write(fd_, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  if (!written) return;  // the lock holds all the same, without a name
}

void ProjectLock::forget(const fs::path& file) {
  std::error_code error;
  fs::remove(lock_file_of(file), error);
}

ProjectLock::~ProjectLock() {
  if (fd_ < 0) return;
  std::error_code error;
  fs::remove(path_, error);
  close(fd_);
}

}  // namespace nahraum::app
