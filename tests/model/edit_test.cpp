#include "model/edit.hpp"

#include <string>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "model/work_tables.hpp"
#include "tests/districts/sample_work.hpp"

using namespace nahraum;
using namespace nahraum::model;

namespace {

Note note_at(double x, double y, std::string text) {
  Note note;
  note.kind = NoteKind::text;
  note.points = {{x, y}};
  note.text = std::move(text);
  return note;
}

geo::MultiPolygon square(double low, double high) {
  return {{geo::ring_of({low, low / 2, high, high}), {}}};
}

Project two_services_three_notes() {
  Project project;
  for (const std::int32_t id : {4, 9}) {
    Service service;
    service.id = id;
    service.at = {10.0 * id, 3.0};
    service.entrances = {{10.0 * id + 1, 2.0}};
    project.services.push_back(service);
  }
  for (const char* text : {"Bank fehlt", "Treppe", "Kirche"}) {
    perform(project, AddNote{note_at(1, 2, text)});
  }
  project.district = square(0, 500);
  project.population.resize(2);
  project.buildings.resize(6);
  for (const std::int32_t id : {1, 2, 5}) {
    Home home;
    home.id = id;
    home.at = {90.0 * id, 80.0 * id};
    project.buildings[static_cast<std::size_t>(id)].home =
        static_cast<std::int32_t>(project.homes.size());
    project.homes.push_back(home);
  }
  return project;
}

Edit any_service_edit(const Project& project, double x) {
  const int kind = *rc::gen::inRange(0, 6);
  Service service;
  service.at = {x, 5};
  service.name = "Apotheke " + std::to_string(x);
  if (kind == 5) return with_id(project, AddServices{{service, service, service}});
  if (kind == 0 || project.services.empty()) return AddService{service};
  if (kind == 4) {
    RemoveServices several;
    for (std::size_t i = 0; i < project.services.size(); i += 2)
      several.services.push_back(project.services[i].id);
    return several;
  }
  service.id = (*rc::gen::elementOf(project.services)).id;
  if (kind == 1) return RemoveService{service.id};
  if (kind == 2) return PlaceService{service.id, {x, 7}, {}};
  service.capacity = x;
  return ReplaceService{service};
}

Edit any_correction_edit(const Project& project, double x) {
  const int kind = *rc::gen::inRange(0, 3);
  Correction correction;
  correction.change = *rc::gen::element<Change>(AddBench{{x, 1}}, AddRamp{7}, LowerKerb{3},
                                                AddPath{{{x, 1}, {2, x}}, {{"highway", "path"}}});
  if (kind == 0 || project.corrections.empty()) return with_id(project, AddCorrection{correction});
  correction.id = (*rc::gen::elementOf(project.corrections)).id;
  if (kind == 1) return RemoveCorrection{correction.id};
  correction.note = "seen " + std::to_string(x);
  return ReplaceCorrection{correction};
}

/// The buildings where nobody lives, in part.
std::vector<std::uint32_t> some_free(const Project& project) {
  std::vector<std::uint32_t> free;
  for (std::uint32_t i = 0; i < project.buildings.size(); ++i) {
    if (project.buildings[i].home < 0 && *rc::gen::arbitrary<bool>()) free.push_back(i);
  }
  return free;
}

Edit any_home_edit(const Project& project, double x) {
  const int kind = *rc::gen::inRange(0, 3);
  Home home;
  home.at = {x, 4};
  home.dwellings = static_cast<int>(x);
  if (kind == 0 || project.homes.empty())
    return with_id(project, AddHome{home, some_free(project)});
  home.id = (*rc::gen::elementOf(project.homes)).id;
  if (kind == 1) return RemoveHome{home.id};
  home.stated = "2026-11-27";
  return ReplaceHome{home};
}

Edit any_area_edit(const Project& project, double x) {
  if (*rc::gen::arbitrary<bool>()) return outline_edit(project, square(x - 300, x + 300));
  RestateAreas restated;
  const auto index = *rc::gen::inRange<std::uint32_t>(0, 2);
  auto area = project.population[index];
  area.residents.all = static_cast<int>(x);
  area.outline = square(0, x + 1);
  restated.areas.emplace_back(index, area);
  for (const auto& home : project.homes)
    restated.homes.push_back({home.id, {static_cast<int>(x), 1, {}}, PopulationBasis::weighted});
  return restated;
}

Edit any_view_edit(const Project& project, double x) {
  const int kind = *rc::gen::inRange(0, 4);
  NamedView view;
  view.name = "view " + std::to_string(x);
  view.centre = {x, -x};
  if (kind == 0 || project.views.empty()) return AddView{view};
  const auto one = (*rc::gen::elementOf(project.views)).id;
  if (kind == 1) return RemoveView{one};
  if (kind == 2) return SwapViews{one, (*rc::gen::elementOf(project.views)).id};
  view.id = one;
  return ReplaceView{view};
}

Edit any_exercise_edit(const Project& project, double x) {
  const int kind = *rc::gen::inRange(0, 4);
  const auto word = std::to_string(x);
  const std::vector<ExerciseAnswer> answers{{"frage", word, {}, true},
                                            {"nadeln", "", {{{x, 1}}, {{2, x}}}, false}};
  if (kind == 0 || project.exercises.empty())
    return AddExercise{{0, "uebung-" + word, "start", "2026-11-27", "", {}}};
  const auto one = (*rc::gen::elementOf(project.exercises)).id;
  if (kind == 1) return RemoveExercise{one};
  if (kind == 2) return SetExerciseStep{one, "schritt-" + word, x > 500 ? "2026-11-28" : ""};
  return SetExerciseAnswers{one, answers};
}

/// Two rows of one table: one that is new, one that changes or goes where there is one.
Edit any_records_edit(const Project& project, int n) {
  const auto& table = **rc::gen::elementOf(record_tables());
  ChangeRecords edit;
  const auto there = table.records(*project.work);
  if (!there.empty()) {
    const auto id = (*rc::gen::elementOf(there)).id;
    RecordChange change{table.about.name, id, std::nullopt};
    if (n % 3 != 0) change.now = districts::sample_record(table, id, n);
    edit.changes.push_back(change);
  }
  edit.changes.push_back({table.about.name, 0, districts::sample_record(table, 0, n)});
  return with_id(project, edit);
}

Edit any_edit(const Project& project) {
  const double x = *rc::gen::inRange(0, 1000);
  switch (*rc::gen::inRange(0, 8)) {
    case 0:
      return any_service_edit(project, x);
    case 1:
      return any_correction_edit(project, x);
    case 2:
      return any_home_edit(project, x);
    case 3:
      return any_area_edit(project, x);
    case 4:
      return any_view_edit(project, x);
    case 5:
      return any_exercise_edit(project, x);
    case 6:
      return any_records_edit(project, static_cast<int>(x));
    default:
      break;
  }
  const int kind = *rc::gen::inRange(0, 3);
  if (kind == 0 || project.notes.empty())
    return AddNote{note_at(x, 1, "note " + std::to_string(x))};
  const auto& note = *rc::gen::elementOf(project.notes);
  if (kind == 1) return RemoveNote{note.id};
  Note changed = note;
  changed.text += " changed";
  return ReplaceNote{changed};
}

}  // namespace

