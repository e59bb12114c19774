#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/io/small_world.hpp"

using namespace nahraum;
using namespace nahraum::io;
using namespace nahraum::io::test;
using base::ErrorCode;

namespace {

/// A street along y = 0 from x = −900 to 900 with a corner house, in a box of 2 000 × 1 600 m.
OsmText village() {
  OsmText text;
  text.bounds(-1000, -800, 1000, 800);
  text.node(1, -900, 0)
      .node(2, -300, 10)
      .node(3, 200, 0, {{"highway", "crossing"}})
      .node(4, 900, -20);
  text.way(11, {1, 2, 3, 4},
           {{"highway", "residential"}, {"name", "Lange Straße"}, {"source", "survey"}});
  text.box(20, 30, 20, 45, 32,
           {{"building", "apartments"},
            {"building:levels", "3"},
            {"addr:housenumber", "5"},
            {"addr:street", "Lange Straße"}});
  return text;
}

model::Project made(const OsmText& text, const DistrictSpec& spec = WholeFile{},
                    const ImportOptions& options = {}) {
  const Folder folder;
  auto project = import(folder.write("village.osm", text.text()), spec, options);
  INFO((project ? "" : base::one_line(project.error())));
  REQUIRE(project);
  return std::move(*project);
}

base::Error refused(const std::string& name, const std::string& bytes,
                    const DistrictSpec& spec = WholeFile{}, const ImportOptions& options = {}) {
  const Folder folder;
  const auto project = import(folder.write(name, bytes), spec, options);
  REQUIRE_FALSE(project);
  CHECK_FALSE(project.error().what.empty());
  return project.error();
}

const model::StreetNode& street_node(const model::Project& project, std::int64_t id) {
  const auto& nodes = project.streets.nodes;
  const auto at =
      std::find_if(nodes.begin(), nodes.end(), [&](const auto& node) { return node.osm_id == id; });
  REQUIRE(at != nodes.end());
  return *at;
}

}  // namespace

TEST_CASE("A street becomes a street with the tags that walking needs") {
  const auto project = made(village());
  REQUIRE(project.streets.ways.size() == 1);
  const auto& street = project.streets.ways[0];
  CHECK(street.osm_way_id == 11);
  CHECK(street.nodes.size() == 4);
  CHECK(street.tags.get("name") == "Lange Straße");
  CHECK_FALSE(street.tags.has("source"));
  CHECK(street_node(project, 3).tags.is("highway", "crossing"));
  CHECK(project.info.epsg == 25832);
  CHECK(project.elements.size() == 1);
  CHECK(project.sources.at(0).attribution == "© OpenStreetMap contributors, ODbL 1.0");
}

TEST_CASE("Data that are nobody's OpenStreetMap extract say whose they are") {
  const auto source = [](const std::string& attributes) {
    return made(village().root(attributes)).sources.at(0);
  };
  const auto own = source("attribution=\"Erfunden &amp; gezeichnet\" license=\"Apache-2.0\"");
  CHECK(own.attribution == "Erfunden & gezeichnet");
  CHECK(own.licence == "Apache-2.0");
  const auto osm = source(
      "attribution=\"http://www.openstreetmap.org/copyright\" "
      "license=\"http://opendatacommons.org/licenses/odbl/1-0/\"");
  CHECK(osm.attribution == "© OpenStreetMap contributors, ODbL 1.0");
  CHECK(osm.licence == "ODbL 1.0");
}

TEST_CASE("A house with three floors becomes a home with its area, address and dwellings") {
  const auto project = made(village());
  REQUIRE(project.homes.size() == 1);
  const auto& home = project.homes[0];
  CHECK(home.floors == 3);
  CHECK_FALSE(home.floors_assumed);
  CHECK(home.floor_area_m2 == Approx(15 * 12 * 3 * 0.8).epsilon(0.01));
  CHECK(home.dwellings == 5);  // 432 m² / 80
  CHECK(home.dwellings_assumed);
  CHECK(home.address == "Lange Straße 5");
  CHECK(project.buildings.at(0).home == 0);
}

TEST_CASE("Floors and dwellings that are not mapped are assumed by the kind of building") {
  auto text = village();
  text.box(30, 100, 20, 120, 35, {{"building", "apartments"}});
  const auto project = made(text);
  REQUIRE(project.homes.size() == 2);
  const auto& home = project.homes[1];
  CHECK(home.floors == 4);
  CHECK(home.floors_assumed);
  CHECK(home.floor_area_m2 == Approx(300 * 4 * 0.8).epsilon(0.01));
  CHECK(home.dwellings == 12);
  CHECK(home.dwellings_assumed);
}

