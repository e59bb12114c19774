#include <fstream>
#include <map>
#include <sstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "analysis/scenario_project.hpp"
#include "app/barriers_sheet.hpp"
#include "app/certainty_sheet.hpp"
#include "app/rests_sheet.hpp"
#include "app/scenario_sheet.hpp"
#include "app/verb_barriers.hpp"
#include "app/verb_rests.hpp"
#include "app/verb_scenario.hpp"
#include "app/verbs.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "io/project_gpkg.hpp"
#include "tests/app/quarter.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;
using nlohmann::json;

namespace {

/// Three homes in the west, beyond the steps; one in the east beside the pharmacy.
model::Project street(int persons_each) {
  auto project = districts::quarter(R"(
    h h h             h
    +------+###+-----------+S
  )",
                                    persons_each);
  project.streets.ways[0].tags.set("name", "Talweg");
  return project;
}

struct Asked {
  app::Workspace workspace;
  jobs::Context context;

  explicit Asked(model::Project project) {
    base::set_language(base::Language::english);
    workspace = districts::workspace_of(std::move(project));
  }
};

/// A project in a file, for the verbs.
struct Filed {
  io::test::Folder folder;
  std::filesystem::path file = folder / "viertel.gpkg";
  app::Console console{true};

  explicit Filed(int persons_each) {
    base::set_language(base::Language::english);
    jobs::Context context;
    REQUIRE(io::write_project(street(persons_each), file, context));
  }
  static std::string text(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
  }
};

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// What the sheet may print for a value of the JSON.
bool equals(const std::string& cell, const json& value) {
  if (value.is_null()) return cell == "–" || cell.starts_with("< ");
  return cell == base::format_number(value.get<double>(), 0, base::language());
}

/// Rows of a table by the names of its columns.
std::vector<std::map<std::string, std::string>> rows_of(const std::string& csv) {
  std::vector<std::vector<std::string>> lines;
  std::istringstream all(csv);
  for (std::string line; std::getline(all, line);) {
    auto& cells = lines.emplace_back();
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, ',');)
      cells.push_back(cell);
  }
  std::vector<std::map<std::string, std::string>> rows;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    auto& row = rows.emplace_back();
    for (std::size_t c = 0; c < lines[i].size(); ++c)
      row[lines[0][c]] = lines[i][c];
  }
  return rows;
}

app::BarriersOptions pharmacy_behind_steps() {
  app::BarriersOptions options;
  options.service = "pharmacy";
  options.profile = "rollator";
  options.limit = "500m";
  return options;
}

}  // namespace

TEST_CASE("the sheet of barriers tells the verb's figures, mark by mark") {
  for (const int persons : {40, 3}) {
    Asked asked(street(persons));
    const auto result = app::ask_barriers(pharmacy_behind_steps(), asked.workspace, asked.context);
    REQUIRE(result);
    const json told = app::barriers_json(*result, asked.workspace);
    const auto sheet = app::barriers_answer(*result, asked.workspace, asked.context);
    CHECK(sheet.sentence == told["sentence"].get<std::string>());
    REQUIRE(sheet.list.places.size() == told["barriers"].size());
    REQUIRE(sheet.list.places.size() == 1);
    const auto& figures = sheet.list.places[0].figures;
    const auto& row = told["barriers"][0];
    CHECK(equals(figures[0], row["persons"]));
    CHECK(equals(figures[1], row["persons_65"]));
    CHECK(equals(figures[2], row["persons_80"]));
    CHECK(sheet.facts.front().text.size() > 20);
  }
}

TEST_CASE("the sheet of rests tells the verb's figures, seat by seat") {
  auto project = districts::draw(R"(
    h h h             h
    +----------------------+S
  )")
                     .project;
  for (auto& home : project.homes)
    home.residents = {40, 20, 10}, home.basis = model::PopulationBasis::counted;
  project.district = {{geo::ring_of({499900, 5599900, 501000, 5601000}), {}}};
  project.data_extent = project.district;
  Asked asked(std::move(project));
  app::RestsOptions options;
  options.service = "pharmacy";
  options.profile = "age_85";
  options.limit = "500m";
  options.suggest = 2;
  const auto result = app::ask_rests(options, asked.workspace, asked.context);
  REQUIRE(result);
  const json told = app::rests_json(*result, asked.workspace);
  const auto sheet = app::rests_answer(*result, asked.workspace, asked.context);
  REQUIRE(sheet.people.rows.size() == 3);
  const auto& group = told["groups"]["80"];
  const auto& cells = sheet.people.rows[2];
  CHECK(equals(cells[1], group["persons"]));
  CHECK(equals(cells[2], group["with_rests"]));
  CHECK(equals(cells[3], group["without_rests"]));
  CHECK(equals(cells[4], group["out_of_reach"]));
  CHECK(equals(cells[5], group["not_assessable"]));
  REQUIRE(sheet.list.places.size() == told["new_seats"].size());
  REQUIRE(sheet.list.places.size() == 1);
  CHECK(equals(sheet.list.places[0].figures[0], told["new_seats"][0]["gained"]));
  CHECK(equals(sheet.list.places[0].figures[2], told["new_seats"][0]["gained_80"]));
}

