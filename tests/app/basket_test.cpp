#include <fstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "app/basket_report.hpp"
#include "app/verbs.hpp"
#include "io/project_gpkg.hpp"
#include "tests/districts/ascii_world.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;
using nlohmann::json;

namespace {

/// Two homes between pharmacy and bakery, one beyond the bakery, one far from both.
model::Project street(int persons_each) {
  auto project = districts::draw(R"(
    h  h         h                                h
    +---------+------------------------------------+
    S         B
  )")
                     .project;
  project.info.title = "Viertel";
  project.district = {{geo::ring_of({499900, 5599900, 501000, 5601000}), {}}};
  project.data_extent = project.district;
  for (auto& home : project.homes) {
    home.residents = {persons_each, persons_each / 2, persons_each / 4};
    home.basis = model::PopulationBasis::counted;
  }
  return project;
}

json basket_of(const model::Project& project, const std::string& certainty = "optimistic") {
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
  CHECK(rows[0] == "optimistic,2,2,2,80,40,20");
  CHECK(rows[1] == "optimistic,1,1,1,40,20,10");
  CHECK(rows[2] == "optimistic,0,0,1,40,20,10");
  CHECK(rows[3] == "optimistic,,,0,0,0,0");
}

TEST_CASE("a class of few people is kept back, and another with it") {
  auto project = street(40);
  project.homes[3].residents = {3, 1, 0};
  const json rows = basket_of(project);
  CHECK(rows[2] == "optimistic,0,0,1,,,");
  CHECK(rows[1] == "optimistic,1,1,1,,,");
}

TEST_CASE("the basket's span counts twice") {
  const json rows = basket_of(street(40), "span");
  REQUIRE(rows.size() == 8);
  CHECK(rows[4].get<std::string>().starts_with("cautious,"));
}
