#include "app/verbs.hpp"

#include <fstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "app/coverage_report.hpp"
#include "io/project_gpkg.hpp"
#include "tests/districts/ascii_world.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;
using nlohmann::json;

namespace {

/// A project file with a bent one-way stair, three homes and a pharmacy.
struct Case {
  io::test::Folder folder;
  std::filesystem::path project = folder / "viertel.gpkg";

  explicit Case(std::optional<int> age_80 = std::nullopt) {
    auto world = districts::draw(R"(
      h    h         S
      +----+>>>>+----+
           |
           +----+
                h
    )");
    auto& made = world.project;
    made.info.title = "Viertel";
    made.district = {{geo::ring_of({499900, 5599900, 501000, 5601000}), {}}};
    made.data_extent = made.district;
    for (auto& home : made.homes) {
      home.residents.age_80 = age_80;
      home.basis = model::PopulationBasis::counted;
    }
    jobs::Context context;
    REQUIRE(io::write_project(made, project, context));
  }
  json read(const std::string& name) const { return json::parse(std::ifstream(folder / name)); }
};

bool same(const json& a, const json& b) {
  return std::abs(a[0].get<double>() - b[0].get<double>()) < 1e-7 &&
         std::abs(a[1].get<double>() - b[1].get<double>()) < 1e-7;
}

}  // namespace

TEST_CASE("every arc of the written network is drawn from its tail to its head") {
  const Case world;
  app::Console console(true);
  REQUIRE(app::run_network({world.project, "adult", world.folder / "netz.geojson"}, console));
  std::map<std::int64_t, json> places;
  const auto nodes = world.read("netz_nodes.geojson");
  for (const auto& node : nodes["features"]) {
    places[node["properties"]["node"].get<std::int64_t>()] = node["geometry"]["coordinates"];
  }
  const json arcs = world.read("netz.geojson")["features"];
  CHECK(arcs.size() == 9);  // five ways, one of them in one direction only
  for (const auto& arc : arcs) {
    const auto& line = arc["geometry"]["coordinates"];
    CHECK(same(line.front(), places.at(arc["properties"]["tail"].get<std::int64_t>())));
    CHECK(same(line.back(), places.at(arc["properties"]["head"].get<std::int64_t>())));
  }
}

TEST_CASE("no export takes a project's place") {
  const Case world;
  app::Console console(true);
  const auto before = io::test::read_bytes(world.project);
  app::ReachOptions options{world.project, "pharmacy", "adult", 0, world.project};
  const auto refused = app::run_reach(options, console);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == base::ErrorCode::bad_input);
  CHECK(io::test::read_bytes(world.project) == before);
  options.out = world.folder / "wege.gpkg";
  CHECK(app::run_reach(options, console));
  CHECK(app::run_reach(options, console));  // its own result may be made anew
}

TEST_CASE("coverage in figures says null where a group is unknown") {
  for (const auto age_80 : {std::optional<int>(), std::optional<int>(8)}) {
    const Case world(age_80);
    app::Console console(true);
    app::CoverageOptions options;
    options.project = world.project;
    options.services = {"pharmacy"};
    options.profile = "adult";
    options.csv = world.folder / "versorgung.csv";
    REQUIRE(app::run_coverage(options, console));
    const auto csv = io::test::read_bytes(world.folder / "versorgung.csv");
    CHECK((csv.find(",24,") != std::string::npos) == age_80.has_value());
  }
}

TEST_CASE("a catchment's limit is one band more") {
  const Case world;
  app::Console console(true);
  app::CatchmentOptions options;
  options.project = world.project;
  options.service = "Apotheke";  // the label does as well as the id
  options.profile = "adult";
  options.limit = "3min";
  options.bands = "1min,2min";
  options.out = world.folder / "einzug.geojson";
  REQUIRE(app::run_catchment(options, console));
  std::vector<std::string> limits;
  const auto bands = world.read("einzug.geojson");
  for (const auto& band : bands["features"])
    limits.push_back(band["properties"]["limit"]);
  CHECK(limits == std::vector<std::string>{"1min", "2min", "3min"});
}

TEST_CASE("a way to a service that the project does not have is refused with that reason") {
  const Case world;
  app::Console console(true);
  app::RouteOptions options;
  options.project = world.project;
  options.from = "9.0,50.55";
  options.service = "hospital";
  options.profile = "adult";
  options.out = world.folder / "weg.geojson";
  const auto refused = app::run_route(options, console);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == base::ErrorCode::not_found);
}
