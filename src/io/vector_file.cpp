#include "io/vector_file.hpp"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/paths.hpp"
#include "base/translate.hpp"
#include "io/vector_wire.hpp"

namespace nahraum::io {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::tr;
using Clock = std::chrono::steady_clock;

constexpr auto patience = std::chrono::seconds(10);
constexpr std::size_t most_bytes = 600'000'000;

/// Beside the running program, or in the folder for helper programs of an installation.
fs::path reader_program() {
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (const fs::path& place :
       {folder / "nahraum-reader", folder / "../libexec/nahraum/nahraum-reader"}) {
    if (fs::is_regular_file(place, error)) return place;
  }
  return {};
}

struct Child {
  pid_t pid = -1;
  int output = -1;

  Child() = default;
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (output >= 0) ::close(output);
    if (pid > 0) {
      ::kill(pid, SIGKILL);
      wait();
    }
  }
  int wait() {
    int status = 0;
    while (pid > 0 && ::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    pid = -1;
    return status;
  }
};

/// A clean environment and no open files but the pipe: what was inherited cannot steer GDAL.
bool start(Child& child, const fs::path& program, const std::vector<std::string>& arguments) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return false;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  std::vector<char*> argv{const_cast<char*>(program.c_str())};
  for (const auto& argument : arguments)
    argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  char locale[] = "LC_ALL=C.UTF-8", path[] = "PATH=/usr/bin:/bin";
  std::string share = "NAHRAUM_SHARE=" + base::share_dir().string();  // its messages, in German
  char* environment[] = {locale, path, share.data(), nullptr};
  const int failed =
      posix_spawn(&child.pid, program.c_str(), &actions, nullptr, argv.data(), environment);
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  child.output = ends[0];
  if (failed) child.pid = -1;
  return failed == 0;
}

enum class Ending { finished, too_slow, too_much };

Ending collect(const Child& child, std::string& bytes) {
  const auto deadline = Clock::now() + patience;
  std::vector<char> chunk(1 << 16);
  for (;;) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return Ending::too_slow;
    pollfd ready{child.output, POLLIN, 0};
    const int count = ::poll(&ready, 1, static_cast<int>(left));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return Ending::too_slow;
    const ssize_t got = ::read(child.output, chunk.data(), chunk.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return Ending::finished;
    bytes.append(chunk.data(), static_cast<std::size_t>(got));
    if (bytes.size() > most_bytes) return Ending::too_much;
  }
}

tl::unexpected<base::Error> stopped(Ending ending, const fs::path& file) {
  const char* what = ending == Ending::too_slow
                         ? tr("reading took longer than 10 seconds and was stopped")
                     : ending == Ending::too_much ? tr("the layer is too large")
                                                  : tr("the file is damaged: its reader crashed");
  return base::fail(ErrorCode::bad_input, what, file.filename().string(),
                    tr("export the layer again, for example with QGIS"));
}

base::Result<VectorLayer> read_shapes(const char* kind, const fs::path& file,
                                      const std::string& layer, int target_epsg) {
  const fs::path program = reader_program();
  if (program.empty()) {
    return base::fail(ErrorCode::io,
                      tr("the program nahraum-reader is missing from the installation"), {},
                      tr("install Nahraum again"));
  }
  Child child;
  if (!start(child, program,
             {kind, file.string(), layer, std::to_string(target_epsg),
              base::language() == base::Language::english ? "en" : "de"})) {
    return base::fail(ErrorCode::io, tr("no further process can be started"), program.string(),
                      tr("close other programs and try again"));
  }
  std::string bytes;
  const Ending ending = collect(child, bytes);
  if (ending == Ending::finished) {
    child.wait();
    if (auto result = wire::decode(bytes)) return std::move(*result);
  }
  return stopped(ending, file);
}

}  // namespace

base::Result<VectorLayer> read_polygons(const fs::path& file, const std::string& layer,
                                        int target_epsg) {
  return read_shapes("polygons", file, layer, target_epsg);
}

base::Result<VectorLayer> read_points(const fs::path& file, const std::string& layer,
                                      int target_epsg) {
  return read_shapes("points", file, layer, target_epsg);
}

}  // namespace nahraum::io