TEST_CASE("Entrances on the outline belong to the home, the main one first") {
  auto text = village();
  text.node(301, 60, 20, {{"entrance", "staircase"}})
      .node(302, 70, 20)
      .node(303, 70, 30, {{"entrance", "main"}});
  text.node(304, 60, 30, {{"entrance", "emergency"}});
  text.way(30, {301, 302, 303, 304, 301}, {{"building", "house"}});
  const auto project = made(text);
  REQUIRE(project.homes.size() == 2);
  const auto& home = project.homes[1];
  REQUIRE(home.entrances.size() == 2);
  CHECK(home.entrances[0].y > home.entrances[1].y);  // the main one lies in the north
}

TEST_CASE("A plain building is a home where it has an address, also by a point inside") {
  auto text = village();
  text.box(30, 100, 20, 112, 30, {{"building", "yes"}});
  text.node(9, 105, 25, {{"addr:housenumber", "7"}, {"addr:street", "Lange Straße"}});
  text.box(31, 120, 20, 132, 30,
           {{"building", "yes"}, {"addr:housenumber", "9"}, {"amenity", "fire_station"}});
  text.box(32, 140, 20, 143, 24, {{"building", "garage"}, {"addr:housenumber", "11"}});
  const auto project = made(text);
  CHECK(project.buildings.size() == 4);
  REQUIRE(project.homes.size() == 2);
  CHECK(project.homes[1].address == "Lange Straße 7");
}

TEST_CASE(
    "Where hardly a house has an address, plain buildings of a house's size are homes, and it says "
    "so") {
  auto text = village();
  for (long i = 0; i < 20; ++i)
    text.box(40 + i, 100 + 20.0 * double(i), 60, 110 + 20.0 * double(i), 70, {{"building", "yes"}});
  text.box(80, 100, 100, 104, 104, {{"building", "yes"}});  // a shed
  const auto project = made(text);
  CHECK(project.homes.size() == 21);
  REQUIRE(entry(project, "residential_assumed"));
  CHECK(entry(project, "residential_assumed")->count == 20);
}

TEST_CASE("A plain building on a works site is no home, in the workers' street within it it is") {
  auto text = village();
  const auto addressed = [&](long id, double west) {
    text.box(id, west, 100, west + 12, 110,
             {{"building", "yes"}, {"addr:housenumber", std::to_string(id)}});
  };
  addressed(30, 100);
  addressed(31, 160);
  addressed(32, 300);
  text.box(33, 80, 80, 280, 200, {{"landuse", "industrial"}});
  text.box(34, 150, 90, 190, 130, {{"landuse", "residential"}});
  const auto project = made(text);
  REQUIRE(project.homes.size() == 3);  // with the village's own
  CHECK(project.homes[1].osm.id == 31);
  CHECK(project.homes[2].osm.id == 32);
  REQUIRE(entry(project, "land_without_homes"));
  CHECK(entry(project, "land_without_homes")->examples == "w30");
}

TEST_CASE(
    "A way is kept as far as one end of a segment lies inside, and the outer end is frontier") {
  auto text = village();
  text.node(5, 1500, 0).node(6, 3000, 0).node(7, 3100, 0);
  text.way(12, {4, 5, 6, 7}, {{"highway", "footway"}});
  const auto project = made(text);
  REQUIRE(project.streets.ways.size() == 2);
  CHECK(project.streets.ways[1].nodes.size() == 2);
  CHECK(street_node(project, 5).frontier);
  CHECK_FALSE(street_node(project, 4).frontier);
  CHECK_FALSE(street_node(project, 3).frontier);
}

TEST_CASE("A missing node cuts the way in two, is counted, and both ends are frontier") {
  auto text = village();
  text.node(5, 0, 100).node(6, 0, 150).node(8, 0, 300).node(9, 0, 350);
  text.way(12, {2, 5, 6, 777, 8, 9}, {{"highway", "path"}});
  const auto project = made(text);
  REQUIRE(project.streets.ways.size() == 3);
  CHECK(project.streets.ways[1].nodes.size() == 3);
  CHECK(project.streets.ways[2].nodes.size() == 2);
  CHECK(street_node(project, 6).frontier);
  CHECK(street_node(project, 8).frontier);
  CHECK_FALSE(street_node(project, 9).frontier);
  REQUIRE(entry(project, "missing_node"));
  CHECK(entry(project, "missing_node")->count == 1);
  CHECK(entry(project, "missing_node")->examples == "w12");
}

