// Service areas that the project keeps: added from a file, told with source and date, and asked of
// with the same answer as the file itself.

#include "app/service_areas.hpp"

#include <algorithm>
#include <fstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "app/new_project.hpp"
#include "app/report_text.hpp"
#include "app/verb_add.hpp"
#include "app/verb_mobile.hpp"
#include "app/workspace.hpp"
#include "base/translate.hpp"
#include "io/project_gpkg.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;
using nlohmann::json;

namespace {

const char* const lindenhof_areas = NAHRAUM_SOURCE_DIR "/geodata/lindenhof/einzugsgebiete.csv";

const model::Catalogue& catalogue() {
  static const auto shipped = app::shipped_catalogue().value();
  return shipped;
}

/// Lindenhof without any service area kept, and with those of the demo.
const model::Project& lindenhof(bool with_areas) {
  const auto made = [](bool with) {
    auto input = app::demo_district();
    if (!with) input.service_areas = {};
    jobs::Context context;
    return app::make_project(input, catalogue(), context).value();
  };
  static const auto bare = made(false), full = made(true);
  return with_areas ? full : bare;
}

/// A project file, and the verb on it.
struct File {
  io::test::Folder folder;
  std::filesystem::path project = folder / "l.gpkg";
  app::Console console{true};

  explicit File(bool with_areas = false) {
    base::set_language(base::Language::english);
    jobs::Context context;
    REQUIRE(io::write_project(lindenhof(with_areas), project, context));
  }
  model::Project read() {
    jobs::Context context;
    return io::read_project(project, context).value();
  }
  base::Result<void> add(const std::filesystem::path& areas, const std::string& service = "",
                         const std::string& date = "") {
    return app::run_add({project, {}, areas, "", service, "", date}, console);
  }
  std::filesystem::path write(const std::string& name, const std::string& text) {
    return folder.write(name, text);
  }
  app::Workspace workspace() { return app::open_workspace(project, console.context()).value(); }
};

json answer(const app::Workspace& workspace, const std::string& service, bool from_file) {
  app::MobileOptions options;
  options.service = service;
  if (from_file) options.areas = lindenhof_areas;
  const auto result = app::ask_mobile(options, workspace);
  REQUIRE(result);
  auto told = app::mobile_json(*result, workspace);
  told.erase("kept");
  std::erase_if(told["method"].get_ref<json::array_t&>(),
                [](const json& line) { return line["key"] == "service_areas_from"; });
  return told;
}

std::vector<std::string> codes_of(const model::Project& project) {
  std::vector<std::string> codes;
  for (const auto& entry : project.report) {
    if (entry.code.starts_with("service_area_")) codes.push_back(entry.code);
  }
  return codes;
}

}  // namespace

TEST_CASE("what the project keeps answers as the file does, each service by itself") {
  File file;
  for (const char* service : {"P07", "P01", "P09"})
    REQUIRE(file.add(lindenhof_areas, service));
  const auto workspace = file.workspace();
  const auto& kept = workspace.project->service_areas;
  CHECK(std::is_sorted(kept.begin(), kept.end(),
                       [](const auto& a, const auto& b) { return a.type < b.type; }));
  CHECK(app::kept_types(*workspace.project) == std::vector<std::string>{"P01", "P07", "P09"});
  for (const auto& service : app::kept_types(*workspace.project)) {
    INFO(service);
    CHECK(answer(workspace, service, false) == answer(workspace, service, true));
  }
  auto expected = lindenhof(false);
  expected.service_areas = kept;
  CHECK(*workspace.project == expected);  // nothing else has changed
}

TEST_CASE("without a service all of the file's are kept, as a new project keeps them") {
  File file;
  REQUIRE(file.add(lindenhof_areas));
  CHECK(file.read().service_areas == lindenhof(true).service_areas);
  CHECK(file.read() == lindenhof(true));
}

TEST_CASE("adding again replaces what there was of that service, and of no other") {
  File file(true);
  const auto before = file.read();
  const auto areas = file.write("neu.csv",
                                "Anbieter;Art;Gebiet;Stand\nEins;Ambulanter Pflegedienst;0101, "
                                "0999;31.12.2025\nZwei;Hausnotruf;0101;\nDrei;Zauberei;0101;\n");
  REQUIRE(file.add(areas, "home_care", "2026"));
  const auto after = file.read();
  const auto* home_care = catalogue().find_type("P01");
  const auto kept = app::kept_areas(after, *home_care);
  REQUIRE(kept.areas.size() == 1);
  CHECK(kept.areas[0].date == "2025-12-31");
  CHECK(app::sources_text(kept.areas) == "neu.csv (2025-12-31)");
  CHECK(codes_of(after) ==
        std::vector<std::string>{"service_area_unknown.P01", "service_area_unknown_kind.P01"});
  CHECK(app::report_text("service_area_unknown.P01") ==
        "names of service areas that are not known, P01");
  const auto others = [](const model::Project& project) {
    auto all = project.service_areas;
    std::erase_if(all, [](const auto& area) { return area.type == "P01"; });
    return all;
  };
  CHECK(others(after) == others(before));
  REQUIRE(file.add(lindenhof_areas, "home_care"));
  CHECK(file.read() == before);  // and its report is gone with it
}

