#include <algorithm>
#include <fstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "app/new_project.hpp"
#include "app/verb_mobile.hpp"
#include "io/project_gpkg.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;
using nlohmann::json;

namespace {

const app::Workspace& lindenhof() {
  static const auto workspace = [] {
    app::Workspace made;
    jobs::Context context;
    made.catalogue = app::shipped_catalogue().value();
    made.project = std::make_shared<const model::Project>(
        app::make_project(app::demo_district(), made.catalogue, context).value());
    return made;
  }();
  return workspace;
}

app::MobileOptions options_for(const std::string& service) {
  app::MobileOptions options;
  options.service = service;
  options.areas = NAHRAUM_SOURCE_DIR "/geodata/lindenhof/einzugsgebiete.csv";
  return options;
}

}  // namespace

TEST_CASE("Lindenhof's three offices of home care are one provider, and one block has none") {
  const auto result = app::ask_mobile(options_for("P01"), lindenhof());
  REQUIRE(result);
  CHECK(result->report.empty());
  const json answer = app::mobile_json(*result, lindenhof());
  CHECK(answer["offices"] == 3);
  CHECK(answer["office_providers"] == 1);
  CHECK(answer["providers"] == json{"Pflegedienst Auental GmbH"});
  CHECK(answer["offices_without_area"].empty());
  const auto& all = answer["groups"]["all"];
  CHECK(all["providers"]["2"] == 0);
  CHECK(all["providers"]["0"].get<long>() + all["providers"]["1"].get<long>() == all["persons"]);
  REQUIRE(answer["white_spots"].size() == 1);
  CHECK(answer["white_spots"][0]["area"] == "0504");
  CHECK(answer["white_spots"][0]["all"] == all["providers"]["0"]);
}

TEST_CASE("everyday support overlaps in some blocks and is missing in others") {
  const auto result = app::ask_mobile(options_for("P07"), lindenhof());
  REQUIRE(result);
  CHECK(result->cover.providers.size() == 3);
  const auto by = result->all.by_providers;
  CHECK(by[0] > 0);
  CHECK(by[1] > 0);
  CHECK(by[2] > 0);
  CHECK(by[0] + by[1] + by[2] == result->all.total);
}

TEST_CASE("small counts of who has no provider are not told, nor by area") {
  app::MobileResult result;
  result.all.total = 100;
  result.all.by_providers = {3, 97, 0, 0};
  result.spots.resize(1);
  result.spots[0].persons.all = 3;
  CHECK_FALSE(app::disclosed_spots(result, 5).all[0]);
  result.all.by_providers = {9, 91, 0, 0};
  result.spots.resize(2);
  result.spots[0].persons.all = 6;
  result.spots[1].persons.all = 3;
  const auto shown = app::disclosed_spots(result, 5);
  CHECK_FALSE(shown.all[0]);  // 9 less 6
  CHECK_FALSE(shown.all[1]);
}

TEST_CASE("a service that people walk to is not mobile, and nothing is written where it fails") {
  const auto walked = app::ask_mobile(options_for("pharmacy"), lindenhof());
  REQUIRE_FALSE(walked);
  CHECK(walked.error().code == base::ErrorCode::bad_input);
  io::test::Folder folder;
  const auto file = folder / "lindenhof.gpkg";
  jobs::Context context;
  REQUIRE(io::write_project(*lindenhof().project, file, context));
  app::Console console(true);
  auto options = options_for("P01");
  options.project = file;
  options.csv = folder / "mobil.csv";
  options.out = folder / "mobil.geojson";
  const auto areas = options.areas;
  options.areas = folder / "none.csv";
  CHECK_FALSE(app::run_mobile(options, console));
  CHECK_FALSE(std::filesystem::exists(options.csv));
  options.areas = areas;
  REQUIRE(app::run_mobile(options, console));
  const auto csv = io::test::read_bytes(options.csv);
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 4);
  const json map = json::parse(std::ifstream(options.out));
  CHECK(map["features"].size() > 100);
}
