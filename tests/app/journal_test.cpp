// What was done and not saved comes back after a kill, whenever it comes.

#include "app/journal.hpp"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <random>

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <rapidcheck.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/session.hpp"
#include "app/workspace.hpp"
#include "base/translate.hpp"
#include "io/photo.hpp"
#include "io/project_gpkg.hpp"
#include "tests/districts/random_world.hpp"
#include "tests/districts/sample_work.hpp"

using namespace nahraum;
namespace fs = std::filesystem;

namespace {

/// A folder of its own for settings, unsaved work and a small town's project file.
struct Place {
  Place() {
    folder = fs::temp_directory_path() / ("nahraum-journal-" + std::to_string(getpid()));
    fs::remove_all(folder);
    fs::create_directories(folder);
    setenv("XDG_CONFIG_HOME", folder.c_str(), 1);
    base::set_language(base::Language::english);
    auto town = districts::random_town(7);
    town.info.title = "Kleinstadt";
    jobs::Context context;
    REQUIRE(io::write_project(town, file, context));
  }
  ~Place() {
    std::error_code ignored;
    fs::remove_all(folder, ignored);
  }
  std::unique_ptr<app::Session> session() const {
    auto made = std::make_unique<app::Session>(app::shipped_catalogue().value(),
                                               std::function<void()>{}, root);
    made->settle();
    return made;
  }
  std::unique_ptr<app::Session> opened() const {
    auto made = session();
    made->dispatch(app::OpenFile{file});
    made->settle();
    REQUIRE(made->state().project);
    return made;
  }

  fs::path folder = fs::temp_directory_path() / ("nahraum-journal-" + std::to_string(getpid()));
  fs::path root = folder / "unsaved", file = folder / "stadt.gpkg";
};

model::Note note(std::string text) {
  model::Note note;
  note.points = {{1.25, 2.5}};
  note.text = std::move(text);
  return note;
}

/// The nth step of a day's work: notes, a pharmacy that moves and goes, steps back and forth.
void do_something(app::Session& session, int n) {
  using app::PerformEdit;
  const auto& services = session.state().project->services;
  switch (n % 5) {
    case 0:
      return session.dispatch(
          PerformEdit{model::AddNote{note("Notiz „" + std::to_string(n) + "“")}});
    case 1:
      return session.dispatch(
          PerformEdit{model::PlaceService{services.front().id, {n / 3.0, n / 7.0}, {}}});
    case 2: {
      auto twin = services.front();
      twin.id = 0;
      return session.dispatch(PerformEdit{model::AddService{twin}});
    }
    case 3:
      return session.dispatch(app::Undo{});
    default: {
      auto service = services.front();
      service.name = "Apotheke am Markt " + std::to_string(n);
      service.tags.set("opening_hours", "Mo-Fr 08:00-18:00");
      return session.dispatch(PerformEdit{model::ReplaceService{service}});
    }
  }
}

/// Runs `work` in a process of its own, which is killed by itself or by `end`.
template <class Work>
pid_t in_child(const Work& work) {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child != 0) return child;
  work();
  raise(SIGKILL);
  _exit(1);
}

void wait_for(pid_t child) {
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
}

model::Service any_service() {
  model::Service s;
  s.id = *rc::gen::inRange(1, 99);
  s.type = "G04";
  s.name = "Löwen „" + *rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127));
  s.at = {*rc::gen::inRange(0, 1'000'000) / 7.0, -0.1};
  s.entrances = {{0.1 + 0.2, 3}};
  s.osm = {'w', 42};
  s.sector = "market";
  if (*rc::gen::arbitrary<bool>()) s.capacity = 12.5;
  s.tags.set("opening_hours", "Mo-Fr 08:00-12:00; \"nach Vereinbarung\"");
  s.origin = "user";
  return s;
}

model::Service any_plain_service() {
  model::Service service;
  service.id = 12;
  service.type = "G02";
  service.at = {1.0 / 7, 3};
  return service;
}

model::Home lonely_home() {
  model::Home home;
  home.id = 7;
  home.osm = {'w', 12};
  home.at = {1.0 / 3, 2};
  home.entrances = {{0.1, 7}};
  home.floor_area_m2 = 120.5;
  home.floors = 1.5;
  home.dwellings = 2;
  home.dwellings_assumed = false;
  home.residents = {5, std::nullopt, 1};
  home.basis = model::PopulationBasis::counted;
  home.in_district = false;
  home.address = "Ahornweg „1“";
  home.stated = "2026-11-27";
  return home;
}

