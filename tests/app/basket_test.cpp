#include <fstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "app/basket_report.hpp"
#include "app/verbs.hpp"
#include "io/project_gpkg.hpp"
#include "tests/app/quarter.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;
using nlohmann::json;

namespace {

/// Two homes between pharmacy and bakery, one beyond the bakery, one far from both.
model::Project street(int persons_each) {
  auto project = districts::quarter(R"(
    h  h         h                                h
    +---------+------------------------------------+
    S         B
  )",
                                    persons_each);
  return project;
}

json basket_of(const model::Project& project, const std::string& certainty = "optimistic",
               const std::string& scenario = "", const std::string& at = "") {
  io::test::Folder folder;
  jobs::Context context;
  REQUIRE(io::write_project(project, folder / "p.gpkg", context));
  app::Console console(true);
  app::CoverageOptions options;
  options.project = folder / "p.gpkg";
  options.services = {"pharmacy", "bakery", "supermarket"};
  options.profile = "adult";
  options.limit = "120m";
  options.certainty = certainty;
  options.scenario = scenario;
  options.at = at;
  options.basket = true;
  options.csv = folder / "basket.csv";
  REQUIRE(app::run_coverage(options, console));
  std::ifstream csv(options.csv);
  json rows = json::array();
  std::string line;
  std::getline(csv, line);
  while (std::getline(csv, line))
    rows.push_back(line);
  return rows;
}

}  // namespace

TEST_CASE("classes of the basket go down to none and never repeat") {
  CHECK(app::basket_breaks(20) == std::vector<int>{20, 15, 10, 5, 0});
  CHECK(app::basket_breaks(2) == std::vector<int>{2, 1, 0});
  CHECK(app::basket_breaks(1) == std::vector<int>{1, 0});
}

TEST_CASE("people are counted by how many of the basket's services they reach") {
  const json rows = basket_of(street(40));
  REQUIRE(rows.size() == 4);
  CHECK(rows[0] == "optimistic,all,2,2,2,80,40,20");
  CHECK(rows[1] == "optimistic,all,1,1,1,40,20,10");
  CHECK(rows[2] == "optimistic,all,0,0,1,40,20,10");
  CHECK(rows[3] == "optimistic,all,,,0,0,0,0");
}

TEST_CASE("a class of few people is kept back, and another with it") {
  auto project = street(40);
  project.homes[3].residents = {3, 1, 0};
  const json rows = basket_of(project);
  CHECK(rows[2] == "optimistic,all,0,0,1,,,");
  CHECK(rows[1] == "optimistic,all,1,1,1,,,");
}

TEST_CASE("the basket's span counts twice") {
  const json rows = basket_of(street(40), "span");
  REQUIRE(rows.size() == 8);
  CHECK(rows[4].get<std::string>().starts_with("cautious,all,"));
}

TEST_CASE("the basket at a time counts what is open, and what may be") {
  auto project = street(40);
  project.services[0].tags.set("opening_hours", "Mo-Fr 08:00-18:00");  // the bakery's are unknown
  const json rows = basket_of(project, "optimistic", "", "Di 15:00");
  REQUIRE(rows.size() == 8);
  CHECK(rows[0] == "optimistic,open,2,2,0,0,0,0");
  CHECK(rows[1] == "optimistic,open,1,1,2,80,40,20");
  CHECK(rows[4] == "optimistic,open_or_unknown,2,2,2,80,40,20");
  const json sunday = basket_of(project, "span", "", "So 15:00");
  REQUIRE(sunday.size() == 16);
  CHECK(sunday[2] == "optimistic,open,0,0,4,160,80,40");
  CHECK(sunday[4].get<std::string>().starts_with("cautious,open,"));
  CHECK(sunday[9] == "optimistic,open_or_unknown,1,1,3,120,60,30");
}

TEST_CASE("a scenario's classes keep back what would tell a few people beside the base's") {
  auto project = street(40);
  project.homes[2].residents = {43, 20, 10};
  model::Scenario scenario;
  scenario.name = "Nachbarin";
  // Only the three that live with the last home would be told: it then reaches one kind.
  project.homes[3].residents = {3, 0, 0};
  scenario.changes.push_back(model::OpenService{"G04", "", project.homes[3].at, "", "", {}});
  project.scenarios.push_back(scenario);
  const json base = basket_of(project);
  const json changed = basket_of(project, "optimistic", "Nachbarin");
  CHECK(base[0] == "optimistic,all,2,2,2,80,40,20");
  CHECK(base[1] == "optimistic,all,1,1,1,,,");
  CHECK(changed[1] == "optimistic,all,1,1,2,,,");
  CHECK(changed[0] == "optimistic,all,2,2,2,,,");  // an empty class hides nobody
  CHECK(changed[2] == "optimistic,all,0,0,0,,,");
}
