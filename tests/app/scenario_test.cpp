#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "analysis/scenario_project.hpp"
#include "app/coverage_report.hpp"
#include "app/new_project.hpp"
#include "app/verb_scenario.hpp"
#include "app/verbs.hpp"
#include "io/project_gpkg.hpp"
#include "io/scenario_yaml.hpp"
#include "scene/scenario_sentence.hpp"
#include "tests/app/quarter.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;
using nlohmann::json;

namespace {

const std::string examples = NAHRAUM_SOURCE_DIR "/geodata/lindenhof/szenarien/";

/// The demo district, imported once.
const app::Workspace& lindenhof() {
  static const app::Workspace one = [] {
    jobs::Context context;
    app::Workspace workspace;
    workspace.catalogue = app::shipped_catalogue().value();
    auto project = app::make_project(app::demo_district(), workspace.catalogue, context).value();
    for (const auto* file : {"apotheke_hinter_der_bahn.yaml", "rampe_unterfuehrung.yaml"}) {
      project.scenarios.push_back(
          io::read_scenario(examples + file, workspace.catalogue, project.info.epsg).value());
    }
    workspace.project = std::make_shared<const model::Project>(std::move(project));
    workspace.graph = std::make_shared<const analysis::StreetGraph>(
        analysis::street_graph_of(*workspace.project, context));
    return workspace;
  }();
  return one;
}

app::ScenarioComparison compared(const app::Workspace& base, const std::string& before,
                                 const std::string& after, const std::string& profile) {
  jobs::Context context;
  app::ScenarioOptions options;
  options.before = before;
  options.after = after;
  options.services = {"pharmacy"};
  options.profile = profile;
  auto result = app::ask_comparison(options, base, context);
  REQUIRE(result);
  return std::move(*result);
}

model::Project read(const std::filesystem::path& file) {
  jobs::Context context;
  return io::read_project(file, context).value();
}

/// Three homes in the west that reach no pharmacy in time, one that does.
struct Street {
  io::test::Folder folder;
  std::filesystem::path file = folder / "viertel.gpkg";
  app::Console console{true};
  app::ScenarioOptions options;

  explicit Street(int persons_each) {
    auto project = districts::quarter(R"(
    h h h                                   h
    +--------------------------------------------+S
  )",
                                      persons_each);
    jobs::Context context;
    REQUIRE(io::write_project(project, file, context));
    options.project = file;
  }
  base::Result<void> apply(const std::string& yaml, bool replace = false) {
    options.action = "apply";
    options.file = folder.write("szenario.yaml", yaml);
    options.replace = replace;
    return app::run_scenario(options, console);
  }
  app::ScenarioComparison compare(const std::string& before, const std::string& after) {
    jobs::Context context;
    const auto base = app::open_workspace(file, context).value();
    options.before = before;
    options.after = after;
    options.services = {"pharmacy"};
    options.profile = "rollator";
    options.limit = "200m";
    return app::ask_comparison(options, base, context).value();
  }
};

constexpr const char* second_pharmacy =
    "name: Zwei\nchanges:\n  - open_service: {type: pharmacy, at: [500040, 5600020]}\n";

}  // namespace

TEST_CASE("truth: with ramps the rollator reaches the pharmacy behind the railway") {
  const auto comparison = compared(lindenhof(), "base", "Rampe Unterführung", "rollator");
  const auto& shift = comparison.rows.front().shift;
  CHECK(shift.all.gained > 100);
  CHECK(shift.all.lost == 0);
  CHECK(shift.by_home.added == 0);
  // In the blocks of the truth the way was half an hour and more.
  const auto& cells = lindenhof().project->population;
  const auto block =
      std::find_if(cells.begin(), cells.end(), [](const auto& cell) { return cell.id == "0702"; });
  REQUIRE(block != cells.end());
  long gained = 0;
  for (const auto& home : shift.homes) {
    if (!geo::contains(block->outline, home.at)) continue;
    CHECK(home.before.cost.value > 29 * 60 * 1000);
    CHECK(home.after.cost < home.before.cost);
    gained += home.shift == analysis::Shift::gained ? 1 : 0;
  }
  CHECK(gained > 0);
  // Who climbs steps gains nothing.
  const auto adult = compared(lindenhof(), "base", "Rampe Unterführung", "adult");
  CHECK(adult.rows.front().shift.all.gained == 0);
}

