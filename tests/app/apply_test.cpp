#include <catch2/catch.hpp>

#include "app/state.hpp"

using namespace nahraum;

namespace {

app::State open_state() {
  auto project = std::make_shared<model::Project>();
  model::Service pharmacy;
  pharmacy.id = 7;
  pharmacy.type = "G04";
  pharmacy.at = {120, 45};
  pharmacy.entrances = {{121, 44}};
  project->services = {pharmacy};
  app::State state;
  state.project = project;
  state.question = {"G04", "rollator", {analysis::Limit::Kind::seconds, 600}};
  return state;
}

template <class Wanted>
bool asks_for(const std::vector<app::Effect>& effects) {
  for (const auto& effect : effects) {
    if (std::holds_alternative<Wanted>(effect)) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a changed question is answered anew, the same one is not") {
  auto state = open_state();
  CHECK(asks_for<app::ComputeAnswer>(apply(state, app::ChooseProfile{"age_85"})));
  CHECK(state.question.profile == "age_85");
  CHECK(state.answering);
  CHECK(apply(state, app::ChooseProfile{"age_85"}).empty());
  CHECK(asks_for<app::ComputeAnswer>(
      apply(state, app::ChooseLimit{{analysis::Limit::Kind::metres, 500}})));
}

TEST_CASE("a dropped service is an edit that can be taken back and done again") {
  auto state = open_state();
  const auto before = state.project;
  CHECK(asks_for<app::ComputeAnswer>(apply(state, app::DropService{7, {300, 10}})));
  CHECK(state.project->services[0].at == geo::Point{300, 10});
  CHECK(state.project->services[0].entrances.empty());
  CHECK(state.unsaved);
  CHECK(before->services[0].at == geo::Point{120, 45});  // the old snapshot is untouched

  CHECK(asks_for<app::ComputeAnswer>(apply(state, app::Undo{})));
  CHECK(state.project->services[0].at == geo::Point{120, 45});
  CHECK(state.project->services[0].entrances.size() == 1);
  apply(state, app::Redo{});
  CHECK(state.project->services[0].at == geo::Point{300, 10});
  CHECK(apply(state, app::Redo{}).empty());
}

TEST_CASE("a drag only previews") {
  auto state = open_state();
  CHECK(asks_for<app::ComputePreview>(apply(state, app::DragService{7, {200, 20}})));
  CHECK(state.project->services[0].at == geo::Point{120, 45});
  CHECK(state.history.next_undo() == nullptr);
}

TEST_CASE("notes do not disturb the answer") {
  auto state = open_state();
  model::Note note;
  note.points = {{10, 20}};
  note.text = "Bordstein zu hoch";
  const auto effects = apply(state, app::PerformEdit{model::AddNote{note}});
  CHECK(asks_for<app::KeepStep>(effects));
  CHECK_FALSE(asks_for<app::ComputeAnswer>(effects));
  REQUIRE(state.project->notes.size() == 1);
  CHECK(state.project->notes[0].id == 1);
  apply(state, app::Undo{});
  CHECK(state.project->notes.empty());
}

TEST_CASE("a step is kept as it was performed, with the way it came about") {
  auto state = open_state();
  model::Service service;
  service.type = "G04";
  const auto added = apply(state, app::PerformEdit{model::AddService{service}});
  CHECK(asks_for<app::ComputeAnswer>(added));
  const auto& done = std::get<app::KeepStep>(added.front()).step;
  CHECK(done.how == app::Step::How::done);
  CHECK(std::get<model::AddService>(done.edit).service.id == 8);
  const auto back = apply(state, app::Undo{});
  const auto& undone = std::get<app::KeepStep>(back.front()).step;
  CHECK(undone.how == app::Step::How::undone);
  CHECK(std::get<model::RemoveService>(undone.edit).service == 8);
  CHECK(std::get<app::KeepStep>(apply(state, app::Redo{}).front()).step.how ==
        app::Step::How::redone);
}

TEST_CASE("the history goes to any step and back") {
  auto state = open_state();
  for (const double x : {1.0, 2.0, 3.0, 4.0})
    apply(state, app::DropService{7, {x, 0}});
  const auto back = apply(state, app::GoToStep{1});
  CHECK(back.size() == 4);  // three steps are kept, one answer is asked
  CHECK(asks_for<app::ComputeAnswer>(back));
  CHECK(state.project->services[0].at.x == 1);
  CHECK(state.history.done() == 1);
  CHECK(apply(state, app::GoToStep{1}).empty());
  apply(state, app::GoToStep{3});
  CHECK(state.project->services[0].at.x == 3);
  apply(state, app::GoToStep{0});
  CHECK(state.project->services[0].at.x == 120);
  apply(state, app::GoToStep{99});
  CHECK(state.project->services[0].at.x == 4);
}

TEST_CASE("a service that is removed is not selected any more") {
  auto state = open_state();
  apply(state, app::Select{{app::Selection::Kind::service, 7}});
  apply(state, app::PerformEdit{model::RemoveService{7}});
  CHECK(state.project->services.empty());
  CHECK(state.selection == app::Selection{});
  CHECK(apply(state, app::PerformEdit{model::RemoveService{7}}).empty());
}

TEST_CASE("a project of a newer version cannot be edited") {
  auto state = open_state();
  state.read_only = true;
  CHECK(apply(state, app::DropService{7, {300, 10}}).empty());
  CHECK(state.project->services[0].at == geo::Point{120, 45});
}

TEST_CASE("with nothing open nothing is asked") {
  app::State state;
  CHECK(apply(state, app::ChooseType{"N01"}).empty());
  CHECK(apply(state, app::SaveProject{}).empty());
  CHECK(apply(state, app::Undo{}).empty());
}

TEST_CASE("the bands of a limit are halves or thirds, rounded to what people say") {
  const auto ten = app::bands_of({analysis::Limit::Kind::seconds, 600});
  REQUIRE(ten.size() == 2);
  CHECK(ten[0].value == 300);
  CHECK(ten[1].value == 600);
  const auto fifteen = app::bands_of({analysis::Limit::Kind::seconds, 900});
  REQUIRE(fifteen.size() == 3);
  CHECK(fifteen[0].value == 300);
  CHECK(fifteen[1].value == 600);
  CHECK(app::bands_of({analysis::Limit::Kind::metres, 50}).size() == 1);
}

TEST_CASE("only a service of the type that is asked for can be tried elsewhere") {
  auto state = open_state();
  state.question.type = "N03";
  CHECK(apply(state, app::DragService{7, {200, 20}}).empty());
  CHECK(apply(state, app::DragService{99, {200, 20}}).empty());
}

TEST_CASE("a drag asks once for the catchment of the others, and leaves nothing behind") {
  auto state = open_state();
  CHECK(asks_for<app::ComputeRest>(apply(state, app::DragService{7, {200, 20}})));
  app::Preview preview;
  preview.service = 7;
  state.preview = std::make_shared<const app::Preview>(preview);
  state.rest = std::make_shared<const app::Rest>();
  const auto moved = apply(state, app::DragService{7, {210, 20}});
  CHECK(asks_for<app::ComputePreview>(moved));
  CHECK_FALSE(asks_for<app::ComputeRest>(moved));
  apply(state, app::CancelDrag{});
  CHECK_FALSE(state.preview);
  CHECK_FALSE(state.rest);
}

TEST_CASE("one more service is tried under the mouse while its tool is chosen") {
  auto state = open_state();
  state.answer = std::make_shared<const app::Answer>();
  CHECK(apply(state, app::TryService{{30, 40}}).empty());
  apply(state, app::ChooseTool{app::Tool::add_service});
  const auto first = apply(state, app::TryService{{30, 40}});
  CHECK(asks_for<app::ComputePreview>(first));
  CHECK(asks_for<app::ComputeRest>(first));
  app::Preview preview;
  preview.service = app::tried_service;
  state.preview = std::make_shared<const app::Preview>(preview);
  CHECK_FALSE(asks_for<app::ComputeRest>(apply(state, app::TryService{{31, 40}})));
  const auto project = state.project;
  apply(state, app::ChooseTool{app::Tool::select});
  CHECK_FALSE(state.preview);
  CHECK(state.project == project);
  state.question.scenario = "ramp";  // its project is a copy: nothing could be added to it
  apply(state, app::ChooseTool{app::Tool::add_service});
  CHECK(apply(state, app::TryService{{30, 40}}).empty());
}

TEST_CASE("a layer is switched for the eye only") {
  auto state = open_state();
  CHECK(state.layers(app::MapLayer::names));
  CHECK(apply(state, app::ShowLayer{app::MapLayer::names, false}).empty());
  CHECK_FALSE(state.layers(app::MapLayer::names));
  CHECK(state.layers(app::MapLayer::notes));
  CHECK_FALSE(state.unsaved);
  apply(state, app::ShowLayer{app::MapLayer::names, true});
  CHECK(state.layers == app::ShownLayers{});
}

TEST_CASE("what lies under the mouse is gone through, round and round") {
  using Kind = app::Selection::Kind;
  auto state = open_state();
  const app::Selection pharmacy{Kind::service, 7}, street{Kind::street, 3}, park{Kind::area, 1};
  apply(state, app::Select{pharmacy, {pharmacy, street, park}});
  CHECK(state.selection == pharmacy);
  CHECK(apply(state, app::SelectNext{1}).empty());
  CHECK(state.selection == street);
  apply(state, app::SelectNext{1});
  apply(state, app::SelectNext{1});
  CHECK(state.selection == pharmacy);
  CHECK(asks_for<app::ComputeInspection>(apply(state, app::SelectNext{-3})));
  CHECK(state.selection == pharmacy);
  apply(state, app::SelectNext{-1});
  CHECK(state.selection == park);
  apply(state, app::Select{street});
  apply(state, app::SelectNext{1});
  CHECK(state.selection == street);  // nothing else is known there
}

TEST_CASE("a place that was searched for stays marked until something else is chosen") {
  auto state = open_state();
  apply(state, app::ShowSpot{{5, 7}, "Stadtgarten"});
  CHECK(state.spot->name == "Stadtgarten");
  apply(state, app::Select{{app::Selection::Kind::street, 3}});
  CHECK_FALSE(state.spot);
  apply(state, app::ShowSpot{{5, 7}});  // of a table's row, which keeps its ring
  apply(state, app::Select{});
  CHECK(state.spot);
}

TEST_CASE("a chosen home is asked for its minutes") {
  auto state = open_state();
  CHECK(asks_for<app::ComputeHomeMinutes>(
      apply(state, app::Select{{app::Selection::Kind::home, 11}})));
  CHECK_FALSE(asks_for<app::ComputeHomeMinutes>(
      apply(state, app::Select{{app::Selection::Kind::service, 7}})));
}
