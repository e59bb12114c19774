/// What a drawn vertex holds on to.

#include "ui/snapping.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace nahraum;
using To = ui::Snapped::To;

namespace {

model::Project corner() {
  model::Project project;
  project.streets.nodes = {
      {1, {0, 0}, {}, false}, {2, {100, 0}, {}, false}, {3, {160, 30}, {}, false}};
  project.streets.ways = {{7, {0, 1, 2}, {}}};
  model::Building house;
  house.outline = {{{{40, 20}, {60, 20}, {60, 35}, {40, 35}, {40, 20}}, {}}};
  project.buildings = {house};
  return project;
}

}  // namespace

TEST_CASE("a corner or a node comes before an edge, whichever is nearer") {
  const ui::Snapper snapper(corner());
  const auto node = snapper.snap({97, 1}, 5, {});
  CHECK(node.to == To::vertex);
  CHECK(node.at == geo::Point{100, 0});
  const auto house = snapper.snap({58, 22}, 5, {});
  CHECK(house.at == geo::Point{60, 20});
  const auto edge = snapper.snap({70, 3}, 5, {});
  CHECK(edge.to == To::edge);
  CHECK(edge.at == geo::Point{70, 0});
  const auto nothing = snapper.snap({70, 9}, 5, {});
  CHECK(nothing.to == To::nothing);
  CHECK(nothing.at == geo::Point{70, 9});
}

TEST_CASE("what was drawn can be held on to as well") {
  const ui::Snapper snapper(corner());
  CHECK(snapper.snap({301, 201}, 5, {{{300, 200}, {340, 200}}}).at == geo::Point{300, 200});
  CHECK(snapper.snap({320, 202}, 5, {{{300, 200}, {340, 200}}}).to == To::edge);
  CHECK(snapper.snap({301, 201}, 5, {{{300, 200}}}).to == To::vertex);
}

TEST_CASE("the grid finds what a search of everything finds") {
  CHECK(rc::check("grid against all", [] {
    model::Project project;
    const auto place = [] {
      return geo::Point{*rc::gen::inRange(-900, 900) / 3.0, *rc::gen::inRange(-900, 900) / 7.0};
    };
    const auto count = *rc::gen::inRange<std::uint32_t>(2, 30);
    for (std::uint32_t i = 0; i < count; ++i)
      project.streets.nodes.push_back({i + 1, place(), {}, false});
    geo::Line line;
    for (std::uint32_t i = 0; i < count; ++i)
      line.push_back(project.streets.nodes[i].at);
    project.streets.ways = {{1, {}, {}}};
    for (std::uint32_t i = 0; i < count; ++i)
      project.streets.ways[0].nodes.push_back(i);
    const auto at = place();
    const double reach = *rc::gen::inRange(1, 60);
    const auto found = ui::Snapper(project).snap(at, reach, {});
    const auto all = ui::Snapper(model::Project{}).snap(at, reach, {line});
    RC_ASSERT(found.to == all.to);
    RC_ASSERT(geo::distance(found.at, at) == geo::distance(all.at, at));
  }));
}
