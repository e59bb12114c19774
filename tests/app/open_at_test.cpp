#include <fstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "app/coverage_report.hpp"
#include "app/offer_report.hpp"
#include "app/verbs.hpp"
#include "app/workspace.hpp"
#include "base/translate.hpp"
#include "io/project_gpkg.hpp"
#include "scene/open_sentence.hpp"
#include "tests/app/quarter.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;

namespace {

/// Home, pharmacy, 300 m, pharmacy, home; the hours of the second are whatever is given.
model::Project street(const std::string& east_hours, int persons_each) {
  auto project = districts::quarter(R"(
    h                              h
    S+-----------------------------+S
  )",
                                    persons_each);
  project.services[0].tags.set("opening_hours", "Mo-Fr 8-18 Uhr");
  project.services[0].name = "Westapotheke";
  project.services[1].tags.set("opening_hours", east_hours);
  project.services[1].name = "Ostapotheke";
  return project;
}

struct Folder {
  io::test::Folder folder;
  std::filesystem::path project(const model::Project& made) {
    const auto file = folder / "viertel.gpkg";
    jobs::Context context;
    REQUIRE(io::write_project(made, file, context));
    return file;
  }
};

std::vector<std::string> cells(const std::string& csv, std::size_t line) {
  std::istringstream lines(csv);
  std::string row, cell;
  for (std::size_t i = 0; i <= line; ++i)
    std::getline(lines, row);
  std::vector<std::string> all;
  std::istringstream cut(row);
  while (std::getline(cut, cell, ','))
    all.push_back(cell);
  return all;
}

std::string cell(const std::string& csv, std::size_t line, const std::string& column) {
  const auto header = cells(csv, 0);
  const auto at = std::find(header.begin(), header.end(), column) - header.begin();
  return cells(csv, line)[static_cast<std::size_t>(at)];
}

}  // namespace

TEST_CASE("coverage at a time: at least what is open, at most with what is unknown") {
  Folder folder;
  app::CoverageOptions options;
  options.project = folder.project(street("Apr-Oct 09:00-18:00", 40));
  options.services = {"pharmacy"};
  options.profile = "adult";
  options.limit = "200m";
  options.at = "Tue 15:00";
  options.csv = folder.folder / "zeit.csv";
  app::Console console(true);
  REQUIRE(app::run_coverage(options, console));
  const auto csv = io::test::read_bytes(options.csv);
  CHECK(cell(csv, 1, "offers") == "open");
  CHECK(cell(csv, 1, "services") == "1");
  CHECK(cell(csv, 1, "covered_all") == "40");
  CHECK(cell(csv, 2, "offers") == "open_or_unknown");
  CHECK(cell(csv, 2, "covered_all") == "80");
  options.at = "So 15 Uhr";
  REQUIRE(app::run_coverage(options, console));
  const auto sunday = io::test::read_bytes(options.csv);
  CHECK(cell(sunday, 1, "covered_all") == "0");
  CHECK(cell(sunday, 2, "covered_all") == "40");
}

TEST_CASE("where at least and at most differ by a few, the second is not told") {
  Folder folder;
  app::CoverageOptions options;
  options.project = folder.project(street("", 16));  // 4 of 80 and over in each home
  options.services = {"pharmacy"};
  options.profile = "adult";
  options.limit = "200m";
  options.at = "Tue 15:00";
  options.csv = folder.folder / "zeit.csv";
  app::Console console(true);
  REQUIRE(app::run_coverage(options, console));
  const auto csv = io::test::read_bytes(options.csv);
  CHECK(cell(csv, 2, "covered_all") == "32");
  CHECK(cell(csv, 1, "covered_80").empty());
  CHECK(cell(csv, 2, "covered_80").empty());
}

TEST_CASE("a time and a span: four answers, the least with caution, the most at best") {
  // Who lives amid comes to the west over 120 m of a footway whose surface nobody has mapped.
  auto project = districts::quarter(R"(
    h            h                 h
    S+:::::::::::+-----------------+S
  )",
                                    40);
  project.services[0].tags.set("opening_hours", "Mo-Fr 8-18 Uhr");
  Folder folder;
  app::CoverageOptions options;
  options.project = folder.project(project);
  options.services = {"pharmacy"};
  options.profile = "rollator";
  options.limit = "4min";
  options.at = "Tue 15:00";
  options.certainty = "span";
  options.csv = folder.folder / "zeit.csv";
  options.survey = folder.folder / "begehung.csv";
  app::Console console(true);
  REQUIRE(app::run_coverage(options, console));
  const auto csv = io::test::read_bytes(options.csv);
  struct Row {
    const char *offers, *certainty, *covered;
  };
  const Row rows[] = {{"open", "optimistic", "80"},
                      {"open", "cautious", "40"},
                      {"open_or_unknown", "optimistic", "120"},
                      {"open_or_unknown", "cautious", "80"}};
  std::size_t line = 0;
  for (const auto& row : rows) {
    ++line;
    CHECK(cell(csv, line, "offers") == row.offers);
    CHECK(cell(csv, line, "certainty") == row.certainty);
    CHECK(cell(csv, line, "covered_all") == row.covered);
  }
  const auto survey = io::test::read_bytes(options.survey);
  CHECK(cell(survey, 1, "key") == "surface");
  // On Sundays nothing is open for sure: no tag decides for anybody.
  options.at = "So 15 Uhr";
  REQUIRE(app::run_coverage(options, console));
  const auto sunday = io::test::read_bytes(options.survey);
  CHECK(std::count(sunday.begin(), sunday.end(), '\n') == 1);
}

