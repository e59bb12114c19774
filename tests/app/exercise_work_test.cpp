/// What exercises tell of the course's work, beside rows that are counted by hand.

#include "app/exercise_work.hpp"

#include <catch2/catch.hpp>

#include "app/workspace.hpp"
#include "base/translate.hpp"
#include "course/work_figures.hpp"
#include "model/work_tables.hpp"

using namespace nahraum;
using app::FigureValue;
using course::RowTest;
using Tell = course::RowsFigure::Tell;

namespace {

model::Work small_work() {
  model::Work work;
  const auto actor = [&](model::Id id, const char* name, const char* sector, const char* step) {
    model::Actor row;
    row.id = id;
    row.name = name;
    row.sector = sector;
    row.next_step = step;
    work.actors.push_back(row);
  };
  actor(1, "Amt", "state", "anrufen");
  actor(2, "Verein", "nonprofit", " ");
  actor(3, "Laden", "market", "");
  actor(4, "Runde", "", "");
  work.ties = {{1, 1, 2, "money", 3}, {2, 2, 3, "information", 1}};
  work.costs = {{1, "Stelle", "personnel", 2027, 40000, 0},
                {2, "Stelle", "personnel", 2028, 41000, 0},
                {3, "Sachmittel", "material", 2027, std::nullopt, 0}};
  model::FundingSource grant, own;
  grant.id = 1;
  grant.status = "granted";
  own.id = 2;
  own.status = "own";
  work.sources = {grant, own};
  work.shares = {{1, 1, 0, 2027, 32000}, {2, 2, 0, 2027, 8000}, {3, 2, 2, std::nullopt, 20500}};
  return work;
}

const model::Catalogue& catalogue() {
  static const auto shipped = app::shipped_catalogue().value();
  return shipped;
}

model::Project project_with(model::Work work) {
  model::Project project;
  project.work = model::HeldWork(std::move(work));
  return project;
}

FigureValue rows(const std::string& table, std::vector<RowTest> where = {}, Tell tell = Tell::count,
                 const std::string& column = {}) {
  return app::rows_value({table, std::move(where), tell, column}, small_work());
}
double tells(const std::string& of, const std::string& tell, const model::Project& project) {
  const auto value = app::work_value({of, tell}, project, catalogue());
  INFO(of << " " << tell);
  REQUIRE(value.number);
  return *value.number;
}

}  // namespace

TEST_CASE("rows are counted by what their columns hold, and by whether they hold anything") {
  base::set_language(base::Language::english);
  CHECK(rows("actors").number == 4);
  CHECK(rows("actors", {{"sector", RowTest::By::one_of, {"state", "market"}, 0}}).number == 2);
  CHECK(rows("actors", {{"sector", RowTest::By::one_of, {""}, 0}}).number == 1);
  CHECK(rows("actors", {{"next_step", RowTest::By::filled, {}, 0}}).number == 1);  // blanks: empty
  CHECK(rows("actors", {{"at", RowTest::By::missing, {}, 0}}).number == 4);
  CHECK(rows("ties", {{"strength", RowTest::By::at_least, {}, 2}}).number == 1);
  CHECK(rows("costs", {{"year", RowTest::By::one_of, {"2027"}, 0}}).number == 2);
  CHECK(rows("shares", {{"cost", RowTest::By::missing, {}, 0}}).number == 2);
  CHECK(rows("measures").number == 0);
}

TEST_CASE("a column is summed up, averaged, counted by its values; unknown is not zero") {
  base::set_language(base::Language::english);
  const auto sum = rows("costs", {}, Tell::sum, "amount");
  CHECK(sum.number == 81000);
  CHECK(app::shown(sum, 5, base::Language::german) == "81.000\u00a0€");
  CHECK(rows("costs", {}, Tell::mean, "amount").number == 40500);
  CHECK(rows("costs", {}, Tell::highest, "year").number == 2028);
  CHECK(rows("measures", {}, Tell::sum, "cost").number == 0);
  CHECK_FALSE(rows("measures", {}, Tell::mean, "cost").number);
  CHECK(rows("actors", {}, Tell::different, "sector").number == 3);
  CHECK(rows("actors", {}, Tell::names, "name").text == "Amt, Verein, Laden, Runde");
  CHECK(rows("measures", {}, Tell::names, "title").text == "none yet");
  CHECK(app::shown({FigureValue::Unit::decimal, 3.3, "", false}, 5, base::Language::german) ==
        "3,3");
}

