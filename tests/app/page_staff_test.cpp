/// Module 7: the matrix of tasks and roles, hours against posts, deputies, decisions, competences.

#include "app/page_staff.hpp"

#include <catch2/catch.hpp>

#include "tests/app/planned_work.hpp"

using namespace nahraum;
using namespace nahraum::planned;

namespace {

/// Two roles, three tasks: one in order, one with two A, one that nobody does.
model::Work office() {
  model::Work work;
  work.roles = {{1, "Office", "Town", 0.5, 39.0, 2}, {2, "Planner", "", std::nullopt, 39.0, 1}};
  work.tasks = {{1, "Consult", 0, 20.0}, {2, "Plan", 0, std::nullopt}, {3, "Rest", 0, 7.0}};
  work.responsibilities = {{1, 1, 1, "AR"}, {2, 2, 1, "A"}, {3, 2, 2, "A"}, {4, 1, 2, "I"}};
  return work;
}

}  // namespace

TEST_CASE("ten standing tasks make a sound matrix with unknown hours") {
  const auto input = input_of(model::Work{});
  const auto page = page_of(input, 7);
  CHECK(page.module == 7);
  const auto* button = action_of(block_of(page, "raci")->actions, "Take ten standing tasks");
  REQUIRE(button);
  const auto work = pressed(input, *button);
  CHECK(work.tasks.size() == 10);
  CHECK(work.roles.size() == 5);
  const auto filled = page_of(input_of(work), 7);
  CHECK(has(block_of(filled, "raci")->sentence,
            "10 tasks, 5 roles: for each exactly one answers (A) and somebody does it (R)."));
  for (const auto& task : work.tasks)
    CHECK_FALSE(task.hours);
  CHECK(line_with(*block_of(filled, "load"), "hours are not known"));
  for (const auto& load : app::raci_of(work).loads)
    CHECK(load.overloaded != planning::Judged::yes);
}

TEST_CASE("standing tasks take roles that are there by their names") {
  model::Work work;
  work.roles = {{4, "Town planning", "", 1.0, 41.0, 0}};
  const auto input = input_of(work);
  const auto after = pressed(input, {"", {app::put_rows(app::ten_standing_tasks(input))}});
  CHECK(after.roles.size() == 5);
  CHECK(after.roles[0].weekly_hours == 41.0);
}

TEST_CASE("rules of the matrix are told task by task") {
  const auto block = app::raci_block(input_of(office()));
  CHECK(block.sentence == "2 of 3 tasks break a rule: exactly one A, at least one R.");
  CHECK(line_with(block, "“Plan” has more than one A: Office, Planner."));
  CHECK(line_with(block, "“Plan” has no R"));
  CHECK(line_with(block, "“Rest” has no A"));
  CHECK(line_with(block, "Consult: A\u00a0Office; R\u00a0Office; I\u00a0Planner"));
  CHECK(line_with(block, "Rest: no letter yet"));
  CHECK_FALSE(action_of(block.actions, "Take ten standing tasks"));
}

TEST_CASE("hours are read against posts, and what is unknown is told") {
  auto work = office();
  const auto block = app::load_block(input_of(work));
  const auto& bars = std::get<scene::BarsSpec>(block.chart);
  CHECK(bars.limit == 100);
  REQUIRE(bars.rows.size() == 2);
  CHECK(bars.rows[0].parts[0] + bars.rows[0].parts[1] == Approx(20 / 19.5 * 100));
  CHECK(bars.rows[0].parts[0] == Approx(100));
  CHECK(bars.rows[1].unknown == "posts not known");
  CHECK(line_with(block, "“Office” is overloaded: 20 hours a week of tasks, 19.5 hours of posts."));
  CHECK(line_with(block, "7 hours a week are of tasks that nobody does"));
  work.roles[0].weekly_hours = {};
  work.roles[0].fte = 1;
  const auto assumed = app::load_block(input_of(work));
  CHECK(line_with(assumed, "not stated, 39 are taken: Office"));
  CHECK(std::get<scene::BarsSpec>(assumed.chart).rows[0].parts[0] == Approx(20 / 39.0 * 100));
}

