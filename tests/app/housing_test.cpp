/// Housing joined with reach: what is said, what is kept back, and what is written.

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "app/people_text.hpp"
#include "app/study.hpp"
#include "app/verb_housing.hpp"
#include "scene/charts/bars.hpp"
#include "tests/app/page_world.hpp"

using namespace nahraum;
using nlohmann::json;

namespace {

/// Three homes far from the pharmacy, one near it; ten dwellings each.
model::Project street(int persons = 40) {
  auto project = districts::quarter(R"(
    h h h             h
    +----------------------+S
  )",
                                    persons);
  for (auto& home : project.homes) {
    home.dwellings = 10;
    home.dwellings_assumed = false;
    home.floors = 5;
    home.floors_assumed = false;
  }
  project.homes[0].housing = {false, {}, {}, "osm"};
  project.homes[1].housing = {true, true, {}, "osm"};
  project.homes.back().housing = {true, true, 4, "list"};
  return project;
}

struct Asked {
  app::Workspace workspace;
  jobs::Context context;
  test::English english;

  explicit Asked(model::Project project) {
    workspace = districts::workspace_of(std::move(project));
  }
  base::Result<app::HousingResult> ask(const std::string& limit = "120m") {
    return app::ask_housing({{}, "pharmacy", "age_85", limit, false, {}, {}, ""}, workspace,
                            context);
  }
};

}  // namespace

TEST_CASE("the sentence tells what is known and what may be") {
  Asked asked(street());
  const auto result = asked.ask();
  REQUIRE(result);
  const auto sentence = app::housing_sentence(*result);
  CHECK(sentence.find("Of 40 dwellings") != std::string::npos);
  CHECK(sentence.find("4 have few barriers") != std::string::npos);  // stated: no range
  CHECK(sentence.find("6 dwellings are known to lie on the second floor") != std::string::npos);
  CHECK(sentence.find("up to 12 may") != std::string::npos);  // the third home's lift is unknown
}

TEST_CASE("remarks say of how many dwellings each fact is known, and whom to ask first") {
  Asked asked(street());
  const auto result = asked.ask();
  REQUIRE(result);
  std::string all;
  for (const auto& line : app::housing_remarks(*result, asked.workspace))
    all += line + "\n";
  CHECK(all.find("storeys 40") != std::string::npos);
  CHECK(all.find("lift 30 (75 %)") != std::string::npos);
  CHECK(all.find("10 dwellings have a lift and an entrance without steps") != std::string::npos);
}

TEST_CASE("programs read stable keys") {
  Asked asked(street(80));  // 20 people of 80 and over in each home: 12 high up, 8 below
  const auto result = asked.ask();
  REQUIRE(result);
  const json answer = app::housing_json(*result, asked.workspace);
  CHECK(answer["dwellings"] == 40);
  CHECK(answer["known"]["lift"] == 30);
  CHECK(answer["few_barriers_within"] == json{{"least", 4}, {"most", 4}});
  CHECK(answer["high_without_lift_in_gap"] == json{{"least", 6}, {"most", 12}});
  CHECK(answer["kinds"]["lift"]["dwellings"]["within"] == 6);
  CHECK(answer["kinds"]["high_storeys"]["persons_80"]["gap"] == 12);
  REQUIRE(answer["high_homes_in_gap"].size() == 1);
  CHECK(answer["high_homes_in_gap"][0]["home"] == 1);
}

TEST_CASE("few people of 80 and over are kept back, dwellings are not") {
  Asked asked(street(8));  // two people of 80 and over in each home
  const auto result = asked.ask();
  REQUIRE(result);
  const auto people = app::disclosed_people(*result);
  for (const auto& row : people) {
    for (const auto& count : row)
      CHECK((!count || *count == 0 || *count >= result->min_count));
  }
  const auto dwellings = app::dwelling_rows(*result);
  CHECK(dwellings[static_cast<std::size_t>(analysis::Dwelling::high_storeys)][2] == 6);
}

TEST_CASE("a service or a limit that is none is told") {
  Asked asked(street());
  CHECK_FALSE(app::ask_housing({{}, "nothing", "age_85", "", false, {}, {}, ""}, asked.workspace,
                               asked.context));
  CHECK_FALSE(asked.ask("far"));
}

TEST_CASE("module 2 shows the same, with a chart, and the worst homes as places") {
  Asked asked(street());
  app::StudyQuestion question;
  question.study = app::Study::housing;
  question.question = {"G04", "age_85", {analysis::Limit::Kind::metres, 120}};
  const auto result = app::study(question, asked.workspace, asked.context);
  CHECK(result.trouble.empty());
  CHECK(result.sentence.find("Of 40 dwellings") != std::string::npos);
  REQUIRE(result.bars);
  CHECK(result.bars->rows.size() == analysis::dwelling_count);
  REQUIRE(result.tables.size() == 4);
  REQUIRE(result.tables.back().rows.size() == 1);
  CHECK(result.tables.back().rows[0].mark == "1");
  CHECK(result.tables.back().rows[0].place);
  CHECK(!result.method.empty());
}

TEST_CASE("the demo district has houses without a lift, and knows that it does not know all") {
  jobs::Context context;
  const test::English english;
  const auto result = app::ask_housing({{}, "pharmacy", "rollator", "10min", false, {}, {}, ""},
                                       test::lindenhof(), context);
  REQUIRE(result);
  const auto& found = result->found;
  CHECK(found.stranded.size() > 10);
  CHECK(found.high_gap.least > 100);
  CHECK(found.high_gap.most > found.high_gap.least);
  CHECK(found.known.lift > 0);
  CHECK(found.known.lift < found.all);
  long total = 0;
  for (const auto& row : app::dwelling_rows(*result))
    total += row[0];
  CHECK(total == found.all);
}

TEST_CASE(
    "what is known of a home's dwellings survives the journal, and is no text where nothing is") {
  auto home = street().homes.back();
  CHECK(app::home_of(app::home_json(home)) == home);
  home.housing = {};
  CHECK_FALSE(app::home_json(home).contains("housing"));
  CHECK(app::home_of(app::home_json(home)) == home);
}