std::vector<model::Edit> every_edit() {
  model::Note photo{4, model::NoteKind::photo, {{1, 0.1}}, "Ecke"};
  photo.picture = io::stored_photo("ort.jpg", std::string("no\0picture\xff", 11));
  const model::Correction bench{3, model::AddBench{{1.0 / 3, 7}}, "Frau „Ä“", "2026-11-27"};
  const geo::MultiPolygon shape{
      {{{0, 0}, {9, 0.1}, {9, 8}, {0, 0}}, {{{7, 1}, {8, 1}, {8, 2}, {7, 1}}}},
      {{{20, 0}, {29, 0}, {29, 8}, {20, 0}}, {}}};
  model::PopulationCell area;
  area.id = "Block 7";
  area.source = "bloecke.geojson";
  area.outline = shape;
  area.residents = {12, std::nullopt, 3};
  area.homes = 4;
  area.unplaced = true;
  area.statistics = {"Markt", "2025", {{65, 80, model::Sex::women, 7}, {80, {}, {}, {}}}, 2, {}};
  model::RestateAreas restated{{{5, area}}, {{7, {1, 2, std::nullopt}, {}}}};
  model::ChangeRecords records;
  for (const auto* table : model::record_tables()) {
    for (int n = 1; n < 9; ++n)
      records.changes.push_back({table->about.name, n, districts::sample_record(*table, n, n)});
  }
  records.changes.push_back({"actors", 99, std::nullopt});
  return {model::AddNote{photo},
          model::PlaceService{9, {1.5, 2}, {{3, 4}}},
          model::AddService{any_plain_service()},
          model::RemoveService{3},
          model::ReplaceService{any_plain_service()},
          model::RemoveNote{4},
          model::ReplaceNote{photo},
          model::AddCorrection{bench},
          model::RemoveCorrection{3},
          model::ReplaceCorrection{
              {8, model::AddPath{{{1, 2}, {3, 4}}, {{"highway", "steps"}}}, "", ""}},
          model::AddHome{lonely_home(), {3, 9}},
          model::RemoveHome{7},
          model::ReplaceHome{lonely_home()},
          model::SetDistrict{shape, {1, 5}, {2}},
          restated,
          records};
}

}  // namespace

TEST_CASE("a step as a line of text comes back as it was") {
  CHECK(rc::check("to a line and back", [] {
    const auto service = any_service();
    const auto how = static_cast<app::Step::How>(*rc::gen::inRange(0, 3));
    const model::Edit edit = model::AddService{service};
    const std::string line = app::to_line({how, edit});
    RC_ASSERT(line.find('\n') == std::string::npos);
    const auto back = app::step_from_line(line);
    RC_ASSERT(back.has_value());
    RC_ASSERT(back->how == how);
    RC_ASSERT(std::get<model::AddService>(back->edit).service == service);
  }));
  const model::Note three{3, model::NoteKind::arrow, {{1, 2}, {3, 4.5}}, "Zeile 1\nZeile 2"};
  const auto note_back = app::step_from_line(app::to_line({{}, model::ReplaceNote{three}}));
  REQUIRE(note_back);
  CHECK(std::get<model::ReplaceNote>(note_back->edit).note == three);
  const model::NamedView view{2,          "Süd",   {1.5, -2}, 7500,    "G04",
                              "rollator", "10min", "Rampe",   {"gaps"}};
  const auto view_back = app::step_from_line(app::to_line({{}, model::AddView{view}}));
  REQUIRE(view_back);
  CHECK(std::get<model::AddView>(view_back->edit).view == view);
  const auto swapped = app::step_from_line(app::to_line({{}, model::SwapViews{3, 8}}));
  REQUIRE(swapped);
  CHECK(std::get<model::SwapViews>(swapped->edit).one == 3);
  CHECK(std::get<model::SwapViews>(swapped->edit).other == 8);
  const model::ExerciseProgress exercise{
      3,        "luecke",
      "nadeln", "2026-11-27",
      "",       {{"frage", "„weit“", {{{1, 2}}, {{3, 4}, {5, 6}}}, true}}};
  const auto begun = app::step_from_line(app::to_line({{}, model::AddExercise{exercise}}));
  REQUIRE(begun);
  CHECK(std::get<model::AddExercise>(begun->edit).exercise == exercise);
  const auto answered =
      app::step_from_line(app::to_line({{}, model::SetExerciseAnswers{3, exercise.answers}}));
  REQUIRE(answered);
  CHECK(std::get<model::SetExerciseAnswers>(answered->edit).answers == exercise.answers);
  const auto at =
      app::step_from_line(app::to_line({{}, model::SetExerciseStep{3, "ende", "2026-11-28"}}));
  REQUIRE(at);
  CHECK(std::get<model::SetExerciseStep>(at->edit).finished == "2026-11-28");
  const auto removed = app::step_from_line(app::to_line({{}, model::RemoveServices{{9, 4}}}));
  REQUIRE(removed);
  CHECK(std::get<model::RemoveServices>(removed->edit).services == std::vector<std::int32_t>{9, 4});
  model::Service row;
  row.id = 12, row.name = "Neu";
  const auto pasted = app::step_from_line(app::to_line({{}, model::AddServices{{row, row}}}));
  REQUIRE(pasted);
  CHECK(std::get<model::AddServices>(pasted->edit).services ==
        std::vector<model::Service>{row, row});
  const auto moved =
      app::step_from_line(app::to_line({{}, model::PlaceService{9, {1.5, 2}, {{3, 4}}}}));
  REQUIRE(moved);
  CHECK(std::get<model::PlaceService>(moved->edit).entrances == std::vector<geo::Point>{{3, 4}});
}