TEST_CASE("a file with nothing usable changes nothing, and says what is wrong") {
  File file(true);
  const auto before = io::test::read_bytes(file.project);
  const auto refused = [&](const std::filesystem::path& areas, const std::string& service,
                           const std::string& date = "") {
    const auto done = file.add(areas, service, date);
    REQUIRE_FALSE(done);
    CHECK(io::test::read_bytes(file.project) == before);
    return done.error();
  };
  CHECK(refused(file.folder / "none.csv", "P01").code == base::ErrorCode::not_found);
  const auto meals = file.write("meals.csv", "Anbieter;Art;Gebiet\nZwei;Hausnotruf;0101\n");
  CHECK(refused(meals, "P01").what == "the file holds no area of this service");
  CHECK(refused(lindenhof_areas, "pharmacy").what == "People walk to this service");
  CHECK(refused(lindenhof_areas, "homecare").code == base::ErrorCode::not_found);
  CHECK(refused(lindenhof_areas, "P01", "yesterday").where == "--date");
  const auto unknown = file.write("plz.csv",
                                  "Anbieter;Art;PLZ\nEins;Pflegedienst;99998\n"
                                  "Zwei;Hausnotruf;0101\n");
  CHECK(refused(unknown, "P01").what == "the file's areas of this service are not known");
  CHECK(refused(file.write("empty.csv", ""), "").code == base::ErrorCode::bad_input);
  const auto walked = file.write("walked.csv", "Anbieter;Art;Gebiet\nEins;Apotheke;0101\n");
  CHECK(refused(walked, "").what == "the file holds no area of a service that comes home");
  CHECK(app::run_add({file.project, {}, "", "", "", "", ""}, file.console).error().what ==
        "there is nothing to add");
}

TEST_CASE("what people walk to is left out and counted, areas of another town are told") {
  File file;
  const auto mixed =
      file.write("mixed.csv", "Anbieter;Art;Gebiet\nEins;Apotheke;0101\nZwei;Pflegedienst;0101\n");
  REQUIRE(file.add(mixed));
  CHECK(codes_of(file.read()) == std::vector<std::string>{"service_area_walked_to.G04"});
  CHECK(app::kept_types(file.read()) == std::vector<std::string>{"P01"});
  const auto elsewhere = file.write("elsewhere.geojson", R"({"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"Art":"Pflegedienst","Anbieter":"Fern"},"geometry":
    {"type":"Polygon","coordinates":[[[6.0,50.0],[6.1,50.0],[6.1,50.1],[6.0,50.0]]]}}]})");
  REQUIRE(file.add(elsewhere));
  const auto report = app::kept_areas(file.read(), *catalogue().find_type("P01")).report;
  REQUIRE(report.size() == 1);
  CHECK(report[0].code == "service_area_without_home");
  CHECK(report[0].severity == "warning");
}

TEST_CASE("a project that keeps none is asked with a file, or says how to add some") {
  File file;
  const auto workspace = file.workspace();
  app::MobileOptions options;
  options.service = "home_care";
  const auto none = app::ask_mobile(options, workspace);
  REQUIRE_FALSE(none);
  CHECK(none.error().code == base::ErrorCode::not_found);
  CHECK(none.error().what_to_do.find("nahraum add PROJECT --service-areas") != std::string::npos);
  options.areas = lindenhof_areas;
  CHECK(app::ask_mobile(options, workspace));
}

TEST_CASE("the method card names where the kept areas come from and from when they are") {
  File file;
  REQUIRE(file.add(lindenhof_areas, "P07", "31.01.2026"));
  const auto workspace = file.workspace();
  app::MobileOptions options;
  options.service = "P07";
  const auto result = app::ask_mobile(options, workspace);
  REQUIRE(result);
  const json told = app::mobile_json(*result, workspace);
  CHECK(told["kept"] == true);
  REQUIRE(told["service_area_sources"].size() == 1);
  CHECK(told["service_area_sources"][0]["date"] == "2026-01-31");
  CHECK(told["service_area_sources"][0]["given"] == "areas");
  const auto line = [&](const std::string& key) {
    for (const auto& each : told["method"]) {
      if (each["key"] == key) return each["value"].get<std::string>();
    }
    return std::string();
  };
  CHECK(line("service_areas").starts_with("einzugsgebiete.csv (2026-01-31): 3 areas of 3"));
  CHECK(line("service_areas_from") == "the project, added as lists of statistical areas");
  CHECK(app::mobile_text(*result, workspace).find("Service areas in the project: 3") !=
        std::string::npos);
}