TEST_CASE("a time that is none is one sentence, and nothing is written") {
  Folder folder;
  app::CoverageOptions options;
  options.project = folder.project(street("", 16));
  options.services = {"pharmacy"};
  options.profile = "adult";
  options.at = "gestern";
  options.csv = folder.folder / "zeit.csv";
  app::Console console(true);
  const auto refused = app::run_coverage(options, console);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == base::ErrorCode::bad_input);
  CHECK(refused.error().where == "gestern");
  CHECK_FALSE(std::filesystem::exists(options.csv));
}

TEST_CASE("reach at a time gives the open one, and the possible one beside it") {
  Folder folder;
  app::ReachOptions options;
  options.project = folder.project(street("nach Vereinbarung", 16));
  options.service = "pharmacy";
  options.profile = "adult";
  options.at = "Mi 9:30";
  options.out = folder.folder / "wege.csv";
  app::Console console(true);
  REQUIRE(app::run_reach(options, console));
  const auto csv = io::test::read_bytes(options.out);
  CHECK(cell(csv, 2, "service_id") == "1");
  CHECK(cell(csv, 2, "possible_service_id") == "2");
  CHECK(std::stod(cell(csv, 2, "metres")) > 290);
  CHECK(std::stod(cell(csv, 2, "possible_metres")) < 50);
}

TEST_CASE("offers of unknown hours are listed with the reason, those that are known are not") {
  const auto project = street("2. Do im Monat 15:00-17:00", 16);
  const auto hours = analysis::hours_of(project, "G04");
  base::set_language(base::Language::english);
  const auto unknown = app::unknown_offers(project, hours, 15 * 60);
  base::set_language(base::Language::german);
  REQUIRE(unknown.size() == 1);
  CHECK(unknown[0].name == "Ostapotheke");
  CHECK(unknown[0].reason == "not_weekly");
  CHECK(app::doubtful_json(unknown)[0]["opening_hours"] == "2. Do im Monat 15:00-17:00");
}

TEST_CASE("hours at night are counted, and named; a place that never closes is not") {
  const auto named = [](const std::string& hours) {
    const auto project = street(hours, 16);
    return app::night_offers(project, analysis::hours_of(project, "G04")).size();
  };
  CHECK(named("Mo-Sa 08:30-01:00; Mo,Tu 02:00-18:30") == 1);
  CHECK(named("Fr 20:00-03:00") == 1);
  CHECK(named("Su 22:00-01:30") == 1);  // over the end of the week
  CHECK(named("Mo-Fr 20:00-01:00") == 0);
  CHECK(named("Mo-Sa 05:00-24:00") == 0);
  CHECK(named("24/7") == 0);
}

TEST_CASE("the sentence at a time tells no more than it may") {
  analysis::Coverage least, most;
  least.limit = most.limit = {analysis::Limit::Kind::seconds, 600};
  least.homes = most.homes = 9;
  const auto group = [](long covered) {
    analysis::GroupCoverage g;
    g.total = 212;
    g.covered = covered;
    g.gap = 212 - covered;
    return g;
  };
  const auto catalogue = app::shipped_catalogue().value();
  const auto say = [&](long at_least, long at_most) {
    least.age_80 = group(at_least);
    most.age_80 = at_most < 0 ? analysis::GroupCoverage{} : group(at_most);
    if (at_most < 0) most.age_80.total = -1;
    base::set_language(base::Language::english);
    auto text = scene::sentence({least, most}, "Tuesday 15:00", **catalogue.type("pharmacy"),
                                **catalogue.profile("rollator"), 5);
    base::set_language(base::Language::german);
    return text;
  };
  CHECK(say(120, 133).find("at least 120 and at most 133 of 212") != std::string::npos);
  CHECK(say(120, 120).find("120 of 212 people aged 80") != std::string::npos);
  CHECK(say(0, 0).find("nobody of 212") != std::string::npos);
  CHECK(say(120, -1).find("at most cannot") != std::string::npos);
  CHECK(say(3, -1).find('3') == std::string::npos);
}