TEST_CASE("every kind of edit comes back from its line as it was") {
  for (const auto& edit : every_edit()) {
    INFO(edit.index());
    const auto line = app::to_line({{}, edit});
    const auto back = app::step_from_line(line);
    REQUIRE(back);
    CHECK(back->edit.index() == edit.index());
    CHECK(app::to_line(*back) == line);  // with every digit
  }
  const auto photo = std::get<model::AddNote>(every_edit()[0]);
  const auto back = app::step_from_line(app::to_line({{}, photo}));
  CHECK(std::get<model::AddNote>(back->edit).note == photo.note);
  const auto records = std::get<model::ChangeRecords>(every_edit().back());
  const auto same = app::step_from_line(app::to_line({{}, records}));
  CHECK(std::get<model::ChangeRecords>(same->edit).changes == records.changes);
}

TEST_CASE("a line that is cut off or says something unknown is an error") {
  const std::string line = app::to_line({{}, model::RemoveNote{4}});
  CHECK(app::step_from_line(line));
  for (std::size_t n = 0; n < line.size(); ++n)
    CHECK_FALSE(app::step_from_line(line.substr(0, n)));
  CHECK_FALSE(app::step_from_line(R"({"how":"done","burn_house":3})"));
  CHECK_FALSE(app::step_from_line(R"({"how":"maybe","remove_note":3})"));
  CHECK_FALSE(app::step_from_line(
      R"({"how":"done","add_note":{"id":1,"kind":99,"points":[[0,0]],"text":""}})"));
}

TEST_CASE_METHOD(Place, "what a killed program had done comes back, and can be undone") {
  model::Project expected;
  {
    const auto same = opened();
    for (int i = 0; i < 12; ++i)
      do_something(*same, i);
    expected = *same->state().project;
    same->dispatch(app::SaveProject{folder / "woanders.gpkg"});
    same->settle();
  }
  wait_for(in_child([this] {
    auto* session = opened().release();  // as a killed program leaves it
    for (int i = 0; i < 12; ++i)
      do_something(*session, i);
  }));
  const auto session = this->session();
  REQUIRE(session->state().unsaved_work.size() == 1);
  const auto work = session->state().unsaved_work.front();
  CHECK(work.title == "Kleinstadt");
  CHECK(work.file == file);
  CHECK(work.steps == 12);
  CHECK_FALSE(work.file_differs);
  session->dispatch(app::RecoverWork{work});
  session->settle();
  CHECK(*session->state().project == expected);
  CHECK(session->state().unsaved);
  CHECK(session->state().unsaved_work.empty());
  CHECK(session->state().path == file);
  while (session->state().history.next_undo())
    session->dispatch(app::Undo{});
  jobs::Context context;
  CHECK(*session->state().project == io::read_project(file, context).value());
}

