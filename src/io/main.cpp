/// nahraum-reader: reads one foreign file with GDAL in a process of its own, which may be killed,
/// may not write, and has no network. Started by io/vector_file.cpp only.

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <string>

#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/translate.hpp"
#include "io/vector_reader.hpp"
#include "io/vector_wire.hpp"

namespace {

void limit(int resource, rlim_t value) {
  const rlimit both{value, value};
  setrlimit(resource, &both);
}

void confine() {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  // A network namespace without interfaces, where the system lets us have one.
  if (unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0 && unshare(CLONE_NEWNET) != 0) errno = 0;
  std::signal(SIGXFSZ, SIG_IGN);
  limit(RLIMIT_CPU, 10);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CORE, 0);
  close_range(3, ~0U, 0);  // what the parent's libraries left open
  limit(RLIMIT_NOFILE, 64);
#if !defined(__SANITIZE_ADDRESS__)  // the sanitizer reserves terabytes of addresses
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

}  // namespace

int main(int argc, char** argv) {
  const bool points = argc == 6 && std::strcmp(argv[1], "points") == 0;
  if (argc != 6 || (!points && std::strcmp(argv[1], "polygons") != 0)) {
    std::fputs("nahraum-reader is started by nahraum\n", stderr);
    return 2;
  }
  const bool english = std::strcmp(argv[5], "en") == 0;
  nahraum::base::set_language(english ? nahraum::base::Language::english
                                      : nahraum::base::Language::german);
  confine();
  try {
    const auto read = points ? nahraum::io::read_points_here : nahraum::io::read_polygons_here;
    const auto layer = read(argv[2], argv[3], std::atoi(argv[4]));
    return write_all(nahraum::io::wire::encode(layer)) ? 0 : 1;
  } catch (const std::exception&) {  // no memory left, most likely: the parent sees the missing end
    return 1;
  }
}
