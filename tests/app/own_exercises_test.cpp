#include "app/own_exercises.hpp"

#include <cstdlib>
#include <fstream>

#include <catch2/catch.hpp>
#include <unistd.h>

#include "app/exercise_window.hpp"
#include "app/session.hpp"
#include "app/workspace.hpp"
#include "base/translate.hpp"

using namespace nahraum;
namespace fs = std::filesystem;

namespace {

/// A trainer's folder, and settings of its own.
struct Trainer {
  Trainer() {
    base::set_language(base::Language::english);
    folder = fs::temp_directory_path() / ("nahraum-own-" + std::to_string(getpid()));
    fs::create_directories(folder / "nahraum");
    if (const char* before = std::getenv("XDG_CONFIG_HOME")) before_ = before;
    setenv("XDG_CONFIG_HOME", folder.c_str(), 1);
    std::ofstream(folder / "nahraum" / "settings.json") << R"({"language": "en"})";
  }
  ~Trainer() {
    before_.empty() ? unsetenv("XDG_CONFIG_HOME") : setenv("XDG_CONFIG_HOME", before_.c_str(), 1);
    std::error_code ignored;
    fs::remove_all(folder, ignored);
  }
  fs::path write(const std::string& name, const std::string& id, const std::string& more = "",
                 const std::string& step = "one") const {
    std::ofstream(folder / name) << "id: " << id << R"(
module: 5
title: {de: "Unsere eigene", en: "Our own"}
goal: {de: "Ziel", en: "Goal"}
minutes: 20
)" << more << R"(
steps:
  - id: )" << step << R"(
    title: {de: "Eins", en: "One"}
    text: {de: "Lesen.", en: "Read."}
  - id: two
    title: {de: "Zwei", en: "Two"}
    text: {de: "Reden.", en: "Talk."}
)";
    return folder / name;
  }
  std::unique_ptr<app::Session> session() const {
    auto made = std::make_unique<app::Session>(app::shipped_catalogue().value());
    return made;
  }
  static void add(app::Session& session, std::vector<fs::path> files) {
    session.dispatch(app::ExerciseAction(app::AddExercises{std::move(files)}));
    session.settle();
  }
  static void open_demo(app::Session& session) {
    session.dispatch(app::OpenDemo{});
    session.settle();
    REQUIRE(session.state().project);
  }
  static bool listed(const app::Session& session, const std::string& id) {
    for (const auto& each : *session.state().exercise.all)
      if (each.id == id) return true;
    return false;
  }
  fs::path folder;

 private:
  std::string before_;
};

bool told(const app::Session& session, const std::string& part) {
  for (const auto& message : session.state().messages)
    if (message.text.find(part) != std::string::npos) return true;
  return false;
}

}  // namespace

TEST_CASE_METHOD(Trainer, "an own exercise is listed, opened, and there at the next start") {
  const auto file = write("mine.yaml", "our-own");
  {
    const auto first = session();
    open_demo(*first);
    add(*first, {file});
    REQUIRE(listed(*first, "our-own"));
    CHECK(listed(*first, "find-the-gap"));
    CHECK(first->state().module == 5);
    CHECK(first->state().exercise.own_read == 1);
    CHECK(told(*first, "Own exercise in module 5: “Our own”"));
    first->dispatch(app::ExerciseAction(app::BeginExercise{"our-own", "2026-11-27"}));
    CHECK(app::open_step(first->state()));
    add(*first, {file});
    CHECK(first->state().settings.exercises.size() == 1);
    CHECK(app::open_step(first->state()));
  }
  const auto second = session();
  open_demo(*second);
  CHECK(listed(*second, "our-own"));
  CHECK_FALSE(told(*second, "Own exercise"));
  second->dispatch(app::ExerciseAction(app::ForgetExercise{file.string()}));
  second->settle();
  CHECK_FALSE(listed(*second, "our-own"));
  CHECK(fs::exists(file));
  CHECK(app::load_settings().exercises.empty());
}

