#include <fstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "app/rests_layers.hpp"
#include "app/verb_rests.hpp"
#include "io/project_gpkg.hpp"
#include "tests/app/quarter.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;
using nlohmann::json;

namespace {

/// Three homes in the west, 190 to 230 m from the pharmacy; one near it.
model::Project street(int persons_each) {
  auto project = districts::quarter(R"(
    h h h             h
    +----------------------+S
  )",
                                    persons_each);
  return project;
}

struct Asked {
  app::Workspace workspace;
  jobs::Context context;

  explicit Asked(model::Project project) {
    workspace = districts::workspace_of(std::move(project));
  }
  base::Result<app::RestsResult> ask(const std::string& profile, double max_gap_m, int suggest) {
    app::RestsOptions options;
    options.service = "pharmacy";
    options.profile = profile;
    options.max_gap_m = max_gap_m;
    options.limit = "500m";
    options.suggest = suggest;
    return app::ask_rests(options, workspace, context);
  }
};

}  // namespace

TEST_CASE("who reaches the pharmacy but not with a seat often enough, and where it is missing") {
  Asked asked(street(40));
  const auto result = asked.ask("age_85", 0, 2);  // 150 m in the profile
  REQUIRE(result);
  const json answer = app::rests_json(*result, asked.workspace);
  CHECK(answer["max_gap_m"] == 150);
  CHECK(answer["groups"]["80"]["with_rests"] == 10);
  CHECK(answer["groups"]["80"]["without_rests"] == 30);
  CHECK(answer["groups"]["65"]["seats_missing"]["1"] == 60);
  REQUIRE(answer["new_seats"].size() == 1);
  CHECK(answer["new_seats"][0]["gained_80"] == 30);
  CHECK(answer["homes"]["without_rests"] == 3);
  std::set<std::string> keys;
  for (const auto& line : answer["method"])
    keys.insert(line["key"].get<std::string>());
  for (const auto* key : {"method", "max_gap", "limit", "seats", "serves_within", "new_seats",
                          "profile", "residents", "data_gaps", "sources"})
    CHECK(keys.contains(key));
}

TEST_CASE("counts below the minimum do not leave with the rests, nor by subtraction") {
  Asked asked(street(8));  // two of 80 and over in each home
  const auto result = asked.ask("age_85", 0, 1);
  REQUIRE(result);
  const json answer = app::rests_json(*result, asked.workspace);
  CHECK(answer["groups"]["80"]["with_rests"].is_null());
  CHECK(answer["groups"]["80"]["without_rests"].is_null());  // 8 less 2 would tell it
  CHECK(answer["groups"]["80"]["persons"] == 8);
  CHECK(answer["groups"]["65"]["without_rests"].is_null());
  CHECK(answer["groups"]["all"]["without_rests"] == 24);
  const auto layer = app::stretches_layer(*result, asked.workspace);
  REQUIRE_FALSE(layer.rows.empty());
  for (const auto& row : layer.rows) {
    for (std::size_t column = 3; column < 7; ++column) {
      const auto* count = std::get_if<std::int64_t>(&row.values[column]);
      if (count != nullptr) CHECK(*count % asked.workspace.catalogue.people.min_count == 0);
    }
  }
}

TEST_CASE("a profile that sits needs no seats unless somebody says how far apart") {
  Asked asked(street(40));
  const auto refused = asked.ask("wheelchair", 0, 0);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == base::ErrorCode::bad_input);
  CHECK(asked.ask("wheelchair", 120, 0));
}

TEST_CASE("the verb writes table and map, and nothing where it fails") {
  io::test::Folder folder;
  const auto file = folder / "viertel.gpkg";
  jobs::Context context;
  REQUIRE(io::write_project(street(40), file, context));
  app::Console console(true);
  app::RestsOptions options;
  options.project = file;
  options.service = "pharmacy";
  options.profile = "age_85";
  options.suggest = 1;
  options.csv = folder / "rast.csv";
  options.out = folder / "rast.geojson";
  options.limit = "nothing";
  CHECK_FALSE(app::run_rests(options, console));
  CHECK_FALSE(std::filesystem::exists(options.out));
  options.limit = "500m";
  REQUIRE(app::run_rests(options, console));
  CHECK(io::test::read_bytes(options.csv).find("with_rests") != std::string::npos);
  const json map = json::parse(std::ifstream(options.out));
  REQUIRE_FALSE(map["features"].empty());
  CHECK(map["features"][0]["geometry"]["type"] == "LineString");
}