TEST_CASE("a moved service loses its mapped entrances and gets them back") {
  Project project = two_services_three_notes();
  const Project before = project;
  const Edit back = perform(project, PlaceService{9, {55, 66}, {}});
  CHECK(project.services[1].at == geo::Point{55, 66});
  CHECK(project.services[1].entrances.empty());
  perform(project, back);
  CHECK(project == before);
  CHECK(project.services[1].entrances == std::vector<geo::Point>{{91, 2}});
}

TEST_CASE("a step of an exercise is answered once, and answers change nobody's way") {
  Project project = two_services_three_notes();
  perform(project, with_id(project, AddExercise{{0, "luecke", "start", "2026-11-27", "", {}}}));
  REQUIRE(project.exercises.size() == 1);
  const auto id = project.exercises[0].id;
  CHECK(id == 1);
  const Project begun = project;
  const SetExerciseAnswers twice{id, {{"frage", "a"}, {"frage", "b"}}};
  CHECK_FALSE(fits(project, twice));
  CHECK_FALSE(fits(project, SetExerciseAnswers{id + 1, {}}));
  const Edit answer = SetExerciseAnswers{id, {{"frage", "a"}, {"ort", "", {{{3, 4}}}, true}}};
  REQUIRE(fits(project, answer));
  const Edit back = perform(project, answer);
  CHECK(project.exercises[0].answers[1].marks[0][0] == geo::Point{3, 4});
  perform(project, back);
  CHECK(project == begun);
  const Edit done = SetExerciseStep{id, "ende", "2026-11-28"};
  CHECK(std::string(name_of(project, done)) == "Exercise finished");
  perform(project, perform(project, done));
  CHECK(project == begun);
  for (const auto& edit : {answer, done, Edit(RemoveExercise{id}), Edit(AddExercise{})})
    CHECK_FALSE(changes_answers(edit));
}