TEST_CASE_METHOD(Place, "a kill at any moment loses no step that was done, and never the file") {
  jobs::Context context;
  const auto before = io::read_project(file, context).value();
  std::mt19937 random(20261127);
  const char* wanted = std::getenv("NAHRAUM_KILLS");
  const int kills = wanted ? std::atoi(wanted) : 12;
  for (int k = 0; k < kills; ++k) {
    int report[2];
    REQUIRE(pipe(report) == 0);
    const pid_t child = in_child([&] {
      auto* session = opened().release();  // as a killed program leaves it
      for (int i = 0;; ++i) {
        do_something(*session, i);
        const int done = i + 1;
        if (write(report[1], &done, sizeof done) != sizeof done) _exit(1);
      }
    });
    close(report[1]);
    int done = 0;
    const int last = 1 + static_cast<int>(random() % 60);
    while (done < last && read(report[0], &done, sizeof done) == sizeof done) {
    }
    REQUIRE(done == last);
    usleep(random() % 3000);
    kill(child, SIGKILL);
    wait_for(child);
    while (read(report[0], &done, sizeof done) == sizeof done) {
    }
    close(report[0]);
    const auto found = app::unsaved_work(root);
    REQUIRE(found.size() == 1);
    // One more may have been kept before it was reported.
    CHECK(static_cast<int>(found[0].steps) >= done);
    CHECK(static_cast<int>(found[0].steps) <= done + 1);
    CHECK(io::read_project(file, context).value() == before);
    app::forget(found[0]);
  }
}

TEST_CASE_METHOD(Place, "saving leaves nothing to recover; what comes after it is kept") {
  wait_for(in_child([this] {
    auto* session = opened().release();  // as a killed program leaves it
    for (int i = 0; i < 4; ++i)
      do_something(*session, i);
    session->dispatch(app::SaveProject{});
    session->settle();
    if (!app::unsaved_work(root).empty()) _exit(1);
    // A step back over what was saved.
    session->dispatch(app::Undo{});
  }));
  const auto session = this->session();
  REQUIRE(session->state().unsaved_work.size() == 1);
  CHECK(session->state().unsaved_work[0].steps == 1);
  session->dispatch(app::RecoverWork{session->state().unsaved_work[0]});
  session->settle();
  jobs::Context context;
  const auto stored = io::read_project(file, context).value();
  CHECK(stored.services.size() == session->state().project->services.size());
  CHECK(*session->state().project != stored);
}

TEST_CASE_METHOD(Place, "closing without saving puts the work aside; it can still be found") {
  {
    const auto session = opened();
    do_something(*session, 0);
    CHECK(app::unsaved_work(root).empty());  // a living program's
  }
  const auto session = this->session();
  CHECK(session->state().unsaved_work.empty());
  session->dispatch(app::FindWork{});
  REQUIRE(session->state().unsaved_work.size() == 1);
  CHECK(session->state().unsaved_work[0].declined);
  session->dispatch(app::RecoverWork{session->state().unsaved_work[0]});
  session->settle();
  CHECK(session->state().project->notes.size() == 1);
}

TEST_CASE_METHOD(Place, "a project without a file is kept whole") {
  const auto osm = fs::path(NAHRAUM_SOURCE_DIR) / "geodata/lindenhof/lindenhof.osm";
  wait_for(in_child([&] {
    auto* session = this->session().release();  // as a killed program leaves it
    session->dispatch(app::OpenFile{osm});
    session->settle();
    do_something(*session, 0);
  }));
  const auto session = this->session();
  REQUIRE(session->state().unsaved_work.size() == 1);
  CHECK(session->state().unsaved_work[0].file.empty());
  session->dispatch(app::RecoverWork{session->state().unsaved_work[0]});
  session->settle();
  REQUIRE(session->state().project);
  CHECK(session->state().project->notes.size() == 1);
  CHECK(session->state().path.empty());
}

