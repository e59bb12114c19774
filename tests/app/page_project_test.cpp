/// Module 6: measures of gaps, their plan over time, their goals and what became of them.

#include "app/page_project.hpp"

#include <catch2/catch.hpp>

#include "app/measure_question.hpp"
#include "tests/app/planned_work.hpp"

using namespace nahraum;
using namespace nahraum::planned;

namespace {

/// Two homes beside the pharmacy, three far from it; a quarter of the people are 80 and over.
app::PageInput street(int persons_each, const model::Work& work = {}) {
  auto input = input_of(districts::quarter(R"(
    hh                                       hhh
    S+----------------------------------------+
  )",
                                           persons_each),
                        work);
  input.question = {"G04", "rollator", {analysis::Limit::Kind::metres, 200}};
  return answered(input);
}

model::Measure measure(model::Id id, const std::string& title, const std::string& start = "",
                       const std::string& end = "", model::Ids after = {}) {
  model::Measure one;
  one.id = id;
  one.title = title;
  one.start = start;
  one.end = end;
  one.after = std::move(after);
  one.status = "planned";
  return one;
}

model::Work work_of(std::vector<model::Measure> measures) {
  model::Work work;
  work.measures = std::move(measures);
  return work;
}

app::PageBlock gantt(const model::Work& work) {
  return app::gantt_block(input_of(work));
}

const scene::GanttSpec& spec_of(const app::PageBlock& block) {
  return std::get<scene::GanttSpec>(block.chart);
}

}  // namespace

TEST_CASE("without measures the page says what to do, and has no empty plan") {
  const auto page = page_of(input_of(model::Work{}), 6);
  CHECK(page.module == 6);
  REQUIRE(page.blocks.size() == 2);
  CHECK(page.blocks[1].id == "chain");
  CHECK(has(page.blocks[0].sentence, "no measure yet"));
  CHECK(page.signs.empty());
}

TEST_CASE("a gap becomes a measure with its baseline frozen") {
  const auto input = street(40);
  const auto page = page_of(input, 6);
  const auto* button =
      action_of(block_of(page, "measures")->actions, "Make a measure of the gap in sight");
  REQUIRE(button);
  const auto made = pressed(input, *button).measures;
  REQUIRE(made.size() == 1);
  CHECK(made[0].id == 1);
  CHECK(made[0].title == "Bring a pharmacy within reach on a walk of 200 m");
  CHECK(made[0].baseline == 30);
  CHECK(made[0].unit == "persons");
  CHECK(has(made[0].indicator, "People aged 80 and over that do not reach a pharmacy"));
  CHECK(has(made[0].baseline_text, "30 of 50 people aged 80 and over"));
  CHECK(made[0].baseline_date == "2026-11-27");
  CHECK(made[0].question == "G04 rollator 200m 80");
  CHECK(made[0].origin == "gap");
  REQUIRE(made[0].at.size() == 1);
  const auto& homes = input.project->homes;
  CHECK(made[0].at[0].x == Approx((homes[2].at.x + homes[3].at.x + homes[4].at.x) / 3));
}

TEST_CASE("so few people are not told, and their measure has no number") {
  const auto input = street(4);  // one person of 80 and over in each home
  const auto measure = app::measure_of_gap(input);
  REQUIRE(measure);
  CHECK_FALSE(measure->baseline);
  CHECK(has(measure->baseline_text, "ewer than 5"));
  CHECK_FALSE(has(measure->baseline_text, "3"));
}

TEST_CASE("homes are counted where nobody knows who lives there") {
  auto project = *street(40).project;
  for (auto& home : project.homes)
    home.residents = {};
  auto input = input_of(project, {});
  input.question = street(40).question;
  const auto measure = app::measure_of_gap(answered(input));
  REQUIRE(measure);
  CHECK(measure->baseline == 3);
  CHECK(measure->unit == "homes");
  CHECK(measure->question == "G04 rollator 200m homes");
}

TEST_CASE("a gap has one measure, and a scenario's gap none") {
  auto input = street(40);
  const auto measure = app::measure_of_gap(input);
  REQUIRE(measure);
  const auto again = street(40, work_of({*measure}));
  const auto page = page_of(again, 6);
  CHECK_FALSE(action_of(block_of(page, "measures")->actions, "Make a measure of the gap in sight"));
  CHECK(line_with(*block_of(page, "measures"), "there is a measure"));
  input.question.scenario = "more";
  CHECK_FALSE(app::measure_of_gap(input));
}