TEST_CASE("comparing two scenarios counts each one's new residents apart") {
  const auto comparison =
      compared(lindenhof(), "Rampe Unterführung", "Apotheke hinter der Bahn", "rollator");
  const auto& shift = comparison.rows.front().shift;
  CHECK(shift.all.added == 38);
  CHECK(shift.age_80.added == 12);
  CHECK(shift.age_65.added_within == 30);
  const auto back =
      compared(lindenhof(), "Apotheke hinter der Bahn", "Rampe Unterführung", "rollator");
  CHECK(back.rows.front().shift.all.gained == shift.all.lost);
  CHECK(back.rows.front().shift.all.removed == 38);
}

TEST_CASE("comparing equals building the changed project and asking coverage") {
  Street street(40);
  REQUIRE(street.apply(second_pharmacy));
  const auto row = street.compare("base", "Zwei").rows.front();
  CHECK(row.shift.all.gained == 120);
  CHECK(row.before.all.covered == 40);
  CHECK(row.after.all.covered == 160);
  auto by_hand = read(street.file);
  by_hand.scenarios.clear();
  model::Service service;
  service.id = 2;
  service.type = "G04";
  service.at = {500040, 5600020};
  by_hand.services.push_back(service);
  jobs::Context context;
  REQUIRE(io::write_project(by_hand, street.folder / "hand.gpkg", context));
  app::CoverageOptions coverage;
  coverage.services = {"pharmacy"};
  coverage.profile = "rollator";
  coverage.limit = "200m";
  coverage.project = street.folder / "hand.gpkg";
  coverage.csv = street.folder / "hand.csv";
  REQUIRE(app::run_coverage(coverage, street.console));
  coverage.project = street.file;
  coverage.scenario = "Zwei";
  coverage.csv = street.folder / "zwei.csv";
  REQUIRE(app::run_coverage(coverage, street.console));
  CHECK(io::test::read_bytes(street.folder / "hand.csv") ==
        io::test::read_bytes(street.folder / "zwei.csv"));
  CHECK(io::test::read_bytes(street.folder / "zwei.csv").find("160") != std::string::npos);
  coverage.scenario = "Zwe";
  const auto wrong = app::run_coverage(coverage, street.console);
  REQUIRE_FALSE(wrong);
  CHECK(base::one_line(wrong.error()).find("Zwei") != std::string::npos);
}

TEST_CASE("the base stays as it is while scenarios come and go") {
  Street street(40);
  const auto before = read(street.file);
  REQUIRE(street.apply(second_pharmacy));
  auto with = read(street.file);
  REQUIRE(with.scenarios.size() == 1);
  CHECK(with.scenarios[0].created.size() == 10);
  with.scenarios.clear();
  CHECK(with == before);
  const auto again = street.apply(second_pharmacy);
  REQUIRE_FALSE(again);
  CHECK(again.error().where == "Zwei");
  CHECK(street.apply(second_pharmacy, true));
  street.options.action = "discard";
  street.options.name = "Zwei";
  REQUIRE(app::run_scenario(street.options, street.console));
  CHECK(read(street.file) == before);
  CHECK_FALSE(app::run_scenario(street.options, street.console));
}

TEST_CASE("a scenario that names what is gone is refused and not kept") {
  Street street(40);
  const auto bytes = io::test::read_bytes(street.file);
  const auto refused = street.apply("name: Alt\nchanges:\n  - close_service: {service: 99}\n");
  REQUIRE_FALSE(refused);
  const auto line = base::one_line(refused.error());
  CHECK(line.find("99") != std::string::npos);
  CHECK(line.find("Alt") != std::string::npos);
  CHECK(io::test::read_bytes(street.file) == bytes);
}

TEST_CASE("an empty scenario says that nothing changes") {
  Street street(40);
  REQUIRE(street.apply("name: Nichts\nchanges: []\n"));
  const auto comparison = street.compare("base", "Nichts");
  const auto& row = comparison.rows.front();
  CHECK(row.shift.all.gained + row.shift.all.lost == 0);
  for (const auto& home : row.shift.homes)
    CHECK(home.shift == analysis::Shift::same);
  const json answer = app::comparison_json(comparison);
  CHECK(answer["results"][0]["groups"]["80"]["difference"] == 0);
  CHECK(answer["results"][0]["groups"]["80"]["within_before"] ==
        answer["results"][0]["groups"]["80"]["within_after"]);
}