TEST_CASE("every rule that can be asked answers with and without rows") {
  base::set_language(base::Language::english);
  const auto empty = project_with({});
  const auto full = project_with(small_work());
  for (const auto& each : course::work_tells()) {
    for (const auto& tell : each.tells) {
      INFO(each.kind << " " << tell);
      for (const auto* project : {&empty, &full}) {
        const auto value = app::work_value({each.kind, tell}, *project, catalogue());
        const bool text = value.unit == FigureValue::Unit::text;
        CHECK(text == !value.text.empty());
        CHECK_FALSE((text && value.number));
      }
    }
  }
}

TEST_CASE("the network, the plan's months and its gap are those of the rules") {
  base::set_language(base::Language::english);
  const auto project = project_with(small_work());
  CHECK(tells("network", "ties", project) == 2);
  CHECK(tells("network", "density", project) == Approx(100.0 / 3));
  CHECK(tells("network", "isolated", project) == 1);
  CHECK(app::work_value({"network", "isolated_names"}, project, catalogue()).text == "Runde");
  CHECK(app::work_value({"network", "hinge_names"}, project, catalogue()).text == "Verein");
  CHECK(tells("network", "parts", project) == 2);
  CHECK(tells("money", "cost", project) == 81000);
  CHECK(tells("money", "paid", project) == 60500);
  CHECK(tells("money", "gap", project) == 20500);
  CHECK(tells("money", "own", project) == 28500);
  CHECK(tells("money", "months_paid", project) == 12);
  CHECK(app::work_value({"money", "post_ends"}, project, catalogue()).text == "12/2027");
}

TEST_CASE("tasks, measures and offers are judged by their rules") {
  base::set_language(base::Language::english);
  model::Work work;
  model::Role office, board;
  office.id = 1;
  office.name = "Büro";
  office.fte = 0.5;
  office.weekly_hours = 40;
  board.id = 2;
  board.name = "Träger";
  board.fte = 1;
  board.deputy = 1;
  work.roles = {office, board};
  work.tasks = {{1, "Sprechstunde", 0, 24}, {2, "Bericht", 0, 3}};
  work.responsibilities = {{1, 1, 1, "AR"}, {2, 2, 1, "R"}, {3, 2, 2, "I"}};
  model::Measure first, second;
  first.id = 1;
  first.title = "Bank";
  first.start = "2027-01-01";
  first.end = "2027-03-31";
  second = first;
  second.id = 2;
  second.title = "Rampe";
  second.after = {1};
  second.end = "2027-12-31";
  work.measures = {first, second};
  work.offer_stages = {{1, "Mittagstisch", 0, 1, 4, "", "", 5}, {2, "Chor", 0, 4, 9, "", "", 0}};
  const auto project = project_with(work);
  CHECK(tells("raci", "faults", project) == 1);  // nobody answers for the report
  CHECK(tells("raci", "without_deputy", project) == 1);
  CHECK(tells("raci", "overloaded", project) == 1);
  CHECK(app::work_value({"raci", "overloaded_names"}, project, catalogue()).text == "Büro");
  CHECK(tells("raci", "highest_load", project) == Approx(135));
  CHECK(tells("raci", "hours", project) == 27);
  CHECK(tells("raci", "capacity", project) == 59);
  CHECK(tells("schedule", "dated", project) == 2);
  CHECK(tells("schedule", "overlaps", project) == 1);
  CHECK(tells("schedule", "circles", project) == 0);
  CHECK(tells("schedule", "critical", project) == 2);
  CHECK(tells("smart", "measurable", project) == 0);
  CHECK(app::work_value({"stages", "falls_names"}, project, catalogue()).text == "Mittagstisch");
  CHECK(tells("stages", "carries_itself", project) == 1);
}
