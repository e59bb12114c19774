#include "model/edit.hpp"

#include <string>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

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
  return project;
}

/// What edits can change, as text.
std::string picture(const Project& project) {
  std::string text;
  for (const auto& service : project.services) {
    text += std::to_string(service.id) + "@" + std::to_string(service.at.x) + "," +
            std::to_string(service.at.y) + " +" + std::to_string(service.entrances.size()) + "\n";
  }
  for (const auto& note : project.notes)
    text += std::to_string(note.id) + " " + note.text + "\n";
  return text;
}

Edit any_edit(const Project& project) {
  const int kind = *rc::gen::inRange(0, 4);
  const double x = *rc::gen::inRange(0, 1000);
  if (kind == 0) return PlaceService{*rc::gen::element(4, 9), {x, 7}, {}};
  if (kind == 1 || project.notes.empty())
    return AddNote{note_at(x, 1, "note " + std::to_string(x))};
  const auto& note = *rc::gen::elementOf(project.notes);
  if (kind == 2) return RemoveNote{note.id};
  Note changed = note;
  changed.text += " changed";
  return ReplaceNote{changed};
}

}  // namespace

TEST_CASE("a moved service loses its mapped entrances and gets them back") {
  Project project = two_services_three_notes();
  const std::string before = picture(project);
  const Edit back = perform(project, PlaceService{9, {55, 66}, {}});
  CHECK(project.services[1].at == geo::Point{55, 66});
  CHECK(project.services[1].entrances.empty());
  perform(project, back);
  CHECK(picture(project) == before);
  CHECK(project.services[1].entrances == std::vector<geo::Point>{{91, 2}});
}

TEST_CASE("notes get the next free id and a removed one returns to its place") {
  Project project = two_services_three_notes();
  const std::string before = picture(project);
  CHECK(project.notes[2].id == 3);
  const Edit back = perform(project, RemoveNote{2});
  CHECK(project.notes.size() == 2);
  perform(project, back);
  CHECK(picture(project) == before);
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
    const std::string start = picture(project);
    History history;
    const int count = *rc::gen::inRange(0, 30);
    std::vector<std::string> states{start};
    for (int i = 0; i < count; ++i) {
      history.perform(project, any_edit(project));
      states.push_back(picture(project));
    }
    for (int i = count; i > 0; --i) {
      RC_ASSERT(history.undo(project));
      RC_ASSERT(picture(project) == states[static_cast<std::size_t>(i) - 1]);
    }
    RC_ASSERT(!history.undo(project));
    while (history.redo(project)) {
    }
    RC_ASSERT(picture(project) == states.back());
  }));
}

TEST_CASE("every edit has a name to show") {
  CHECK(std::string(name_of(PlaceService{})) == "Service moved");
  CHECK(std::string(name_of(AddNote{})) == "Note added");
  CHECK(std::string(name_of(RemoveNote{})) == "Note removed");
  CHECK(std::string(name_of(ReplaceNote{})) == "Note changed");
}