TEST_CASE("swapped views change places in the order and keep their ids in order") {
  Project project;
  for (const char* name : {"Apotheke", "Arzt", "Bäcker"}) {
    NamedView view;
    view.name = name;
    perform(project, AddView{view});
  }
  const Project before = project;
  const Edit back = perform(project, SwapViews{1, 3});
  CHECK(project.views[0].name == "Bäcker");
  CHECK(project.views[0].id == 1);
  CHECK(project.views[2].name == "Apotheke");
  CHECK(project.views[2].id == 3);
  perform(project, back);
  CHECK(project == before);
  CHECK_FALSE(fits(project, SwapViews{1, 9}));
}

TEST_CASE("notes get the next free id and a removed one returns to its place") {
  Project project = two_services_three_notes();
  const Project before = project;
  CHECK(project.notes[2].id == 3);
  const Edit back = perform(project, RemoveNote{2});
  CHECK(project.notes.size() == 2);
  perform(project, back);
  CHECK(project == before);
}

TEST_CASE("a changed note keeps its id") {
  Project project = two_services_three_notes();
  Note changed = project.notes[1];
  changed.text = "Rampe";
  perform(project, ReplaceNote{changed});
  CHECK(project.notes[1].text == "Rampe");
  CHECK(project.notes[1].id == 2);
}

TEST_CASE("the history undoes and redoes, and a new edit forgets what was undone") {
  Project project = two_services_three_notes();
  History history;
  const auto at_start = history.revision();
  CHECK_FALSE(history.undo(project));
  CHECK_FALSE(history.redo(project));
  CHECK(history.revision() == at_start);
  history.perform(project, RemoveNote{1});
  history.perform(project, PlaceService{4, {1, 1}, {}});
  CHECK(history.undo(project));
  CHECK(project.services[0].at == geo::Point{40, 3});
  CHECK(history.next_redo() != nullptr);
  history.perform(project, AddNote{note_at(0, 0, "neu")});
  CHECK(history.next_redo() == nullptr);
  CHECK_FALSE(history.redo(project));
  CHECK(history.revision() == at_start + 4);
}

TEST_CASE("any sequence of edits can be undone to the start and redone to the end") {
  CHECK(rc::check("undo all, redo all", [] {
    Project project = two_services_three_notes();
    const Project start = project;
    History history;
    const int count = *rc::gen::inRange(0, 30);
    std::vector<Project> states{start};
    for (int i = 0; i < count; ++i) {
      const auto edit = any_edit(project);
      RC_ASSERT(fits(project, edit));
      history.perform(project, edit);
      states.push_back(project);
    }
    for (int i = count; i > 0; --i) {
      RC_ASSERT(history.undo(project));
      RC_ASSERT(project == states[static_cast<std::size_t>(i) - 1]);
    }
    RC_ASSERT(!history.undo(project));
    while (history.redo(project)) {
    }
    RC_ASSERT(project == states.back());
  }));
}

TEST_CASE("a service that is added, changed and removed comes and goes as a whole") {
  Project project = two_services_three_notes();
  const Project before = project;
  Service bakery;
  bakery.type = "G02";
  bakery.name = "Bäckerei";
  const Edit added = with_id(project, AddService{bakery});
  CHECK(std::get<AddService>(added).service.id == 10);
  const Edit back = perform(project, added);
  CHECK(project.services.back().name == "Bäckerei");
  perform(project, back);
  CHECK(project == before);
  perform(project, perform(project, RemoveService{4}));
  CHECK(project == before);
}

