// Where no window can be opened the program says why in one sentence, and ends.

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include <catch2/catch.hpp>
#include <sys/wait.h>

#include "tests/platform/screen.hpp"

namespace {

struct Ended {
  int code = -1;
  std::string said;
};

/// The program with these settings of the environment; its messages. What a driver that fails
/// leaves behind has no name any more when the sanitizer counts: leaks are looked for in the other
/// tests.
Ended started_with(const std::string& environment) {
  const std::string command = "env " + environment +
                              " ASAN_OPTIONS=detect_leaks=0 timeout 60 " NAHRAUM_BINARY_DIR
                              "/bin/nahraum view --screenshot /dev/null 2>&1";
  Ended ended;
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe);
  std::array<char, 256> buffer{};
  while (std::fgets(buffer.data(), static_cast<int>(buffer.size()), pipe))
    ended.said += buffer.data();
  const int status = pclose(pipe);
  ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return ended;
}

/// One line, no crash, and what to do instead.
void check_told(const Ended& ended) {
  INFO(ended.said);
  CHECK(ended.code == 1);
  CHECK(std::count(ended.said.begin(), ended.said.end(), '\n') == 1);
  CHECK(ended.said.find("nahraum --help") != std::string::npos);
}

}  // namespace

TEST_CASE("without a display the program says so and names the command line") {
  for (const char* display : {"-u DISPLAY", "DISPLAY=:987"}) {
    const auto ended = started_with(std::string(display) + " NAHRAUM_LANGUAGE=en");
    check_told(ended);
    CHECK(ended.said.find("no display") != std::string::npos);
  }
}

TEST_CASE("a display without OpenGL 3.3 is told, with what helps") {
  const nahraum::testing::Screen screen;
  if (!screen.ready()) {
    WARN("skipped: there is neither a display nor Xvfb");
    return;
  }
  const auto ended = started_with(
      "__GLX_VENDOR_LIBRARY_NAME=mesa LIBGL_ALWAYS_SOFTWARE=1 MESA_GL_VERSION_OVERRIDE=2.1 "
      "NAHRAUM_LANGUAGE=en");
  check_told(ended);
  CHECK(ended.said.find("no OpenGL 3.3") != std::string::npos);
}
