#include "render/pick/picker.hpp"

#include <random>

#include <catch2/catch.hpp>

namespace {

using namespace nahraum;
using render::Hit;

geo::MultiPolygon house(double x, double y, double width, double height) {
  return {{geo::ring_of({x, y, x + width, y + height}), {}}};
}

/// A house with people at (10…22, 10…19), a shed at (40…44, 12…15), a street along y = 30.
std::shared_ptr<model::Project> small_place() {
  auto project = std::make_shared<model::Project>();
  model::Home home;
  home.id = 7;
  home.at = {16, 14};
  project->homes.push_back(home);
  model::Building lived_in, shed;
  lived_in.outline = house(10, 10, 12, 9);
  lived_in.home = 0;
  shed.outline = house(40, 12, 4, 3);
  project->buildings = {lived_in, shed};
  project->streets.nodes = {{1, {0, 30}, {}, false}, {2, {90, 30}, {}, false}};
  project->streets.ways = {{100, {0, 1}, {}}};
  return project;
}

scene::LayerPtr symbols(std::vector<scene::Item> items, double max_denominator = 1e12) {
  scene::Layer layer{"services", std::move(items), 0, max_denominator};
  return std::make_shared<const scene::Layer>(std::move(layer));
}

scene::Symbol symbol(geo::Point at, std::int64_t id) {
  scene::Symbol made;
  made.at = at;
  made.id = id;
  return made;
}

}  // namespace

TEST_CASE("a click inside a house with residents finds the home") {
  const render::Picker picker(small_place());
  const auto hits = picker.all({13, 17}, 3, 8, 5000);
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].kind == Hit::Kind::home);
  CHECK(hits[0].id == 7);
}

TEST_CASE("a shed is a building and nobody's home") {
  const render::Picker picker(small_place());
  const auto hits = picker.all({41, 13}, 3, 8, 5000);
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].kind == Hit::Kind::building);
}

TEST_CASE("a service that lies on a house wins over the house") {
  render::Picker picker(small_place());
  picker.show({symbols({symbol({14, 15}, 31)})});
  const auto hits = picker.all({15, 15}, 3, 8, 5000);
  REQUIRE(hits.size() == 2);
  CHECK(hits[0] == Hit{Hit::Kind::service, 31, 1});
  CHECK(hits[1].kind == Hit::Kind::home);
}

TEST_CASE("of two services the nearer one is meant") {
  render::Picker picker(small_place());
  picker.show({symbols({symbol({60, 60}, 1), symbol({64, 60}, 2)})});
  CHECK(picker.all({63, 60}, 1, 8, 5000).front().id == 2);
}

TEST_CASE("a symbol that is not shown at this scale is not hit") {
  render::Picker picker(small_place());
  picker.show({symbols({symbol({60, 60}, 1)}, 10000)});
  CHECK(picker.all({60, 60}, 1, 8, 9999).size() == 1);
  CHECK(picker.all({60, 60}, 1, 8, 10000).empty());
}

TEST_CASE("a note is found at its points and along its arrow") {
  auto project = small_place();
  project->notes.push_back({4, model::NoteKind::arrow, {{100, 100}, {140, 130}}, "hier"});
  const render::Picker picker(project);
  const auto hits = picker.all({120, 114}, 1, 3, 5000);
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].kind == Hit::Kind::note);
  CHECK(hits[0].id == 4);
}

TEST_CASE("the grid finds what looking at everything finds") {
  auto project = std::make_shared<model::Project>();
  std::mt19937 random(5);
  std::uniform_real_distribution<double> place(-700, 900), size(3, 130);
  for (int i = 0; i < 300; ++i) {
    model::Building building;
    building.outline = house(place(random), place(random), size(random), size(random));
    project->buildings.push_back(building);
  }
  const render::Picker picker(project);
  for (int k = 0; k < 500; ++k) {
    const geo::Point at{place(random), place(random)};
    std::vector<std::int64_t> expected, found;
    for (std::size_t i = 0; i < project->buildings.size(); ++i) {
      if (geo::contains(project->buildings[i].outline, at)) expected.push_back(std::int64_t(i));
    }
    for (const auto& hit : picker.all(at, 4, 4, 5000))
      found.push_back(hit.id);
    CHECK(found == expected);
  }
}

TEST_CASE("a small symbol leaves the houses around it to be clicked") {
  render::Picker picker(small_place());
  auto small = symbol({100, 100}, 31);
  small.size_mm = 1.6;
  picker.show({symbols({small, symbol({200, 100}, 32)})});
  CHECK(picker.all({102, 100}, 3, 8, 5000).size() == 1);
  CHECK(picker.all({106, 100}, 3, 8, 5000).empty());
  CHECK(picker.all({206, 100}, 3, 8, 5000).size() == 1);
}

TEST_CASE("a number is hit as one, and tells who it stands for") {
  render::Picker picker(small_place());
  auto counted = symbol({60, 60}, 3);
  counted.members = {3, 9};
  picker.show({symbols({symbol({14, 15}, 31), counted})});
  const auto hits = picker.all({61, 60}, 1, 8, 5000);
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].kind == Hit::Kind::cluster);
  CHECK(picker.members(hits[0]) == std::vector<std::int64_t>{3, 9});
}

TEST_CASE("parks, rivers and benches are found below houses and streets") {
  auto project = small_place();
  project->areas = {{model::AreaKind::park, {}, "Park", house(0, 0, 60, 40)},
                    {model::AreaKind::grass, {}, "", house(200, 0, 10, 10)}};
  project->lines = {{model::LineKind::river, {}, "Aue", {{0, 33}, {90, 35}}, false, false}};
  project->elements = {{model::PointKind::bench, {17, 12}, {}, {}}};
  const render::Picker picker(project);
  const auto on_house = picker.all({16, 12}, 3, 8, 2000);
  REQUIRE(on_house.size() == 3);
  CHECK(on_house[0] == Hit{Hit::Kind::element, 0, 1});
  CHECK(on_house[1].kind == Hit::Kind::home);
  CHECK(on_house[2] == Hit{Hit::Kind::area, 0, 0});
  const auto on_street = picker.all({50, 31}, 4, 8, 2000);
  REQUIRE(on_street.size() == 3);
  CHECK(on_street[0].kind == Hit::Kind::street);
  CHECK(on_street[1].kind == Hit::Kind::line);
  CHECK(on_street[2].kind == Hit::Kind::area);
  CHECK(picker.all({205, 5}, 3, 8, 2000).size() == 1);
}

TEST_CASE("small things cannot be pointed at where they are not shown") {
  auto project = small_place();
  project->elements = {{model::PointKind::kerb, {300, 300}, {}, {}}};
  const render::Picker picker(project);
  CHECK(picker.all({300, 300}, 3, 8, 4999).size() == 1);
  CHECK(picker.all({300, 300}, 3, 8, 5000).empty());
}
