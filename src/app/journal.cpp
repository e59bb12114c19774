#include "app/journal.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <fstream>

#include <fcntl.h>
#include <fmt/chrono.h>
#include <nlohmann/json.hpp>
#include <sys/file.h>
#include <unistd.h>

#include "base/replace_file.hpp"
#include "base/translate.hpp"
#include "jobs/errand.hpp"

namespace nahraum::app {
namespace {

namespace fs = std::filesystem;
using base::tr;

constexpr const char* steps_name = "steps.jsonl";
constexpr const char* about_name = "about.json";
constexpr const char* base_name = "base.gpkg";
constexpr const char* declined_name = "declined";

tl::unexpected<base::Error> refused(const fs::path& where) {
  return base::fail(
      base::ErrorCode::io, tr("What you did cannot be kept until it is saved"),
      where.string() + " (" + std::strerror(errno) + ")",
      tr("Save the project now; where this disk is full, under another name on another "
         "one."));
}

/// How the file is recognised as the same: size and time of the last change.
std::string mark_of(const fs::path& file) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  if (error) return "";
  const auto time = fs::last_write_time(file, error).time_since_epoch().count();
  return error ? "" : fmt::format("{} {}", size, time);
}

std::string read_all(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

fs::path new_folder(const fs::path& root) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
  return root / fmt::format("{}-{}", ms, getpid());
}

class File {
 public:
  File(const fs::path& path, int flags) : fd_(open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
  ~File() {
    if (fd_ >= 0) close(fd_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int fd() const { return fd_; }
  bool lock() const { return fd_ >= 0 && flock(fd_, LOCK_EX | LOCK_NB) == 0; }

 private:
  int fd_;
};

bool write_whole(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

/// The open folder. What was written is brought to the disk beside the main thread: it may take
/// seconds.
struct Journal::Disk {
  explicit Disk(fs::path where)
      : folder(std::move(where)),
        steps(folder / steps_name, O_WRONLY | O_CREAT | O_APPEND),
        sync([this] { fdatasync(steps.fd()); }) {
    steps.lock();
  }

  fs::path folder;
  File steps;
  std::size_t written = 0;  ///< lines
  jobs::Errand sync;        ///< before the file is closed
};

fs::path unsaved_root() {
  const char* state = std::getenv("XDG_STATE_HOME");
  const char* home = std::getenv("HOME");
  const fs::path base =
      state && *state ? fs::path(state) : fs::path(home ? home : "/nonexistent") / ".local/state";
  return base / "nahraum" / "unsaved";
}

Journal::Journal(fs::path root, std::string title, fs::path file, bool precious)
    : root_(std::move(root)),
      title_(std::move(title)),
      file_(std::move(file)),
      precious_(precious) {}

Journal::~Journal() = default;

base::Result<void> Journal::begin() {
  const auto folder = new_folder(root_);
  std::error_code error;
  fs::create_directories(folder, error);
  const nlohmann::json about = {{"title", title_},
                                {"file", file_.empty() ? "" : fs::absolute(file_).string()},
                                {"mark", mark_of(file_)},
                                {"precious", precious_}};
  const auto told = base::replace_file(
      folder / about_name, about.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
  if (!told) return tl::unexpected(told.error());
  auto disk = std::make_unique<Disk>(folder);
  if (disk->steps.fd() < 0) return refused(folder);
  disk_ = std::move(disk);
  return {};
}

base::Result<fs::path> Journal::base_file() {
  if (!disk_) {
    if (const auto begun = begin(); !begun) return tl::unexpected(begun.error());
  }
  return disk_->folder / base_name;
}

/// All lines that are not on the disk yet: what it refused is tried again with the next step, so
/// that there is never a gap.
base::Result<void> Journal::write_pending() {
  if (!disk_) {
    if (auto begun = begin(); !begun) return begun;
  }
  for (; disk_->written < lines_.size(); ++disk_->written) {
    const auto before = lseek(disk_->steps.fd(), 0, SEEK_END);
    if (write_whole(disk_->steps.fd(), lines_[disk_->written])) continue;
    const auto error = refused(disk_->folder);
    // Half a line would spoil the next one.
    if (ftruncate(disk_->steps.fd(), before) != 0) disk_.reset();
    return error;
  }
  disk_->sync.ask();
  return {};
}

base::Result<void> Journal::add(const Step& step) {
  lines_.push_back(to_line(step) + "\n");
  return write_pending();
}

std::size_t Journal::steps() const {
  return lines_.size();
}

base::Result<void> Journal::saved_as(const fs::path& file, std::size_t kept) {
  auto left = lines_;
  left.erase(left.begin(), left.begin() + static_cast<std::ptrdiff_t>(std::min(kept, left.size())));
  // The old folder goes when the new one is there.
  const auto old = std::move(disk_);
  const auto remove_old = [&] {
    std::error_code error;
    if (old) fs::remove_all(old->folder, error);
  };
  lines_ = std::move(left);
  file_ = file;
  if (lines_.empty()) {
    remove_old();
    return {};
  }
  if (auto written = write_pending(); !written) return written;
  remove_old();
  return {};
}

void Journal::end() {
  lines_.clear();
  if (!disk_) return;
  const auto folder = disk_->folder;
  disk_.reset();
  std::error_code error;
  fs::remove_all(folder, error);
}

void Journal::put_aside() {
  if (!disk_) return;
  std::ofstream(disk_->folder / declined_name) << "\n";
  disk_.reset();
}

namespace {

std::string local_time(const fs::path& file) {
  std::error_code error;
  const auto at = fs::last_write_time(file, error);
  if (error) return "";
  const auto now = std::chrono::system_clock::now() +
                   std::chrono::duration_cast<std::chrono::system_clock::duration>(
                       at - fs::file_time_type::clock::now());
  return fmt::format("{:%Y-%m-%d %H:%M}",
                     fmt::localtime(std::chrono::system_clock::to_time_t(now)));
}

bool declined_long_ago(const fs::path& folder) {
  std::error_code error;
  const auto at = fs::last_write_time(folder / declined_name, error);
  return !error && fs::file_time_type::clock::now() - at > std::chrono::hours(24) * declined_days;
}

/// Nobody's, with nothing in it. Young ones may just be begun.
bool is_left_over(const fs::path& folder) {
  const File steps(folder / steps_name, O_RDONLY);
  std::error_code error;
  const auto at = fs::last_write_time(folder, error);
  return steps.lock() && !error && fs::file_time_type::clock::now() - at > std::chrono::hours(1);
}

std::optional<UnsavedWork> work_in(const fs::path& folder) {
  const File steps(folder / steps_name, O_RDONLY);
  if (!steps.lock()) return std::nullopt;
  const auto about = nlohmann::json::parse(read_all(folder / about_name), nullptr, false);
  if (!about.is_object()) return std::nullopt;
  UnsavedWork work;
  work.folder = folder;
  work.title = about.value("title", "");
  work.file = about.value("file", "");
  work.changed = local_time(folder / steps_name);
  work.steps = steps_of(work).size();
  work.file_differs = mark_of(base_of(work)).empty() ||
                      (!work.file.empty() && mark_of(work.file) != about.value("mark", ""));
  work.declined = fs::exists(folder / declined_name);
  const bool precious = about.value("precious", false) && fs::exists(base_of(work));
  const bool worth_it = work.steps > 0 || precious;
  return worth_it ? std::optional(work) : std::nullopt;
}

}  // namespace

std::vector<UnsavedWork> unsaved_work(const fs::path& root) {
  std::vector<UnsavedWork> all;
  std::vector<fs::path> folders;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(root, error))
    folders.push_back(entry.path());
  std::sort(folders.rbegin(), folders.rend());  // they are named by their time
  for (const auto& folder : folders) {
    const bool old = declined_long_ago(folder);
    auto work = old ? std::nullopt : work_in(folder);
    if (work) {
      all.push_back(std::move(*work));
    } else if (old || is_left_over(folder)) {
      fs::remove_all(folder, error);
    }
  }
  return all;
}

std::vector<Step> steps_of(const UnsavedWork& work) {
  std::vector<Step> steps;
  std::ifstream file(work.folder / steps_name, std::ios::binary);
  for (std::string line; std::getline(file, line);) {
    auto step = step_from_line(line);
    if (!step || file.eof()) break;
    steps.push_back(std::move(*step));
  }
  return steps;
}

fs::path base_of(const UnsavedWork& work) {
  return work.file.empty() ? work.folder / base_name : work.file;
}

void decline(const UnsavedWork& work) {
  std::ofstream(work.folder / declined_name) << "\n";
}

void forget(const UnsavedWork& work) {
  std::error_code error;
  fs::remove_all(work.folder, error);
}

}  // namespace nahraum::app
