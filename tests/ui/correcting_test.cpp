/// Which correction a shape on the map means.

#include "ui/correcting.hpp"

#include <catch2/catch.hpp>

#include "base/translate.hpp"
#include "ui/map_pen.hpp"

using namespace nahraum;
using app::Tool;

namespace {

/// A street from west to east, steps that leave it to the north, a kerb in the east.
model::Project corner() {
  model::Project project;
  project.streets.nodes = {{11, {0, 0}, {}, false},
                           {12, {100, 0}, {{"kerb", "raised"}}, false},
                           {13, {50, 0}, {}, false},
                           {14, {50, 40}, {}, false},
                           {15, {97, 0}, {}, false}};
  project.streets.ways = {{501, {0, 2, 4, 1}, {{"highway", "residential"}}},
                          {502, {2, 3}, {{"highway", "steps"}}}};
  return project;
}

template <class Wanted>
Wanted found(Tool tool, const std::vector<geo::Point>& points) {
  const auto change = ui::correction_by(tool, points, corner(), 8);
  REQUIRE(change);
  REQUIRE(std::holds_alternative<Wanted>(*change));
  return std::get<Wanted>(*change);
}

bool finds_nothing(Tool tool, const std::vector<geo::Point>& points) {
  return !ui::correction_by(tool, points, corner(), 8);
}

}  // namespace

TEST_CASE("a ramp belongs to the steps under the click, not to the street beside them") {
  CHECK(found<model::AddRamp>(Tool::correct_ramp, {{52, 3}}).way == 502);
  CHECK(finds_nothing(Tool::correct_ramp, {{20, 0}}));
}

TEST_CASE("a click closes the whole way, a drag the part along it") {
  const auto whole = found<model::RemovePath>(Tool::correct_closure, {{20, 2}});
  CHECK(whole.way == 501);
  CHECK(whole.between.empty());
  const auto part = found<model::RemovePath>(Tool::correct_closure, {{20, 2}, {80, -3}});
  CHECK(part.way == 501);
  CHECK(part.between == std::vector<geo::Point>{{20, 2}, {80, -3}});
  CHECK(finds_nothing(Tool::correct_closure, {{20, 2}, {80, 60}}));
}

TEST_CASE("a lowered kerb is the node that has one, even where another is nearer") {
  CHECK(found<model::LowerKerb>(Tool::correct_kerb, {{97, 1}}).node == 12);
  CHECK(found<model::LowerKerb>(Tool::correct_kerb, {{2, 1}}).node == 11);
  CHECK(finds_nothing(Tool::correct_kerb, {{20, 30}}));
}

TEST_CASE("crossings, benches, barriers and paths are where they were drawn") {
  CHECK(found<model::AddCrossing>(Tool::correct_crossing, {{1, 2}, {3, 9}}).line.size() == 2);
  CHECK(found<model::AddBench>(Tool::correct_bench, {{7, 3}}).at == geo::Point{7, 3});
  CHECK(found<model::AddBarrier>(Tool::correct_barrier, {{7, 3}}).kind == "gate");
  CHECK(found<model::AddPath>(Tool::correct_path, {{1, 2}, {9, 9}}).tags.is("highway", "footway"));
}

TEST_CASE("what a correction may be instead holds itself, and keeps its place") {
  base::set_language(base::Language::english);
  const model::Change crossing = model::AddCrossing{{{1, 2}, {3, 9}}, "island"};
  const auto choices = ui::choices_for(crossing);
  REQUIRE(choices.size() == 4);
  int same = 0;
  for (const auto& choice : choices) {
    same += choice.change == crossing ? 1 : 0;
    CHECK(std::get<model::AddCrossing>(choice.change).line.size() == 2);
  }
  CHECK(same == 1);
  CHECK(ui::choices_for(model::AddBench{}).empty());
}

TEST_CASE("every tool that draws says what it waits for") {
  for (int i = 0; i <= static_cast<int>(Tool::measure); ++i) {
    const auto tool = static_cast<Tool>(i);
    const bool other =
        tool == Tool::add_home || tool == Tool::edit_outline || tool == Tool::edit_areas;
    CHECK((ui::shape_of(tool).has_value() || other) == !ui::hint_of(tool).empty());
  }
}

TEST_CASE("a finished shape becomes the edit that its tool means, and is chosen") {
  app::State state;
  state.project = std::make_shared<const model::Project>(corner());
  ui::PenPlace place;
  place.near_m = 8;
  const auto note = ui::result_of(Tool::note_polygon, {{0, 0}, {9, 0}, {9, 7}}, state, place);
  REQUIRE(note.edit);
  CHECK(std::get<model::AddNote>(*note.edit).note.kind == model::NoteKind::polygon);
  CHECK(note.select->kind == app::Selection::Kind::note);
  const auto ramp = ui::result_of(Tool::correct_ramp, {{52, 3}}, state, place);
  REQUIRE(ramp.edit);
  CHECK(std::get<model::AddCorrection>(*ramp.edit).correction.id == 1);
  CHECK(ramp.select->kind == app::Selection::Kind::correction);
  const auto nothing = ui::result_of(Tool::correct_ramp, {{20, 30}}, state, place);
  CHECK_FALSE(nothing.edit);
  CHECK_FALSE(nothing.trouble.empty());
}