TEST_CASE("a new service never takes the number of one that a scenario names") {
  Project project = two_services_three_notes();
  project.scenarios = {{"Schließung", "", "", {CloseService{{9, {}}}, MoveService{{14, {}}, {}}}}};
  perform(project, RemoveService{9});
  CHECK(std::get<AddService>(with_id(project, AddService{})).service.id == 15);
}

TEST_CASE("a home that goes leaves its buildings, and those of the others stay theirs") {
  Project project = two_services_three_notes();
  const Project before = project;
  const Edit back = perform(project, RemoveHome{2});
  CHECK(project.buildings[1].home == 0);
  CHECK(project.buildings[2].home == -1);
  CHECK(project.buildings[5].home == 1);
  CHECK(project.homes[1].id == 5);
  perform(project, back);
  CHECK(project == before);
  const auto added = with_id(project, AddHome{{}, {3, 4}});
  CHECK(std::get<AddHome>(added).home.id == 6);
  perform(project, added);
  CHECK(project.buildings[3].home == 3);
  CHECK_FALSE(fits(project, AddHome{{}, {3}}));  // somebody lives there
  CHECK_FALSE(fits(project, AddHome{{}, {99}}));
}

TEST_CASE("who lies in another outline comes in, who does not falls out") {
  Project project = two_services_three_notes();
  project.homes[1].in_district = false;  // as the import judged by another rule
  const Project before = project;
  const auto edit = outline_edit(project, square(100, 420));
  CHECK(edit.homes == std::vector<std::int32_t>{1, 2, 5});
  const Edit back = perform(project, edit);
  CHECK_FALSE(project.homes[0].in_district);
  CHECK(project.homes[1].in_district);
  perform(project, back);
  CHECK(project == before);
}

TEST_CASE("an edit of what is gone, or of what is there already, does not fit") {
  const Project project = two_services_three_notes();
  Service service;
  service.id = 4;
  CHECK(fits(project, RemoveService{4}));
  CHECK_FALSE(fits(project, RemoveService{5}));
  CHECK_FALSE(fits(project, PlaceService{5, {}, {}}));
  CHECK(fits(project, ReplaceService{service}));
  CHECK_FALSE(fits(project, AddService{service}));
  CHECK_FALSE(fits(project, RemoveNote{7}));
  CHECK(fits(project, AddNote{}));
}

TEST_CASE("the history names what was done and what may be done again") {
  Project project = two_services_three_notes();
  History history;
  history.perform(project, RemoveNote{1});
  history.perform(project, PlaceService{4, {1, 1}, {}});
  history.perform(project, RemoveService{4});
  history.undo(project);
  history.undo(project);
  CHECK(history.done() == 1);
  const auto names = history.names();
  CHECK(std::vector<std::string>(names.begin(), names.end()) ==
        std::vector<std::string>{"Note removed", "Service moved", "Service removed"});
}

TEST_CASE("every edit has a name to show") {
  CHECK(std::string(name_of({}, PlaceService{})) == "Service moved");
  CHECK(std::string(name_of({}, AddCorrection{{1, AddBench{}, "", ""}})) == "Bench added");
  CHECK(std::string(name_of({}, AddCorrection{{1, AddRamp{}, "", ""}})) == "Steps: ramp added");
  CHECK(std::string(name_of({}, AddNote{})) == "Note added");
  CHECK(std::string(name_of({}, RemoveNote{})) == "Note removed");
  CHECK(std::string(name_of({}, ReplaceNote{})) == "Note changed");
}

TEST_CASE("rows that are pasted come and go in one step, each with an id of its own") {
  Project project = two_services_three_notes();
  const Project before = project;
  Service row;
  row.name = "Bäckerei";
  const Edit edit = with_id(project, AddServices{{row, row}});
  const Edit back = perform(project, edit);
  REQUIRE(project.services.size() == 4);
  CHECK(project.services[2].id == 10);
  CHECK(project.services[3].id == 11);
  CHECK_FALSE(fits(project, edit));
  CHECK(fits(project, back));
  perform(project, back);
  CHECK(project == before);
  row.id = 20;
  CHECK_FALSE(fits(project, AddServices{{row, row}}));
  CHECK_FALSE(fits(project, RemoveServices{{4, 4}}));
  CHECK_FALSE(fits(project, RemoveServices{{4, 5}}));
}