TEST_CASE("A lift mapped as a way is walked like one") {
  auto text = village();
  text.node(5, 300, 0).node(6, 303, 0).node(7, 330, 0);
  text.way(12, {4, 5}, {{"highway", "footway"}}).way(13, {5, 6}, {{"highway", "elevator"}});
  text.way(14, {6, 7}, {{"highway", "footway"}});
  const auto project = made(text);
  REQUIRE(project.streets.ways.size() == 4);
  CHECK(project.streets.ways[2].tags.is("highway", "elevator"));
}

TEST_CASE("A grid that stretches lengths is refused") {
  ImportOptions options;
  options.epsg = 3857;
  CHECK(refused("viertel.osm", village().text(), WholeFile{}, options).code ==
        base::ErrorCode::unsupported);
}

TEST_CASE("Motorways are drawn, not walked; a trunk road with a sidewalk is walked") {
  auto text = village();
  text.node(5, 0, 300).node(6, 500, 300).node(7, 0, 400).node(8, 500, 400);
  text.way(12, {5, 6}, {{"highway", "motorway"}})
      .way(13, {7, 8}, {{"highway", "trunk"}, {"sidewalk", "right"}});
  text.way(14, {5, 7}, {{"highway", "construction"}}).way(15, {6, 8}, {{"highway", "proposed"}});
  const auto project = made(text);
  CHECK(project.streets.ways.size() == 2);
  CHECK(project.roads.size() == 2);
}

TEST_CASE("Of doubled objects the last holds; deleted ones are left out; both are counted") {
  auto text = village();
  text.node(3, 200, 50, {{"highway", "crossing"}});  // moved
  text.raw("<node id=\"50\" version=\"2\" visible=\"false\"/>");
  text.raw("<way id=\"60\" version=\"3\" visible=\"false\"/>");
  const auto project = made(text);
  CHECK(geo::distance(street_node(project, 3).at, street_node(made(village()), 3).at) ==
        Approx(50).epsilon(0.01));
  CHECK(project.elements.size() == 1);
  CHECK(entry(project, "duplicate_object")->examples == "n3");
  CHECK(entry(project, "deleted_object")->count == 2);
}

TEST_CASE("A building with a courtyard comes from its relation, once") {
  auto text = village();
  text.box(30, 100, 100, 160, 150, {{"building", "apartments"}});
  text.box(31, 120, 120, 140, 130, {});
  text.relation(7, {{30, "outer"}, {31, "inner"}},
                {{"type", "multipolygon"}, {"building", "apartments"}});
  const auto project = made(text);
  REQUIRE(project.buildings.size() == 2);
  const auto& building = project.buildings[0];
  CHECK(model::to_text(building.osm) == "r7");
  REQUIRE(building.outline.size() == 1);
  CHECK(building.outline[0].holes.size() == 1);
  CHECK(geo::area(building.outline) == Approx(60 * 50 - 20 * 10).epsilon(0.01));
  CHECK(geo::signed_area(building.outline[0].outer) > 0);
}

TEST_CASE("Old relations take their tags from the outer way") {
  auto text = village();
  text.box(30, 100, 100, 160, 150, {{"landuse", "forest"}});
  text.box(31, 120, 120, 140, 130, {});
  text.relation(7, {{30, "outer"}, {31, "inner"}}, {{"type", "multipolygon"}});
  const auto project = made(text);
  REQUIRE(project.areas.size() == 1);
  CHECK(project.areas[0].outline[0].holes.size() == 1);
}

TEST_CASE("An outline that crosses itself is repaired and counted") {
  auto text = village();
  text.node(301, 100, 100).node(302, 120, 120).node(303, 120, 100).node(304, 100, 120);
  text.way(30, {301, 302, 303, 304, 301}, {{"landuse", "grass"}});
  const auto project = made(text);
  REQUIRE(project.areas.size() == 1);
  CHECK(geo::area(project.areas[0].outline) == Approx(200).epsilon(0.02));
  CHECK(entry(project, "repaired_outline")->examples == "w30");
}

TEST_CASE("The same pharmacy mapped as building and point is one service; two pharmacies are two") {
  auto text = village();
  text.box(30, 100, 20, 112, 30,
           {{"building", "retail"}, {"amenity", "pharmacy"}, {"name", "Löwen-Apotheke"}});
  text.node(9, 120, 25,
            {{"amenity", "pharmacy"}, {"name", "löwen-apotheke"}, {"operator", "A. Muster"}});
  text.node(10, 125, 25,
            {{"amenity", "pharmacy"}, {"name", "Rosen-Apotheke"}, {"wheelchair", "yes"}});
  text.node(13, 300, 25, {{"amenity", "pharmacy"}, {"name", "Alte Post"}, {"disused", "yes"}});
  const auto project = made(text);
  REQUIRE(project.services.size() == 2);
  CHECK(model::to_text(project.services[0].osm) == "n10");
  CHECK(project.services[0].tags.is("wheelchair", "yes"));
  CHECK(model::to_text(project.services[1].osm) == "w30");
  CHECK(entry(project, "merged_service")->count == 1);
  CHECK(project.services[0].id == 1);
  CHECK(project.services[1].type == "G04");
  CHECK(project.services[1].origin == "osm");
}

