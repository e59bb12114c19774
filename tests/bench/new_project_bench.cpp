#include <chrono>
#include <fstream>
#include <thread>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/new_project.hpp"
#include "app/workspace.hpp"
#include "io/project_gpkg.hpp"
#include "tests/bench/floor.hpp"
#include "tests/bench/raw_read.hpp"
#include "tests/bench/scratch_folder.hpp"
#include "tests/bench/town.hpp"

using namespace nahraum;
namespace fs = std::filesystem;

namespace {

base::Result<void> make(const fs::path& osm, const fs::path& target) {
  jobs::Context context;
  const auto catalogue = app::shipped_catalogue();
  if (!catalogue) return tl::unexpected(catalogue.error());
  app::NewProject input;
  input.osm = osm;
  const auto project = app::make_project(input, *catalogue, context);
  if (!project) return tl::unexpected(project.error());
  return io::write_project(*project, target, context);
}

double peak_mb_of(pid_t process) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::atof(line.c_str() + 6) / 1000;
  }
  return 0;
}

/// Of `nahraum new` in a process of its own, looked at until it ends: what wait4 reports would
/// contain the benchmark's own memory. 0 where it cannot be started or fails.
double peak_mb_of_new(const fs::path& osm, const fs::path& target) {
  const std::string program = fs::canonical("/proc/self/exe").replace_filename("nahraum");
  std::string words[] = {program, "new", target.string(), "--osm", osm.string(), "--quiet"};
  char* arguments[] = {words[0].data(), words[1].data(), words[2].data(), words[3].data(),
                       words[4].data(), words[5].data(), nullptr};
  posix_spawn_file_actions_t quiet;
  posix_spawn_file_actions_init(&quiet);
  posix_spawn_file_actions_addopen(&quiet, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t process = 0;
  const int failed = posix_spawn(&process, program.c_str(), &quiet, nullptr, arguments, environ);
  posix_spawn_file_actions_destroy(&quiet);
  if (failed) return 0;
  double peak_mb = 0;
  int status = 0;
  while (waitpid(process, &status, WNOHANG) == 0) {
    peak_mb = std::max(peak_mb, peak_mb_of(process));
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return status == 0 ? peak_mb : 0;
}

/// Floor: libosmium reads every object of the same file. Work: from the file to the project on the
/// disk, counted again and synced, as `nahraum new` does it. `peak_MB` is that program's.
void new_project(benchmark::State& state) {
  const auto osm = bench::town_file();
  if (!fs::exists(osm)) return state.SkipWithError("no test data");
  const bench::ScratchFolder folder;
  const auto target = folder.path() / "town.gpkg";
  bool made = true;
  bench::against_floor(
      state, [&] { bench::read_raw(osm); }, [&] { made = made && make(osm, target).has_value(); });
  const double peak_mb = peak_mb_of_new(osm, folder.path() / "once.gpkg");
  if (!made || peak_mb == 0) return state.SkipWithError("the project could not be made");
  state.counters["peak_MB"] = peak_mb;
}

}  // namespace

BENCHMARK(new_project)->Iterations(5)->UseManualTime()->Unit(benchmark::kMillisecond);
