#include "io/scenario_yaml.hpp"

#include <catch2/catch.hpp>

#include "geo/crs.hpp"
#include "io/catalogue_yaml.hpp"
#include "io/scenario_change.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;
using namespace nahraum::io;

namespace {

const model::Catalogue& catalogue() {
  static const model::Catalogue all =
      read_catalogue(NAHRAUM_SOURCE_DIR "/assets/catalogue").value();
  return all;
}

base::Result<model::Scenario> read(const std::string& text) {
  const test::Folder folder;
  return read_scenario(folder.write("versuch.yaml", text), catalogue(), 25832);
}

}  // namespace

TEST_CASE("a scenario's file may name every kind of change, in degrees or metres") {
  const auto scenario = read(R"(
name: Alles
note: einmal
changes:
  - open_service: {type: Apotheke, at: [8.41, 51.85], name: Neu, sector: market, capacity: 2}
  - close_service: {service: 12}
  - move_service: {service: n90000000001, to: [460000.5, 5745000]}
  - resize_service: {service: 7, capacity: 30}
  - add_path: {line: [[460000, 5745000], [460010, 5745020]], tags: {surface: asphalt, width: 2.5}}
  - remove_path: {way: w90000000125, between: [[460000, 5745000], [460010, 5745020]]}
  - remove_path: {way: 90000000125}
  - add_crossing: {at: [460000, 5745000], kind: zebra}
  - add_crossing: {line: [[460000, 5745000], [460010, 5745020]], kind: traffic_signals}
  - add_bench: {at: [460000, 5745000]}
  - remove_bench: {bench: n5}
  - add_ramp: {way: 90000000125}
  - lower_kerb: {node: n17}
  - add_housing: {at: [460000, 5745000], dwellings: 8, residents: 12, residents_65: 10}
  - add_barrier: {at: [460000, 5745000], kind: cycle_barrier, width: 0.8}
  - change_path: {way: w90000000125, tags: {surface: sett}}
)");
  REQUIRE(scenario);
  CHECK(scenario->name == "Alles");
  REQUIRE(scenario->changes.size() == 16);
  const auto& open = std::get<model::OpenService>(scenario->changes[0]);
  CHECK(open.type == "G04");
  const auto projected = geo::Projection::to_epsg(25832)->forward(geo::LonLat{8.41, 51.85});
  CHECK(open.at == projected);
  CHECK(std::get<model::MoveService>(scenario->changes[2]).to == geo::Point{460000.5, 5745000});
  const auto& path = std::get<model::AddPath>(scenario->changes[4]);
  CHECK(path.tags == model::Tags{{"highway", "footway"}, {"surface", "asphalt"}, {"width", "2.5"}});
  CHECK(std::get<model::AddCrossing>(scenario->changes[7]).kind == "marked");
  CHECK(std::get<model::AddHousing>(scenario->changes[13]).residents.age_80 == std::nullopt);
  // What is kept is what was read.
  for (const auto& change : scenario->changes)
    CHECK(change_from_json(model::kind_of(change), to_json(change)) == change);
}

TEST_CASE("a slip in a scenario's file is refused with its line") {
  const auto check = [](const std::string& change, const char* what) {
    const auto result = read("name: A\nchanges:\n  - " + change + "\n");
    INFO(change);
    REQUIRE_FALSE(result);
    CHECK(result.error().what.find(what) != std::string::npos);
    CHECK(result.error().where.find("versuch.yaml:3") != std::string::npos);
  };
  check("add_banch: {at: [8.4, 51.8]}", "add_bench");
  check("add_bench: {at: [8.4]}", "8.4213");
  check("add_bench: {}", "at");
  check("add_bench: {at: [8.4, 51.8], colour: red}", "colour");
  check("open_service: {type: Apoteke, at: [8.4, 51.8]}", "Apothe");
  check("close_service: {service: Apotheke}", "Apotheke");
  check("resize_service: {service: 3, capacity: -1}", "-1");
  check("remove_path: {way: n5}", "n5");
  check("add_crossing: {at: [8.4, 51.8], kind: bridge}", "zebra");
  check("add_path: {line: [[8.4, 51.8]]}", "2");
  check("add_housing: {at: [8.4, 51.8], dwellings: 2, residents: 3, residents_65: 4}", "age");
  check("add_barrier: {at: [8.4, 51.8], kind: moat}", "gate");
  check("change_path: {way: 5, tags: {}}", "different");
  check("add_housing: {at: [8.4, 51.8], dwellings: 2.5, residents: 3}", "whole");
  check("add_bench", "mapping");
  CHECK_FALSE(read("name: base\nchanges: []\n"));
  CHECK_FALSE(read("changes: []\n"));
  CHECK_FALSE(read("name: A\n"));
  CHECK_FALSE(read("name: [A\n"));
  const auto missing = read_scenario("/nowhere/a.yaml", catalogue(), 25832);
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == base::ErrorCode::not_found);
}
