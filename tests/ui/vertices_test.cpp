/// Vertices of the chosen shape: dragged, added, taken away.

#include "ui/vertices.hpp"

#include <catch2/catch.hpp>

#include "base/translate.hpp"
#include "ui/shape_edits.hpp"

using namespace nahraum;
using ui::EditedShape;
using ui::Vertices;

namespace {

EditedShape triangle() {
  return {{{{0, 0}, {10, 0}, {10, 7}}}, true, 3, true};
}

Vertices of(const EditedShape& shape) {
  Vertices vertices;
  vertices.follow(shape);
  return vertices;
}

app::State state_with(model::Project project) {
  app::State state;
  state.project = std::make_shared<const model::Project>(std::move(project));
  return state;
}

}  // namespace

TEST_CASE("a vertex follows the mouse and stays where it is released") {
  auto vertices = of(triangle());
  CHECK_FALSE(vertices.press({5, 3}, 1));
  REQUIRE(vertices.press({9.5, 0.2}, 1));
  vertices.move({12, -3});
  CHECK(vertices.release());
  CHECK(vertices.shape().lines[0][1] == geo::Point{12, -3});
  REQUIRE(vertices.press({0, 0}, 1));
  CHECK_FALSE(vertices.release());  // a click moves nothing
}

TEST_CASE("Escape puts a held vertex back") {
  auto vertices = of(triangle());
  vertices.press({10, 7}, 1);
  vertices.move({99, 99});
  vertices.give_up();
  CHECK(vertices.shape() == triangle());
  CHECK_FALSE(vertices.held());
}

TEST_CASE("a double click on an edge puts a vertex there, the closing edge too") {
  auto vertices = of(triangle());
  CHECK(vertices.insert({4, 0.5}, 1));
  CHECK(vertices.shape().lines[0][1] == geo::Point{4, 0});
  CHECK(vertices.insert({5.3, 3.2}, 1));  // from the last to the first
  CHECK(vertices.shape().lines[0].size() == 5);
  CHECK_FALSE(vertices.insert({50, 50}, 1));
  auto open = of({{{{0, 0}, {10, 0}, {10, 7}}}, false, 2, true});
  CHECK_FALSE(open.insert({5.3, 3.2}, 1));
}

TEST_CASE("the active vertex can go while the line keeps its least") {
  auto vertices = of(triangle());
  CHECK_FALSE(vertices.remove_active());
  vertices.press({10, 0}, 1);
  vertices.release();
  CHECK_FALSE(vertices.remove_active());  // a polygon keeps three
  vertices.insert({4, 0}, 1);
  CHECK(vertices.remove_active());
  CHECK(vertices.shape() == triangle());
}

TEST_CASE("the chosen note's vertices are edited, and the edit is of that note") {
  model::Project project;
  project.notes = {{4, model::NoteKind::polygon, {{0, 0}, {10, 0}, {10, 7}}, "Platz"},
                   {5, model::NoteKind::point, {{3, 3}}, ""}};
  auto state = state_with(project);
  CHECK(ui::edited_shape(state).lines.empty());
  state.selection = {app::Selection::Kind::note, 5};
  CHECK(ui::edited_shape(state).lines.empty());  // it is dragged as a whole
  state.selection = {app::Selection::Kind::note, 4};
  auto shape = ui::edited_shape(state);
  CHECK(shape == triangle());
  shape.lines[0][0] = {-5, 2};
  const auto edit = ui::edit_with(state, shape);
  REQUIRE(edit);
  const auto& changed = std::get<model::ReplaceNote>(*edit).note;
  CHECK(changed.id == 4);
  CHECK(changed.text == "Platz");
  CHECK(changed.points[0] == geo::Point{-5, 2});
  state.read_only = true;
  CHECK(ui::edited_shape(state).lines.empty());
}

TEST_CASE("a correction's places are edited: a path's vertices, both ends of what is closed") {
  model::Project project;
  project.corrections = {{2, model::AddPath{{{0, 0}, {5, 5}}, {}}, "", ""},
                         {3, model::RemovePath{7, {{1, 1}, {9, 1}}}, "", ""},
                         {4, model::AddRamp{7}, "", ""}};
  auto state = state_with(project);
  state.selection = {app::Selection::Kind::correction, 3};
  auto shape = ui::edited_shape(state);
  REQUIRE(shape.lines.size() == 2);
  shape.lines[1][0] = {12, 1};
  const auto edit = ui::edit_with(state, shape);
  REQUIRE(edit);
  const auto& changed = std::get<model::ReplaceCorrection>(*edit).correction;
  CHECK(std::get<model::RemovePath>(changed.change).between ==
        std::vector<geo::Point>{{1, 1}, {12, 1}});
  state.selection.id = 2;
  CHECK(ui::edited_shape(state).lines[0].size() == 2);
  state.selection.id = 4;
  CHECK(ui::edited_shape(state).lines.empty());
}

TEST_CASE("the outline moves with who lives in it, and cannot cross itself or leave the data") {
  base::set_language(base::Language::english);
  model::Project project;
  project.district = {{geo::ring_of({0, 0, 100, 60}), {}}};
  project.data_extent = {{geo::ring_of({-50, -50, 200, 200}), {}}};
  project.homes.resize(2);
  project.homes[0].id = 1, project.homes[0].at = {10, 10};
  project.homes[1].id = 2, project.homes[1].at = {120, 30}, project.homes[1].in_district = false;
  auto state = state_with(project);
  state.tool = app::Tool::edit_outline;
  const auto shape = ui::edited_shape(state);
  REQUIRE(shape.lines.size() == 1);
  REQUIRE(shape.lines[0].size() == 4);
  const auto moved = [&](geo::Point from, geo::Point to) {
    auto other = shape;
    for (auto& p : other.lines[0]) {
      if (p == from) p = to;
    }
    return ui::edit_with(state, other);
  };
  const auto wider = moved({100, 0}, {170, 0});
  REQUIRE(wider);
  CHECK(std::get<model::SetDistrict>(*wider).homes == std::vector<std::int32_t>{2});
  const auto crossed = moved({100, 0}, {-40, 30}), outside = moved({100, 0}, {900, 0});
  REQUIRE_FALSE(crossed);
  CHECK(crossed.error().what.find("cross") != std::string::npos);
  REQUIRE_FALSE(outside);
  CHECK(outside.error().what.find("data") != std::string::npos);
}