TEST_CASE("deputies are missing, gone or the role itself; two may stand in for each other") {
  auto work = office();
  CHECK_FALSE(line_with(app::deputies_block(input_of(work)), "deput"));
  work.roles[0].deputy = work.roles[0].id;
  CHECK(line_with(app::deputies_block(input_of(work)), "“Office” cannot be its own deputy."));
  work.roles[0].deputy = 0;
  CHECK(line_with(app::deputies_block(input_of(work)), "Nobody deputises for “Office”."));
  work.roles[0].deputy = 77;
  CHECK(line_with(app::deputies_block(input_of(work)), "is a role that is gone"));
}

TEST_CASE("a decision path adds up its days and misses who decides") {
  model::Work work;
  work.decisions = {{1, "Benches", 2, "Council", "decides", 30},
                    {2, "Benches", 1, "Office", "prepares", 14},
                    {3, "Fund", 1, "Office", "prepares", std::nullopt},
                    {4, "Twice", 1, "A", "decides", 1},
                    {5, "Twice", 2, "B", "decides", 2}};
  const auto block = app::decisions_block(input_of(work));
  CHECK(has(block.sentence, "3 decision paths; “Benches” takes the longest, 44 days."));
  CHECK(line_with(block,
                  "Benches: Office prepares (14 days) → Council decides (30 days); 44 days "
                  "in all."));
  CHECK(line_with(block, "how long it takes is not known"));
  CHECK(line_with(block, "“Fund”: nobody decides."));
  CHECK(line_with(block, "“Twice”: more than one decides (A, B)."));
  const auto empty = input_of(model::Work{});
  const auto begun =
      pressed(empty, *action_of(app::decisions_block(empty).actions, "Begin with the usual path"));
  CHECK(begun.decisions.size() == 3);
  CHECK_FALSE(line_with(app::decisions_block(input_of(begun)), "nobody decides"));
}

TEST_CASE("competences are means of enough cards, without names") {
  model::Work work;
  for (int card = 1; card <= 5; ++card) {
    work.competences.push_back({card, card, "self", card == 5 ? 4.0 : 2.0, 4.0});
    if (card < 5) work.competences.push_back({card + 100, card, "social", 3.0, 5.0});
  }
  const auto block = app::competences_block(input_of(work));
  const auto& radar = std::get<scene::RadarSpec>(block.chart);
  CHECK(radar.series[0].values[0] == Approx(2.4));
  CHECK(radar.series[1].values[0] == Approx(4));
  CHECK_FALSE(radar.series[0].values[1]);  // four cards
  CHECK(line_with(block, "Self-competence: before 2.4 (n = 5, spread 0.9); afterwards 4.0 (n = 5"));
  CHECK(line_with(block, "Social competence: before fewer than 5 answers: too few to be told"));
  CHECK(has(block.sentence, "“Self-competence”: 1.6 points"));
}

TEST_CASE("cards for eight people hold no values") {
  const auto input = input_of(model::Work{});
  const auto work = pressed(
      input, *action_of(app::competences_block(input).actions, "Lay out cards for eight people"));
  CHECK(work.competences.size() == 32);
  CHECK(has(app::competences_block(input_of(work)).sentence, "Nothing can be told"));
}

TEST_CASE("measures without a task get one, once") {
  model::Work work;
  model::Measure bench, done;
  bench.id = 1;
  bench.title = "Bench";
  done.id = 2;
  done.status = "done";
  work.measures = {bench, done};
  const auto input = input_of(work);
  const auto block = app::raci_block(input);
  const auto* button = action_of(block.actions, "Make a task of each measure without one");
  REQUIRE(button);
  const auto after = pressed(input, *button);
  REQUIRE(after.tasks.size() == 1);
  CHECK(after.tasks[0].title == "Bench");
  CHECK(after.tasks[0].measure == 1);
  CHECK(app::tasks_of_measures(input_of(after)).empty());
}