TEST_CASE("questions of measures are read as they are written") {
  const auto catalogue = shipped();
  for (const std::string text : {"G04 rollator 10min 80", "N01 age_85 500m all",
                                 "G01 rollator 200m 65", "G04 rollator 15min homes"}) {
    const auto question = app::measure_question(text, *catalogue);
    REQUIRE(question);
    CHECK(app::to_text(*question) == text);
  }
  for (const std::string text :
       {"", "G04", "G04 rollator 10min", "G04 rollator soon 80", "X99 rollator 10min 80",
        "G04 rollator 10min 90", "G04 rollator 10min 80 more"}) {
    INFO(text);
    CHECK_FALSE(app::measure_question(text, *catalogue));
  }
}

TEST_CASE("the plan names its critical path, and rows carry the measure's number") {
  auto work = work_of({measure(1, "Survey", "2027-01-01", "2027-03-31"),
                       measure(2, "Benches", "2027-04-01", "2027-06-30", {1}),
                       measure(3, "Newsletter", "2027-02-01", "2027-02-28")});
  const auto block = gantt(work);
  CHECK(block.sentence ==
        "The measures run from 2027-01-01 to 2027-06-30. A delay on the critical path delays the "
        "end: Survey → Benches.");
  CHECK(block.chart_table == "measures");
  const auto& spec = spec_of(block);
  REQUIRE(spec.rows.size() == 3);
  CHECK(spec.rows[1].id == "2");
  CHECK(spec.rows[1].waits_for == std::vector<std::size_t>{0});
  CHECK(spec.rows[0].critical);
  CHECK_FALSE(spec.rows[2].critical);
  CHECK(spec.today);
  CHECK(block.lines.empty());
}

TEST_CASE("measures in a circle are named") {
  const auto block =
      gantt(work_of({measure(1, "A", "2027-01-01", "2027-01-31", {2}),
                     measure(2, "B", "2027-02-01", "2027-02-28", {1}), measure(3, "C")}));
  CHECK(has(block.sentence, "in a circle"));
  CHECK(line_with(block, "A → B → A"));
}

TEST_CASE("what is wrong with dates is told measure by measure") {
  auto work = work_of({measure(1, "Backwards", "2027-03-10", "2027-03-01"),
                       measure(2, "Long", "2027-01-01", "2027-12-31"),
                       measure(3, "Early", "2027-12-01", "2028-01-31", {2}), measure(4, "Undated"),
                       measure(5, "Waits", "2027-01-01", "2027-02-01", {4}),
                       measure(6, "Orphan", "2027-01-01", "2027-02-01", {99})});
  work.milestones = {{1, 2, "Half", "2027-03-01", true}, {2, 2, "Someday", "", false}};
  const auto block = gantt(work);
  CHECK(line_with(block, "“Backwards” ends 9 days before it starts."));
  CHECK(line_with(block, "“Long” has no milestone from 2027-03-01 to 2027-12-31"));
  CHECK(line_with(block, "“Early” starts before “Long” ends, which it waits for: 31 days"));
  CHECK(line_with(block, "“Waits” waits for “Undated”"));
  CHECK(line_with(block, "“Orphan” waits for measure 99, which is dropped or gone."));
  CHECK(line_with(block, "Without start or end, so not in the plan: Undated."));
  CHECK(line_with(block, "The milestone “Someday” has no date."));
  CHECK(line_with(block, "Backwards")->kind == app::PageLine::Kind::fault);
  CHECK(spec_of(block).rows[1].done == 0.5);
  CHECK_FALSE(spec_of(block).rows[3].start);
}

TEST_CASE("dropped measures are in no plan") {
  auto work = work_of({measure(1, "A", "2027-01-01", "2027-01-31")});
  work.measures[0].status = "dropped";
  CHECK(has(gantt(work).sentence, "dropped"));
}

TEST_CASE("a goal is judged letter by letter") {
  auto good = measure(1, "Good", "2027-01-01", "2027-12-31");
  good.goal = "Half as many without a pharmacy";
  good.people = "80+";
  good.owner = "Town";
  good.indicator = "people";
  good.unit = "persons";
  good.question = "G04 rollator 10min 80";
  good.baseline = 30;
  good.target = 15;
  auto open = good;
  open.id = 2;
  open.title = "Open";
  open.question = "";
  open.baseline = {};
  const auto block =
      app::smart_block(input_of(work_of({good, open, measure(3, "", "2027-01-01", "2026-01-01")})));
  CHECK(block.sentence == "1 of 3 goals meet all five letters of SMART.");
  REQUIRE(block.lines.size() == 3);
  CHECK(block.lines[0].text == "“Good”: all five letters are met.");
  CHECK(has(block.lines[1].text, "M (measurable) cannot be judged: the baseline is not known"));
  CHECK(has(block.lines[1].text, "R (realistic) cannot be judged"));
  CHECK(block.lines[1].kind == app::PageLine::Kind::fact);
  CHECK(has(block.lines[2].text, "“Planned measure 3”"));
  CHECK(has(block.lines[2].text, "A (accepted) not met: nobody stands for it"));
  CHECK(has(block.lines[2].text, "the day by which is not after the start"));
  CHECK(std::get<app::OpenTable>(block.lines[2].actions.back().actions[0]).row == 3);
}

