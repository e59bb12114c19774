#include <algorithm>
#include <fstream>
#include <set>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "app/verb_hours.hpp"
#include "io/project_gpkg.hpp"
#include "tests/app/quarter.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;
using nlohmann::json;

namespace {

/// Three homes near the pharmacy in the west, one near that in the east, 300 m apart.
model::Project street(const std::string& west, const std::string& east, int persons_each) {
  auto project = districts::quarter(R"(
    hhh                            h
    S+-----------------------------+S
  )",
                                    persons_each);
  project.services[0].tags.set("opening_hours", west);
  project.services[1].tags.set("opening_hours", east);
  return project;
}

json answer(model::Project project, const std::string& limit) {
  const auto workspace = districts::workspace_of(std::move(project));
  jobs::Context context;
  app::HoursOptions options;
  options.service = "pharmacy";
  options.profile = "adult";
  options.limit = limit;
  const auto result = app::ask_hours(options, workspace, context);
  REQUIRE(result);
  return app::hours_json(*result, workspace);
}

}  // namespace

TEST_CASE("people by hours per week, and the week hour by hour") {
  const json all = answer(street("Mo-Fr 8-18 Uhr", "Apr-Oct 09:00-18:00", 40), "150m");
  const auto& group = all["groups"]["80"];
  CHECK(group["persons"] == 40);
  CHECK(group["none"] == 0);
  CHECK(group["hours_unknown"] == 10);
  CHECK(group["classes"][2]["persons"] == 30);  // 50 h
  CHECK(group["classes"][2]["from_h"] == 40);
  CHECK(group["median_h"] == 50);
  CHECK(all["week"].size() == 168);
  const auto& tuesday = all["week"][24 + 15];
  CHECK(tuesday["weekday"] == 2);
  CHECK(tuesday["hour"] == 15);
  CHECK(tuesday["80"]["at_least"] == 30);
  CHECK(tuesday["80"]["at_most"] == 40);
  CHECK(all["week"][24 + 18]["80"]["at_least"] == 0);  // closes at the full hour
  REQUIRE(all["unknown"].size() == 1);
  CHECK(all["unknown"][0]["reason"] == "season");
  std::set<std::string> keys;
  for (const auto& line : all["method"])
    keys.insert(line["key"].get<std::string>());
  for (const auto* key : {"method", "limit", "hours", "classes", "profile", "residents", "sources"})
    CHECK(keys.contains(key));
}

TEST_CASE("hours tell no count below the minimum, nor what would tell it") {
  const json all = answer(street("Mo-Fr 8-18 Uhr", "Sa 09:00-13:00", 16), "150m");
  const auto& group = all["groups"]["80"];  // 12 people in the west, 4 in the east
  CHECK(group["persons"] == 16);
  CHECK(group["classes"][0]["persons"].is_null());
  CHECK(group["classes"][2]["persons"].is_null());
  const auto& saturday = all["week"][5 * 24 + 10]["80"];
  CHECK(saturday["at_least"].is_null());
  const auto& monday = all["week"][10]["80"];
  CHECK(monday["at_least"].is_null());  // 16 less 12
  CHECK(all["week"][10]["all"]["at_least"] == 48);
}

TEST_CASE("the verb for hours writes week and map, and nothing where it fails") {
  io::test::Folder folder;
  const auto file = folder / "viertel.gpkg";
  jobs::Context context;
  REQUIRE(io::write_project(street("Mo-Fr 8-18 Uhr", "", 40), file, context));
  app::Console console(true);
  app::HoursOptions options;
  options.project = file;
  options.service = "pharmacy";
  options.profile = "adult";
  options.csv = folder / "woche.csv";
  options.out = folder / "woche.geojson";
  options.limit = "nothing";
  CHECK_FALSE(app::run_hours(options, console));
  CHECK_FALSE(std::filesystem::exists(options.out));
  options.limit = "5min";
  REQUIRE(app::run_hours(options, console));
  const auto csv = io::test::read_bytes(options.csv);
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 169);
  const json map = json::parse(std::ifstream(options.out));
  REQUIRE(map["features"].size() == 4);
  CHECK(map["features"][0]["properties"]["hours_per_week"] == 50);
}