TEST_CASE("Both sides of a bus stop are one stop with two places to stand") {
  auto text = village();
  text.node(21, 0, 8, {{"highway", "bus_stop"}, {"name", "Markt"}});
  text.node(22, 40, -8, {{"highway", "bus_stop"}, {"name", "Markt"}});
  text.node(23, 400, 8, {{"highway", "bus_stop"}, {"name", "Markt"}});
  const auto project = made(text);
  REQUIRE(project.services.size() == 2);
  CHECK(project.services[0].entrances.size() == 2);
  CHECK(project.services[1].entrances.empty());
}

TEST_CASE("A park is reached where paths cross its edge") {
  auto text = village();
  text.box(30, -100, -50, 100, 50, {{"leisure", "park"}, {"name", "Stadtpark"}});
  const auto project = made(text);
  REQUIRE(project.services.size() == 1);
  REQUIRE(project.services[0].entrances.size() == 2);  // Lange Straße runs through it
  CHECK(std::abs(project.services[0].entrances[0].x - project.services[0].entrances[1].x) ==
        Approx(200).epsilon(0.02));
}

TEST_CASE("A district by box, circle or name keeps its rim") {
  auto text = village();
  ImportOptions options;
  options.rim_m = 100;
  const auto box =
      made(text, LonLatBox{text.lon(-200), text.lat(-100), text.lon(300), text.lat(150)}, options);
  CHECK(geo::area(box.district) == Approx(500 * 250).epsilon(0.01));
  CHECK(geo::area(box.data_extent) == Approx(700 * 450 - 0.86 * 1e4).epsilon(0.01));
  const auto circle = made(text, Around{{text.lon(0), text.lat(0)}, base::Metres(300)}, options);
  CHECK(geo::area(circle.district) == Approx(3.14159 * 300 * 300).epsilon(0.01));
  text.box(70, -400, -300, 400, 300,
           {{"boundary", "administrative"}, {"admin_level", "10"}, {"name", "Westend"}});
  const auto named = made(text, BoundaryName{"westend"}, options);
  CHECK(geo::area(named.district) == Approx(800 * 600).epsilon(0.01));
  CHECK(named.info.title == "Westend");
}

TEST_CASE("An unknown boundary is answered with the nearest names, several with their ids") {
  auto text = village();
  text.box(70, -400, -300, 400, 300, {{"boundary", "administrative"}, {"name", "Westend"}});
  text.box(71, -300, -300, 400, 300, {{"boundary", "administrative"}, {"name", "Neustadt"}});
  text.box(72, -200, -300, 400, 300, {{"boundary", "administrative"}, {"name", "Neustadt"}});
  const auto unknown = refused("a.osm", text.text(), BoundaryName{"Westnd"});
  CHECK(unknown.code == ErrorCode::not_found);
  CHECK(unknown.what_to_do.find("Westend") < unknown.what_to_do.find("Neustadt"));
  const auto several = refused("a.osm", text.text(), BoundaryName{"Neustadt"});
  CHECK(several.what_to_do.find("w71") != std::string::npos);
  CHECK(several.what_to_do.find("w72") != std::string::npos);
  CHECK(made(text, BoundaryName{"w72"}).info.title == "Neustadt");
}

TEST_CASE("A district outside the data is refused") {
  CHECK(refused("a.osm", village().text(), LonLatBox{7, 51, 7.1, 51.1}).code ==
        ErrorCode::not_found);
  CHECK(refused("a.osm", village().text(), LonLatBox{7.1, 51, 7, 51.1}).code ==
        ErrorCode::bad_input);
}

