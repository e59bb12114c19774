// Two programs, one project: the second one reads only, and says who has it.

#include "app/project_lock.hpp"

#include <csignal>
#include <cstdlib>
#include <fstream>

#include <catch2/catch.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include "app/session.hpp"
#include "app/workspace.hpp"
#include "io/project_gpkg.hpp"
#include "tests/districts/random_world.hpp"

using namespace nahraum;
namespace fs = std::filesystem;

namespace {

struct Folder {
  Folder() {
    fs::remove_all(folder);
    fs::create_directories(folder);
    setenv("XDG_CONFIG_HOME", folder.c_str(), 1);
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(folder, ignored);
  }
  std::unique_ptr<app::Session> opened() {
    auto session = std::make_unique<app::Session>(app::shipped_catalogue().value());
    session->dispatch(app::OpenFile{file});
    session->settle();
    REQUIRE(session->state().project);
    return session;
  }
  void write_town() {
    jobs::Context context;
    REQUIRE(io::write_project(districts::random_town(7), file, context));
  }

  fs::path folder = fs::temp_directory_path() / ("nahraum-lock-" + std::to_string(getpid()));
  fs::path file = folder / "stadt.gpkg";
};

}  // namespace

TEST_CASE_METHOD(Folder, "one holds the lock, the next learns who; it goes with its holder") {
  {
    const app::ProjectLock mine(file);
    CHECK_FALSE(mine.holder());
    CHECK(fs::exists(app::lock_file_of(file)));
    const app::ProjectLock second(file);
    REQUIRE(second.holder());
    CHECK_FALSE(second.holder()->host.empty());
    CHECK(second.holder()->since.size() == 16);
  }
  CHECK_FALSE(fs::exists(app::lock_file_of(file)));
  CHECK_FALSE(app::ProjectLock(file).holder());
}

TEST_CASE_METHOD(Folder, "a killed program's lock holds nobody up on the same machine") {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    auto* lock = new app::ProjectLock(file);
    raise(lock->holder() ? SIGABRT : SIGKILL);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WTERMSIG(status) == SIGKILL);
  CHECK(fs::exists(app::lock_file_of(file)));
  CHECK_FALSE(app::ProjectLock(file).holder());
}

TEST_CASE_METHOD(Folder, "another machine's lock is believed until it is taken over") {
  write_town();
  std::ofstream(app::lock_file_of(file))
      << R"({"user":"planung","host":"rathaus-7","since":"2026-11-27 09:00"})";
  const auto session = opened();
  REQUIRE(session->state().locked_by);
  CHECK(session->state().locked_by->host == "rathaus-7");
  CHECK(session->state().read_only);
  model::Note note;
  note.points = {{1, 2}};
  session->dispatch(app::PerformEdit{model::AddNote{note}});
  CHECK(session->state().project->notes.empty());
  session->dispatch(app::TakeOverLock{});
  CHECK_FALSE(session->state().read_only);
  session->dispatch(app::PerformEdit{model::AddNote{note}});
  CHECK(session->state().project->notes.size() == 1);
}

TEST_CASE_METHOD(Folder, "the second opener saves under another name only, and edits that") {
  write_town();
  const auto first = opened();
  const auto second = opened();
  CHECK_FALSE(first->state().read_only);
  REQUIRE(second->state().read_only);
  const auto before = fs::last_write_time(file);
  second->dispatch(app::SaveProject{});
  second->settle();
  CHECK(fs::last_write_time(file) == before);
  second->dispatch(app::SaveProject{folder / "kopie.gpkg"});
  second->settle();
  CHECK(second->state().path == folder / "kopie.gpkg");
  CHECK_FALSE(second->state().read_only);
  CHECK(fs::exists(app::lock_file_of(folder / "kopie.gpkg")));
}

TEST_CASE_METHOD(Folder, "a folder that takes no file needs no lock") {
  const app::ProjectLock none(folder / "gibt-es-nicht" / "stadt.gpkg");
  CHECK_FALSE(none.holder());
}