TEST_CASE("the sheet of two states tells the verb's figures, and where ids lie") {
  auto project = street(40);
  model::Scenario scenario;
  scenario.name = "Rampe";
  scenario.changes = {model::AddRamp{project.streets.ways[1].osm_way_id}};
  project.scenarios = {scenario};
  Asked asked(std::move(project));
  app::ScenarioOptions options;
  options.before = "base";
  options.after = "Rampe";
  options.services = {"pharmacy"};
  options.limit = "500m";
  const auto compared = app::ask_comparison(options, asked.workspace, asked.context);
  REQUIRE(compared);
  const json told = app::comparison_json(*compared)["results"][0];
  const auto sheet = app::comparison_answer(*compared, compared->rows[0], asked.context);
  CHECK(sheet.sentence == told["sentence"].get<std::string>());
  REQUIRE(sheet.people.rows.size() == 3);
  const auto& figures = told["groups"]["all"];
  CHECK(equals(sheet.people.rows[0][1], figures["within_before"]));
  CHECK(equals(sheet.people.rows[0][2], figures["within_after"]));
  CHECK(equals(sheet.people.rows[0][4], figures["gained"]));
  CHECK(equals(sheet.people.rows[0][5], figures["lost"]));
  REQUIRE(sheet.list.places.size() == 1);
  CHECK(sheet.list.places[0].at.has_value());
  bool gain = false;
  for (const auto& sign : sheet.signs)
    gain = gain || has(sign.name, "Homes that gain");
  CHECK(gain);
}

TEST_CASE("each verb writes its sheet, and refuses a paper that it does not know") {
  Filed town(40);
  auto barriers = pharmacy_behind_steps();
  barriers.project = town.file;
  barriers.json = true;
  barriers.out = town.folder / "barriers.svg";
  barriers.sheet.paper = "A4";
  REQUIRE(app::run_barriers(barriers, town.console));
  CHECK(has(Filed::text(barriers.out), "Talweg"));

  app::RestsOptions rests;
  rests.project = town.file;
  rests.service = "pharmacy";
  rests.profile = "age_85";
  rests.out = town.folder / "rests.pdf";
  rests.json = true;
  REQUIRE(app::run_rests(rests, town.console));
  CHECK(Filed::text(rests.out).starts_with("%PDF"));

  app::MapOptions map;
  map.project = town.file;
  map.service = "pharmacy";
  map.certainty = "span";
  map.out = town.folder / "span.svg";
  REQUIRE(app::run_map(map, town.console));
  CHECK(has(Filed::text(map.out), "Legend"));

  map.certainty = "optimistic";
  map.standard = "max";
  map.against = "minutes_10";
  map.out = town.folder / "grades.svg";
  REQUIRE(app::run_map(map, town.console));
  CHECK(has(Filed::text(map.out), "sufficient"));
  map.out = town.folder / "none.svg";
  map.against = "minutes_11";
  const auto unknown = app::run_map(map, town.console);
  REQUIRE_FALSE(unknown);
  CHECK(has(base::one_line(unknown.error()), "minutes_10"));
  map.against.clear();
  map.service.clear();
  CHECK_FALSE(app::run_map(map, town.console));
  CHECK_FALSE(std::filesystem::exists(map.out));
  map.standard.clear();
  map.certainty = "span";

  barriers.sheet.paper = "A9";
  barriers.out = town.folder / "none.pdf";
  CHECK_FALSE(app::run_barriers(barriers, town.console));
  CHECK_FALSE(std::filesystem::exists(barriers.out));
  map.service.clear();
  map.out = town.folder / "bare.svg";
  CHECK_FALSE(app::run_map(map, town.console));
  CHECK_FALSE(std::filesystem::exists(map.out));
}

TEST_CASE("the sheet of certainty tells the figures of coverage with a span") {
  Filed town(40);
  app::CoverageOptions coverage;
  coverage.project = town.file;
  coverage.services = {"pharmacy"};
  coverage.profile = "rollator";
  coverage.certainty = "span";
  coverage.csv = town.folder / "span.csv";
  REQUIRE(app::run_coverage(coverage, town.console));
  const auto rows = rows_of(Filed::text(coverage.csv));
  REQUIRE(rows.size() == 2);
  const auto& best = rows[0].at("certainty") == "optimistic" ? rows[0] : rows[1];
  const auto& worst = rows[0].at("certainty") == "optimistic" ? rows[1] : rows[0];

  jobs::Context context;
  const auto workspace = app::open_workspace(town.file, context).value();
  const auto asked = [&](analysis::Certainty certainty) {
    const auto district = app::prepare(workspace, "rollator", context, certainty).value();
    const auto* type = workspace.catalogue.find_type("G04");
    return app::answer(
        district,
        {"G04", "rollator", analysis::default_limit(*type, district->network.profile),
         analysis::default_way(*type)},
        context);
  };
  const auto sheet = app::certainty_answer(workspace, asked(analysis::Certainty::optimistic),
                                           asked(analysis::Certainty::cautious));
  REQUIRE(sheet.people.rows.size() == 3);
  const char* groups[] = {"all", "65", "80"};
  for (std::size_t i = 0; i < 3; ++i) {
    const std::string group = groups[i];
    const auto& cells = sheet.people.rows[i];
    CHECK(cells[1] == best.at("persons_" + group));
    CHECK(cells[2] == worst.at("covered_" + group));
    CHECK(cells[4] == best.at("gap_" + group));
    CHECK(cells[5] == best.at("not_assessable_" + group));
    CHECK(std::stol(cells[2]) + std::stol(cells[3]) == std::stol(best.at("covered_" + group)));
  }
}