TEST_CASE_METHOD(Trainer, "a faulty file is told with its lines, and the rest goes on") {
  const auto bad = write("bad.yaml", "bad-one", "colour: red\nneeds: [gold]");
  const auto good = write("good.yaml", "good-one");
  const auto made = session();
  open_demo(*made);
  add(*made, {bad, good});
  CHECK(listed(*made, "good-one"));
  CHECK_FALSE(listed(*made, "bad-one"));
  CHECK(told(*made, "bad.yaml has 2 mistakes"));
  const auto& own = made->state().exercise.own;
  REQUIRE(own.size() == 2);
  REQUIRE(own[0].faults.size() == 2);
  CHECK(own[0].faults[0].line == 6);
  CHECK(app::fault_text(own[0].faults[0]).find("Line 6: ") == 0);
  CHECK(app::fault_text(own[0].faults[0]).find("colour") != std::string::npos);
  // Mended and read again.
  write("bad.yaml", "bad-one");
  add(*made, {bad});
  CHECK(listed(*made, "bad-one"));
  CHECK(made->state().exercise.own[0].faults.empty());
}

TEST_CASE_METHOD(Trainer, "an id that is taken is a fault, whoever has it") {
  const auto made = session();
  open_demo(*made);
  add(*made, {write("a.yaml", "find-the-gap"), write("b.yaml", "twin"), write("c.yaml", "twin")});
  const auto& own = made->state().exercise.own;
  REQUIRE(own.size() == 3);
  REQUIRE(own[0].faults.size() == 1);
  CHECK(app::fault_text(own[0].faults[0]).find("“find-the-gap” belongs to another") !=
        std::string::npos);
  CHECK(own[1].faults.empty());
  CHECK(own[2].faults.size() == 1);
}

TEST_CASE_METHOD(Trainer, "a missing file is named at the start and stays in the list") {
  const auto file = write("mine.yaml", "our-own");
  add(*session(), {file});
  fs::remove(file);
  {
    const auto later = session();
    open_demo(*later);
    REQUIRE(later->state().exercise.own.size() == 1);
    CHECK(later->state().exercise.own[0].missing);
    CHECK(told(*later, "mine.yaml cannot be found"));
  }
  write("mine.yaml", "our-own");
  const auto back = session();
  open_demo(*back);
  CHECK(listed(*back, "our-own"));
}

TEST_CASE_METHOD(Trainer, "before a project is open a file is taken all the same") {
  const auto made = session();
  add(*made, {write("mine.yaml", "our-own"), folder / "nothing.yaml"});
  CHECK(told(*made, "Own exercise in module 5"));
  CHECK(told(*made, "nothing.yaml cannot be found"));
  open_demo(*made);
  CHECK(listed(*made, "our-own"));
}

TEST_CASE_METHOD(Trainer, "whoever was at a step that is gone begins again") {
  const auto file = write("mine.yaml", "our-own", "", "first");
  const auto made = session();
  open_demo(*made);
  add(*made, {file});
  made->dispatch(app::ExerciseAction(app::BeginExercise{"our-own", "2026-11-27"}));
  REQUIRE(app::open_step(made->state())->id == "first");
  write("mine.yaml", "our-own", "", "other");
  add(*made, {file});
  CHECK_FALSE(app::open_step(made->state()));
  made->dispatch(
      app::ExerciseAction(app::OpenExercise{made->state().project->exercises.back().id}));
  REQUIRE(app::open_step(made->state()));
  CHECK(app::open_step(made->state())->id == "other");
}

TEST_CASE("exercise files are known by their ending, and remembered once by their whole path") {
  CHECK(app::is_exercise_file("Übung.YAML"));
  CHECK(app::is_exercise_file("a.yml"));
  CHECK_FALSE(app::is_exercise_file("a.gpkg"));
  std::vector<std::string> files;
  const auto whole = app::remember_exercise(files, "x/../mine.yaml");
  app::remember_exercise(files, "mine.yaml");
  CHECK(files == std::vector<std::string>{whole});
  CHECK(fs::path(whole).is_absolute());
}
