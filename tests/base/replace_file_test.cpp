#include "base/replace_file.hpp"

#include <csignal>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace nahraum;
namespace fs = std::filesystem;

namespace {

/// A private folder that goes away with the test.
struct Folder {
  fs::path path;
  Folder() {
    std::string name = (fs::temp_directory_path() / "nahraum-replace-XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path); }
};

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

long entries(const fs::path& folder) {
  return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

}  // namespace

TEST_CASE("a file is replaced as a whole and nothing is left beside it") {
  const Folder folder;
  const auto file = folder.path / "Straße.csv";
  REQUIRE(base::replace_file(file, "old"));
  REQUIRE(base::replace_file(file, "new and longer"));
  CHECK(read(file) == "new and longer");
  CHECK(entries(folder.path) == 1);
}

TEST_CASE("a link is followed, not replaced") {
  const Folder folder;
  REQUIRE(base::replace_file(folder.path / "real", "old"));
  fs::create_symlink("real", folder.path / "link");
  REQUIRE(base::replace_file(folder.path / "link", "new"));
  CHECK(fs::is_symlink(folder.path / "link"));
  CHECK(read(folder.path / "real") == "new");
}

TEST_CASE("a failed check keeps the old file") {
  const Folder folder;
  const auto file = folder.path / "a";
  REQUIRE(base::replace_file(file, "old"));
  const auto result = base::replace_file(
      file,
      [](const fs::path& temporary) -> base::Result<void> {
        std::ofstream(temporary) << "half";
        return {};
      },
      [](const fs::path&) -> base::Result<void> {
        return base::fail(base::ErrorCode::io, "only half of it came back");
      });
  REQUIRE_FALSE(result);
  CHECK(read(file) == "old");
  CHECK(entries(folder.path) == 1);
}

TEST_CASE("a folder that is none is told with its path") {
  const auto result = base::replace_file("/proc/self/status/a.csv", "text");
  REQUIRE_FALSE(result);
  CHECK(result.error().code == base::ErrorCode::io);
  CHECK(result.error().where.find("a.csv") != std::string::npos);
}

TEST_CASE("a disk that is full keeps the old file whole and says so") {
  const Folder folder;
  const auto file = folder.path / "a";
  REQUIRE(base::replace_file(file, "old"));
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {  // a file size limit fails writes as a full disk does
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{4096, 4096};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const bool refused = !base::replace_file(file, std::string(100000, 'x'));
    ::_exit(refused ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  CHECK(read(file) == "old");
  CHECK(entries(folder.path) == 1);
}