TEST_CASE("the effect is computed again, in percent where that means something") {
  auto one = measure(1, "Pharmacy");
  one.question = "G04 rollator 200m 80";
  one.unit = "persons";
  one.baseline = 40;
  one.baseline_date = "2026-01-05";
  one.target = 20;
  const auto block = app::effect_block(street(40, work_of({one})));
  CHECK(line_with(block,
                  "“Pharmacy”: baseline 40 persons (2026-01-05), now 30 persons, target 20 "
                  "persons: 50 % of the way to the target."));
  const auto& bars = std::get<scene::BarsSpec>(block.chart);
  REQUIRE(bars.rows.size() == 3);
  CHECK(bars.rows[0].parts[0] == 40);
  CHECK(bars.rows[1].parts[1] == 30);
  CHECK(bars.rows[2].parts[2] == 20);
  one.target = 38;  // nearer than the disclosure minimum
  const auto near = app::effect_block(street(40, work_of({one})));
  CHECK_FALSE(line_with(near, "of the way"));
  one.baseline = {};
  const auto unknown = app::effect_block(street(40, work_of({one})));
  CHECK(line_with(unknown, "baseline not known"));
  CHECK(std::get<scene::BarsSpec>(unknown.chart).rows[0].unknown == "not known");
}

TEST_CASE("few people stay masked in the effect, and another question is one button away") {
  auto one = measure(1, "Pharmacy");
  one.question = "G04 rollator 200m 80";
  auto other = measure(2, "GP");
  other.question = "G01 age_85 10min 65";
  auto broken = measure(3, "Broken");
  broken.question = "whatever";
  const auto block = app::effect_block(street(4, work_of({one, other, broken})));
  CHECK(line_with(block, "now too few to be told (minimum 5)"));
  const auto* line = line_with(block, "“GP”");
  REQUIRE(line);
  const auto* ask = action_of(line->actions, "Ask this question");
  REQUIRE(ask);
  REQUIRE(ask->actions.size() == 3);
  CHECK(std::get<app::ChooseType>(ask->actions[0]).type == "G01");
  CHECK(std::get<app::ChooseProfile>(ask->actions[1]).profile == "age_85");
  CHECK(std::get<app::ChooseLimit>(ask->actions[2]).limit.value == 600);
  CHECK(line_with(block, "cannot be read")->kind == app::PageLine::Kind::fault);
}

TEST_CASE("the board leads a measure on, and tells what is late") {
  auto running = measure(2, "Runs", "2026-01-01", "2026-06-30");
  running.status = "running";
  const auto input = input_of(work_of({measure(1, "Later", "2027-01-01", "2027-02-01"), running}));
  const auto block = app::board_block(input);
  REQUIRE(block.lines.size() == 2);
  CHECK(block.sentence == "Measures: 2, running 1, behind their dates 1.");
  CHECK(block.lines[1].text == "running: Runs – should have ended on 2026-06-30");
  const auto begun = pressed(input, *action_of(block.lines[0].actions, "Begins"));
  CHECK(begun.measures[0].status == "running");
  CHECK(begun.measures[0].start == "2027-01-01");
  CHECK(pressed(input, *action_of(block.lines[1].actions, "Is done")).measures[1].status == "done");
}

TEST_CASE("measures with a place stand on the map under their number, lines as lines") {
  auto point = measure(1, "Bench", "", "");
  point.at = {{500010, 5600020}};
  auto line = measure(12, "Path", "", "");
  line.at = {{500000, 5600000}, {500100, 5600000}};
  const auto page = page_of(input_of(work_of({point, line, measure(3, "Nowhere")})), 6);
  REQUIRE(page.signs.size() == 2);
  CHECK(page.signs[0].text == "1");
  CHECK(page.signs[1].text == "12");
  CHECK(page.signs[1].at == geo::Point{500050, 5600000});
  CHECK(page.signs[1].row == 12);
  REQUIRE(page.strokes.size() == 1);
  CHECK(page.strokes[0].line.size() == 2);
  CHECK(line_with(*block_of(page, "measures"), "Nowhere"));
}