TEST_CASE("Files that are not what they should be are refused with the reason") {
  CHECK(refused("a.osm", "").what.find("empty") != std::string::npos);
  CHECK(refused("a.osm.pbf", "just some text\n").code == ErrorCode::bad_input);
  CHECK(refused("a.osm.pbf", village().text()).what.find(".osm") != std::string::npos);
  CHECK(refused("a.osm", "<osmChange version=\"0.6\"></osmChange>").code == ErrorCode::unsupported);
  CHECK(refused("a.osm", "<?xml version=\"1.0\"?><osm version=\"0.6\"></osm>").code ==
        ErrorCode::bad_input);
  OsmText no_street;
  no_street.bounds(-100, -100, 100, 100).box(20, 0, 0, 10, 10, {{"building", "house"}});
  CHECK(refused("a.osm", no_street.text()).what.find("street") != std::string::npos);
  jobs::Context context;
  CHECK(import("/nowhere/at/all.osm").error().code == ErrorCode::not_found);
}

TEST_CASE("A file cut at any place is refused") {
  const std::string whole = village().text();
  for (const double share : {0.3, 0.6, 0.9, 0.999}) {
    const std::string part = whole.substr(0, std::size_t(double(whole.size()) * share));
    CHECK(refused("a.osm", part).code == ErrorCode::truncated);
  }
  CHECK_FALSE(made(village()).info.partial);
}

TEST_CASE("A cancelled import ends at once") {
  const Folder folder;
  const auto file = folder.write("a.osm", village().text());
  jobs::Context context;
  context.cancel();
  CHECK_THROWS_AS(import_osm(file, WholeFile{}, {}, small_catalogue(), context), jobs::Cancelled);
}

TEST_CASE("Objects in any order and of any kind first give the same project") {
  OsmText shuffled;
  shuffled.bounds(-1000, -800, 1000, 800);
  shuffled.way(11, {1, 2, 3, 4}, {{"highway", "residential"}, {"name", "Lange Straße"}});
  shuffled.way(20, {203, 200, 201, 202, 203}, {{"building", "house"}});
  shuffled.node(4, 900, -20)
      .node(202, 45, 32)
      .node(203, 30, 32)
      .node(200, 30, 20)
      .node(201, 45, 20);
  shuffled.node(3, 200, 0).node(2, -300, 10).node(1, -900, 0);
  OsmText sorted;
  sorted.bounds(-1000, -800, 1000, 800);
  sorted.node(1, -900, 0).node(2, -300, 10).node(3, 200, 0).node(4, 900, -20);
  sorted.node(200, 30, 20).node(201, 45, 20).node(202, 45, 32).node(203, 30, 32);
  sorted.way(11, {1, 2, 3, 4}, {{"highway", "residential"}, {"name", "Lange Straße"}});
  sorted.way(20, {203, 200, 201, 202, 203}, {{"building", "house"}});
  auto a = made(shuffled), b = made(sorted);
  a.sources.clear();
  b.sources.clear();
  CHECK(a == b);
}

TEST_CASE("A bollard on a street is an element, a gate in a fence is not") {
  auto text = village();
  text.node(2, -300, 10, {{"barrier", "bollard"}});
  text.node(8, 100, 300, {{"barrier", "gate"}})
      .node(9, 120, 300)
      .way(40, {8, 9}, {{"barrier", "fence"}});
  const auto project = made(text);
  std::vector<std::string> ids;
  for (const auto& element : project.elements)
    ids.push_back(model::to_text(element.osm));
  CHECK(ids == std::vector<std::string>{"n2", "n3"});
  CHECK(project.lines.size() == 1);
}

TEST_CASE(
    "Lift and entrance are known where a tag tells, of the building or of its main entrance") {
  auto text = village();
  text.box(30, 100, 20, 120, 35,
           {{"building", "apartments"}, {"elevator", "no"}, {"wheelchair", "yes"}});
  text.box(31, 140, 20, 160, 35, {{"building", "apartments"}, {"elevator", "2"}});
  text.node(301, 60, 60, {{"entrance", "yes"}, {"wheelchair", "yes"}})
      .node(302, 70, 60)
      .node(303, 70, 70, {{"entrance", "main"}, {"step_count", "3"}})
      .node(304, 60, 70);
  text.way(32, {301, 302, 303, 304, 301}, {{"building", "house"}});
  text.box(33, 180, 20, 190, 35, {{"building", "house"}, {"wheelchair", "limited"}});
  const auto project = made(text);
  const auto housing = [&](std::int64_t way) {
    for (const auto& home : project.homes) {
      if (home.osm == model::OsmId{'w', way}) return home.housing;
    }
    FAIL("no such home");
    return model::Housing{};
  };
  CHECK(housing(30) == model::Housing{false, true, {}, "osm"});
  CHECK(housing(31) == model::Housing{true, {}, {}, "osm"});
  CHECK(housing(32) == model::Housing{{}, false, {}, "osm"});  // the main entrance has steps
  CHECK(housing(33) == model::Housing{});                      // "limited" tells neither
}