TEST_CASE("rows of the course's work come, change and go, each under its name in the history") {
  Project project;
  History history;
  const Actor choir{0, "Chor Lindenhof", "association", "informal", "Musik", {}, "", "", {{3, 4}}};
  const Edit add = with_id(project, ChangeRecords{{put_row(choir), put_row(choir)}});
  REQUIRE(fits(project, add));
  history.perform(project, add);
  REQUIRE(project.work->actors.size() == 2);
  CHECK(project.work->actors[1].id == 2);
  CHECK(project.work->actors[1].at == std::vector<geo::Point>{{3, 4}});
  const Snapshot before = std::make_shared<const Project>(project);
  Actor renamed = project.work->actors[0];
  renamed.name = "Chor am Markt";
  history.perform(project, ChangeRecords{{put_row(renamed)}});
  history.perform(project, ChangeRecords{{erase_row(renamed), put_row(Tie{1, 1, 2, "", {}})}});
  CHECK(project.work->actors.size() == 1);
  CHECK(before->work->actors[0].name == "Chor Lindenhof");  // a snapshot keeps what it has
  const auto names = history.names();
  CHECK(std::vector<std::string>(names.begin(), names.end()) ==
        std::vector<std::string>{"Actor added", "Actor changed", "Actor removed"});
  CHECK_FALSE(changes_answers(add));
  history.undo(project);
  CHECK(project.work->ties.empty());
  history.undo(project);
  CHECK(project == *before);
}

TEST_CASE("rows that cannot be do not fit") {
  Project project;
  Record row = to_record(Tie{1, 1, 2, "money", 3});
  const auto refuses = [&](RecordChange change) {
    return !fits(project, ChangeRecords{{std::move(change)}});
  };
  CHECK_FALSE(refuses({"ties", 1, row}));
  CHECK(refuses({"spells", 1, row}));
  CHECK(refuses({"ties", 2, row}));
  CHECK(refuses({"ties", 0, row}));
  CHECK(refuses({"ties", 1, std::nullopt}));
  CHECK_FALSE(fits(project, ChangeRecords{{{"ties", 1, row}, {"ties", 1, row}}}));
  row.points = {{1, 2}};  // a tie has no place of its own
  CHECK(refuses({"ties", 1, row}));
  row.points.clear();
  row.cells[3] = std::string("three");
  CHECK(refuses({"ties", 1, row}));
  row.cells.pop_back();
  CHECK(refuses({"ties", 1, row}));
}

TEST_CASE("every row type tells its cells and gets them back") {
  for (const auto* table : record_tables()) {
    INFO(table->about.name);
    for (int n = 0; n < 12; ++n) {
      Work work;
      const auto row = districts::sample_record(*table, n + 1, n);
      REQUIRE(table->fits(row));
      table->put(work, row);
      CHECK(table->find(work, n + 1) == row);
    }
  }
}

TEST_CASE("each group gives ids of its own, and what it adds goes behind its own") {
  Project project = two_services_three_notes();
  project.work.edit().handout.group = 3;
  const auto add = [&] {
    perform(project, with_id(project, AddNote{note_at(1, 1, "x")}));
    return project.notes.back().id;
  };
  CHECK(add() == 3 * ids_of_a_group + 1);
  CHECK(add() == 3 * ids_of_a_group + 2);
  project.work.edit().handout.group = 0;  // the trainer, after a merge
  const auto edit = std::get<AddNote>(with_id(project, AddNote{note_at(1, 1, "y")}));
  CHECK(edit.note.id < ids_of_a_group);
  CHECK(fits(project, edit));
  project.work.edit().handout.group = 2;
  const auto tie = std::get<ChangeRecords>(with_id(project, ChangeRecords{{put_row(Tie{})}}));
  CHECK(tie.changes[0].id == 2 * ids_of_a_group + 1);
}
