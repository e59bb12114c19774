#include "base/result.hpp"

#include <csignal>
#include <string>

#include <catch2/catch.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include "base/check.hpp"
#include "base/units.hpp"

using namespace nahraum::base;

namespace {

/// Runs `body` in a child process with its stderr in a pipe: {signal that ended it, stderr}.
std::pair<int, std::string> in_child(void (*body)()) {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  const pid_t child = fork();
  if (child == 0) {
    std::signal(SIGABRT, SIG_DFL);
    dup2(ends[1], STDERR_FILENO);
    body();
    _exit(0);
  }
  close(ends[1]);
  std::string text;
  char buffer[256];
  for (ssize_t n = 0; (n = read(ends[0], buffer, sizeof buffer)) > 0;) {
    text.append(buffer, static_cast<std::size_t>(n));
  }
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  return {WIFSIGNALED(status) ? WTERMSIG(status) : 0, text};
}

void say_saved() {
  (void)!write(STDERR_FILENO, "project saved\n", 14);
}

void fail_again() {
  NAHRAUM_CHECK(2 + 2 == 5);
}

}  // namespace

TEST_CASE("an error reads as one line: where, what, what to do") {
  const Error error{ErrorCode::truncated, "the file ends early", "stadt.osm.pbf", "fetch it again"};
  CHECK(one_line(error) == "stadt.osm.pbf: the file ends early – fetch it again");
  CHECK(one_line({ErrorCode::io, "disk full", "", ""}) == "disk full");
  CHECK(one_line({ErrorCode::io, "disk full", "out.pdf", ""}) == "out.pdf: disk full");
  CHECK(one_line({ErrorCode::io, "disk full", "a\nb.pdf", ""}) == "a b.pdf: disk full");
}

TEST_CASE("a failure converts to any result") {
  const Result<int> count = fail(ErrorCode::not_found, "no such layer", "a.gpkg");
  REQUIRE_FALSE(count);
  CHECK(count.error().code == ErrorCode::not_found);
  CHECK(count.error().where == "a.gpkg");
  CHECK(count.error().what_to_do.empty());
}

TEST_CASE("a broken invariant says where and saves the project before it ends the program") {
  const auto [signal, text] = in_child([] {
    set_last_act(say_saved);
    NAHRAUM_CHECK(1 > 2);
  });
  CHECK(signal == SIGABRT);
  CHECK(text.find("broken invariant `1 > 2` at ") != text.npos);
  CHECK(text.find("result_test.cpp:") != text.npos);
  CHECK(text.find("project saved") != text.npos);
}

TEST_CASE("an invariant broken while saving does not save again for ever") {
  const auto [signal, text] = in_child([] {
    set_last_act(fail_again);
    NAHRAUM_CHECK(1 > 2);
  });
  CHECK(signal == SIGABRT);
  CHECK(text.find("2 + 2 == 5") != text.npos);
}

TEST_CASE("quantities add and compare within their own unit") {
  CHECK(Metres(2.5) + Metres(1.25) == Metres(3.75));
  CHECK(Seconds(60) - Seconds(1.5) == Seconds(58.5));
  CHECK(Seconds(3) * 2.0 == Seconds(6));
  CHECK(Metres(3) < Metres(4));
  CHECK(to_seconds(Millis(1'250)) == Seconds(1.25));
  CHECK(Millis(4'000'000'000U) < unreachable);
}