TEST_CASE("coverage with a scenario keeps back what would tell a few people from the base") {
  Street street(40);
  auto project = read(street.file);
  project.homes[2].residents = {3, 1, 0};
  jobs::Context context;
  REQUIRE(io::write_project(project, street.file, context));
  // Only the third home is near enough to the new pharmacy.
  REQUIRE(street.apply(
      "name: Drei\nchanges:\n  - open_service: {type: pharmacy, at: [500125, 5600020]}\n"));
  const auto covered = [&](const std::string& scenario) {
    app::CoverageOptions options;
    options.project = street.file;
    options.services = {"pharmacy"};
    options.profile = "rollator";
    options.limit = "75m";
    options.way = "to";
    options.scenario = scenario;
    options.csv = street.folder / "versorgung.csv";
    REQUIRE(app::run_coverage(options, street.console));
    std::ifstream in(options.csv);
    std::string names, values;
    std::getline(in, names);
    std::getline(in, values);
    std::istringstream name(names), value(values);
    std::string one, cell;
    while (std::getline(name, one, ',') && std::getline(value, cell, ','))
      if (one == "covered_all") return cell;
    return std::string("no such column");
  };
  CHECK(covered("base") == "40");
  CHECK(covered("Drei").empty());
}

TEST_CASE("the comparison's figures, with their method") {
  Street street(40);
  REQUIRE(street.apply(second_pharmacy));
  const auto comparison = street.compare("base", "Zwei");
  const json answer = app::comparison_json(comparison);
  const auto& group = answer["results"][0]["groups"]["80"];
  CHECK(group["within_before"] == 10);
  CHECK(group["within_after"] == 40);
  CHECK(group["difference"] == 30);
  CHECK(group["points"] == 75.0);
  CHECK(group["gained"] == 30);
  CHECK(group["kept_back"] == false);
  CHECK(answer["results"][0]["homes"]["gained"] == 3);
  std::set<std::string> keys;
  for (const auto& line : answer["method"])
    keys.insert(line["key"].get<std::string>());
  for (const auto* key : {"method", "before", "after", "new_paths", "limit", "profile", "residents",
                          "disclosure", "sources"})
    CHECK(keys.contains(key));
  CHECK(app::comparison_text(comparison).find("+30") != std::string::npos);

  street.options.action = "compare";
  street.options.out = street.folder / "karte.gpkg";
  street.options.csv = street.folder / "tabelle.csv";
  REQUIRE(app::run_scenario(street.options, street.console));
  street.options.out = street.folder / "karte.geojson";
  REQUIRE(app::run_scenario(street.options, street.console));
  const auto map = json::parse(std::ifstream(street.folder / "karte.geojson"));
  CHECK(map["features"].size() == 4);
  CHECK(map["features"][0]["properties"]["shift"] == "gained");
  street.options.services = {"pharmacy", "bakery"};
  CHECK_FALSE(app::run_scenario(street.options, street.console));
}

TEST_CASE("what changes for a few is not told, nor by subtraction") {
  Street street(8);  // two of 80 and over in each home
  REQUIRE(
      street.apply("name: Wenige\nchanges:\n"
                   "  - close_service: {service: 1}\n"));
  const json answer = app::comparison_json(street.compare("base", "Wenige"));
  const auto& group = answer["results"][0]["groups"]["80"];
  CHECK(group["lost"].is_null());
  CHECK(group["difference"].is_null());
  CHECK(group["within_after"].is_null());
  CHECK(group["gap_after"].is_null());
  CHECK(group["kept_back"] == true);
  CHECK(answer["results"][0]["groups"]["all"]["lost"] == 8);
}

TEST_CASE("a sheet and a card of a scenario say so") {
  jobs::Context context;
  const auto changed = app::in_scenario(lindenhof(), "Apotheke hinter der Bahn", context).value();
  CHECK(changed.project->info.scenario == "Apotheke hinter der Bahn");
  const auto card =
      scene::method_card({changed.project.get(), &changed.catalogue, nullptr, nullptr}, {});
  REQUIRE(card.front().key == "scenario");
  CHECK(card.front().value.find("38") != std::string::npos);
}