TEST_CASE_METHOD(Place, "a project file that is another by now is told, and the work stays") {
  wait_for(in_child([this] {
    auto* session = opened().release();  // as a killed program leaves it
    do_something(*session, 0);
    do_something(*session, 1);
  }));
  auto other = districts::random_town(8);
  other.services.clear();
  jobs::Context context;
  REQUIRE(io::write_project(other, file, context));
  const auto session = this->session();
  REQUIRE(session->state().unsaved_work.size() == 1);
  CHECK(session->state().unsaved_work[0].file_differs);
  session->dispatch(app::RecoverWork{session->state().unsaved_work[0]});
  session->settle();
  CHECK(session->state().project->notes.size() == 1);
  const auto& messages = session->state().messages;
  REQUIRE_FALSE(messages.empty());
  CHECK(messages.back().severity == app::Message::Severity::warning);
  CHECK(messages.back().text.find("Kleinstadt, 1 ") != std::string::npos);
  const auto kept = app::unsaved_work(root);
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].declined);
}

TEST_CASE_METHOD(Place, "what the disk refused at first is kept as soon as it takes it") {
  std::ofstream(root) << "a file where a folder should be";
  wait_for(in_child([this] {
    auto* session = opened().release();  // as a killed program leaves it
    do_something(*session, 0);
    do_something(*session, 1);
    fs::remove(root);
    do_something(*session, 4);
  }));
  const auto found = app::unsaved_work(root);
  REQUIRE(found.size() == 1);
  CHECK(found[0].steps == 3);
}

TEST_CASE_METHOD(Place, "work of a file that somebody else has open is offered again") {
  wait_for(in_child([this] {
    auto* session = opened().release();  // as a killed program leaves it
    do_something(*session, 0);
  }));
  const app::ProjectLock other(file);
  const auto session = this->session();
  REQUIRE(session->state().unsaved_work.size() == 1);
  session->dispatch(app::RecoverWork{session->state().unsaved_work[0]});
  session->settle();
  CHECK(session->state().project->notes.size() == 1);
  CHECK(session->state().read_only);
  CHECK(app::unsaved_work(root).size() == 1);
}

TEST_CASE_METHOD(Place, "a disk that takes no journal is told once, and work goes on") {
  std::ofstream(root) << "a file where a folder should be";
  const auto session = opened();
  do_something(*session, 0);
  do_something(*session, 5);
  CHECK(session->state().project->notes.size() == 2);
  int told = 0;
  for (const auto& message : session->state().messages)
    told += message.severity == app::Message::Severity::error ? 1 : 0;
  CHECK(told == 1);
}

namespace {

/// From here on no file grows beyond so many bytes: what a full disk does, to this program alone.
struct FullDisk {
  explicit FullDisk(rlim_t bytes) : before_signal(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit now{bytes, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &now);
  }
  ~FullDisk() {
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, before_signal);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

  rlimit before{};
  void (*before_signal)(int);
};

int errors_of(const app::State& state) {
  return static_cast<int>(std::count_if(
      state.messages.begin(), state.messages.end(),
      [](const auto& message) { return message.severity == app::Message::Severity::error; }));
}

}  // namespace

TEST_CASE_METHOD(Place,
                 "a disk that fills up costs no edit: it is told, and saving elsewhere works") {
  const auto session = opened();
  do_something(*session, 0);
  CHECK_FALSE(session->state().not_kept);
  {
    const FullDisk full(300);
    for (int i = 0; i < 12; ++i)
      do_something(*session, 0);
    CHECK(session->state().not_kept);
    CHECK(errors_of(session->state()) == 1);
    session->dispatch(app::SaveProject{file});
    session->settle();
    CHECK(errors_of(session->state()) == 2);
    CHECK(session->state().unsaved);
    CHECK(session->state().not_kept);
  }
  CHECK(session->state().project->notes.size() == 13);
  jobs::Context context;
  const auto untouched = io::read_project(file, context);
  REQUIRE(untouched);
  CHECK(untouched->notes.empty());

  const auto elsewhere = folder / "anderswo.gpkg";
  session->dispatch(app::SaveProject{elsewhere});
  session->settle();
  CHECK_FALSE(session->state().not_kept);
  CHECK_FALSE(session->state().unsaved);
  const auto saved = io::read_project(elsewhere, context);
  REQUIRE(saved);
  CHECK(saved->notes.size() == 13);
}

TEST_CASE_METHOD(Place, "a disk that takes steps again is told to keep them") {
  const auto session = opened();
  do_something(*session, 0);
  {
    const FullDisk full(300);
    for (int i = 0; i < 6; ++i)
      do_something(*session, 0);
    CHECK(session->state().not_kept);
  }
  do_something(*session, 0);
  CHECK_FALSE(session->state().not_kept);
}
