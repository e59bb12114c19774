/// nahraum-reader: reads one foreign file with GDAL in a process of its own, which may be killed,
/// may not write, and has no network. Started by io/vector_file.cpp only.

#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <exception>
#include <functional>
#include <string>
#include <vector>

#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/translate.hpp"
#include "io/elevation_reader.hpp"
#include "io/elevation_wire.hpp"
#include "io/vector_reader.hpp"
#include "io/vector_wire.hpp"

namespace {

namespace geo = nahraum::geo;
namespace io = nahraum::io;

void limit(int resource, rlim_t value) {
  const rlimit both{value, value};
  setrlimit(resource, &both);
}

/// `seconds`: of processor time.
void confine(rlim_t seconds) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  // A network namespace without interfaces, where the system lets us have one.
  if (unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0 && unshare(CLONE_NEWNET) != 0) errno = 0;
  std::signal(SIGXFSZ, SIG_IGN);
  limit(RLIMIT_CPU, seconds);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CORE, 0);
  close_range(3, ~0U, 0);  // what the parent's libraries left open
  limit(RLIMIT_NOFILE, 64);
#if !defined(NAHRAUM_SANITIZED)     // the sanitizer reserves terabytes of addresses
  limit(RLIMIT_AS, 1'500'000'000);  // 1 GB of data besides the libraries
#endif
}

bool write_all(const std::string& bytes) {
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t count = write(STDOUT_FILENO, bytes.data() + done, bytes.size() - done);
    if (count <= 0) return false;
    done += static_cast<std::size_t>(count);
  }
  return true;
}

geo::Box box_of(const std::string& text) {
  geo::Box box;
  const char* at = text.data();
  const char* const end = at + text.size();
  for (double* corner : {&box.min_x, &box.min_y, &box.max_x, &box.max_y}) {
    const auto [next, error] = std::from_chars(at, end, *corner);
    if (error != std::errc()) return {};
    at = next == end ? end : next + 1;
  }
  return box;
}

/// What is asked for; empty for anything else. The last argument is the language.
std::function<std::string()> reading(const std::vector<std::string>& arguments) {
  const bool points = arguments.size() == 5 && arguments[0] == "points";
  if (points || (arguments.size() == 5 && arguments[0] == "polygons")) {
    const auto read = points ? io::read_points_here : io::read_polygons_here;
    return
        [=] { return io::wire::encode(read(arguments[1], arguments[2], std::stoi(arguments[3]))); };
  }
  if (arguments.size() == 6 && arguments[0] == "heights") {
    return [=] {
      return io::wire::encode(io::read_heights_here(arguments[1], std::stoi(arguments[2]),
                                                    box_of(arguments[3]), std::stod(arguments[4])));
    };
  }
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const auto read = reading(arguments);
  if (!read) {
    std::fputs("nahraum-reader is started by nahraum\n", stderr);
    return 2;
  }
  const bool english = arguments.back() == "en";
  nahraum::base::set_language(english ? nahraum::base::Language::english
                                      : nahraum::base::Language::german);
  confine(arguments[0] == "heights" ? 60 : 10);
  try {
    return write_all(read()) ? 0 : 1;
  } catch (const std::exception&) {  // no memory left, most likely: the parent sees the missing end
    return 1;
  }
}
