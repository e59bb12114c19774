/// Module 8: what it costs, who pays, until when; programmes; texts for applications.

#include "app/page_money.hpp"

#include <catch2/catch.hpp>

#include "app/application_texts.hpp"
#include "tests/app/planned_work.hpp"

using namespace nahraum;
using namespace nahraum::planned;

namespace {

/// Half a post for four years, as the example button makes it.
model::Work half_a_post() {
  const auto input = input_of(model::Work{});
  return pressed(input, {"", {app::put_rows(app::half_a_post(input))}});
}

app::PageBlock plan(const model::Work& work, const std::string& scenario = "") {
  auto input = input_of(work);
  input.view.scenario = scenario;
  return app::plan_block(input);
}

const scene::CliffSpec& cliff(const app::PageBlock& block) {
  return std::get<scene::CliffSpec>(block.chart);
}

/// The demo district with the answer to its first question.
const app::PageInput& lindenhof() {
  static const auto input = [] {
    jobs::Context context;
    return answered(input_of(app::make_project(app::demo_district(), *shipped(), context).value(),
                             model::Work{}));
  }();
  return input;
}

}  // namespace

TEST_CASE("an empty plan offers the example, which ends in its third year") {
  const auto empty = page_of(input_of(model::Work{}), 8);
  CHECK(empty.module == 8);
  CHECK(action_of(block_of(empty, "plan")->actions, "Begin with an example of half a post"));
  const auto work = half_a_post();
  CHECK(work.costs.size() == 12);
  CHECK(work.sources.size() == 2);
  CHECK(work.shares.size() == 7);
  const auto block = plan(work);
  // Four years of 50 000 €; the grant pays 40 000 € of three, own money 10 000 € of all.
  CHECK(block.sentence ==
        "2027 to 2030 cost 200,000\u00a0€, the sources pay 160,000\u00a0€; 40,000\u00a0€ are "
        "missing. The post is paid for to the end of December 2029; from January 2030 on money "
        "is missing.");
  const auto& spec = cliff(block);
  REQUIRE(spec.years.size() == 4);
  CHECK(spec.years[0].sources == std::vector<double>{40000, 10000});
  CHECK(spec.years[3].sources == std::vector<double>{0, 10000});
  CHECK(spec.years[3].cost == 50000);
  CHECK(spec.ends_month == 36);
  CHECK(spec.ends_name == "The post ends in December 2029");
  CHECK(line_with(block, "2030: 40,000\u00a0€ are missing"));
  CHECK(line_with(block, "What comes after 2029 is not known"));
  CHECK_FALSE(line_with(block, "own share"));
  CHECK_FALSE(line_with(block, "rate"));
}

TEST_CASE("a decision about the grants changes the plan and says what it means") {
  const auto work = half_a_post();
  const auto renewed = plan(work, "renewed");
  CHECK(has(renewed.sentence, "every year is paid for. The post is paid for to the end of the"));
  CHECK(cliff(renewed).years[3].sources == std::vector<double>{40000, 10000});
  CHECK(renewed.switches.at(0).chosen == 1);
  const auto cut = plan(work, "cut");
  CHECK(cliff(cut).years[0].sources == std::vector<double>{32000, 10000});
  CHECK(line_with(cut, "pays 20 % less from 2027 on"));
  const auto taken = plan(work, "taken_over");
  REQUIRE(cliff(taken).series.size() == 3);
  CHECK(cliff(taken).series[2] == "Who takes over");
  CHECK(cliff(taken).years[3].sources == std::vector<double>{0, 10000, 40000});
  const auto& back = renewed.switches[0].choices[0].actions[0];
  CHECK(std::get<app::LookAtWork>(back).work.scenario.empty());
}

TEST_CASE("rules of the sources are told with their amounts") {
  model::Work work;
  work.costs = {{1, "Post", "personnel", 2027, 40000.0, 0},
                {2, "Bench", "investment", 2027, 5000.0, 0}};
  model::FundingSource grant;
  grant.id = 1;
  grant.name = "Grant";
  grant.rate = 50;
  grant.cap = 25000;
  grant.own_share = 40;
  grant.eligible = "personnel material";
  grant.from = 2026;
  grant.to = 2026;
  grant.status = "granted";
  grant.afterwards = "ends";
  auto town = grant;
  town = {};
  town.id = 2;
  town.name = "Town";
  town.status = "own";
  work.sources = {grant, town};
  work.shares = {{1, 1, 0, 2027, 30000.0}, {2, 1, 2, 2027, 4000.0}, {3, 2, 2, 2027, 5000.0}};
  const auto block = plan(work);
  // Grant: 34 000 €, at most 50 % of 40 000 €; town: 5 000 €, 40 % of 40 000 € were due.
  CHECK(line_with(block, "“Grant” pays 14,000\u00a0€ more than its rate"));
  CHECK(line_with(block, "“Grant” pays 9,000\u00a0€ more than its most a year"));
  CHECK(line_with(block, "for “Grant” the own share is 11,000\u00a0€ too small"));
  CHECK(line_with(block, "“Grant” pays 34,000\u00a0€ outside its period"));
  CHECK(line_with(block, "“Grant” pays 4,000\u00a0€ of “Bench”, which it does not pay for"));
  CHECK(line_with(block, "“Bench” is paid for twice, 4,000\u00a0€ more than it costs"));
  CHECK(line_with(block, "2027: 6,000\u00a0€ are missing"));
  CHECK(line_with(block, "No costs are planned after the last grant"));
}

TEST_CASE("the most over all years is the programme's") {
  auto work = half_a_post();
  work.sources[0].programme = "sgb_v_20a";
  CHECK(line_with(plan(work), "pays 10,000\u00a0€ more than its most over all years"));
}

TEST_CASE("what is not known is in no sum, and told") {
  auto work = half_a_post();
  work.costs[0].amount = {};
  work.costs[4].year = {};
  work.costs[5].type = "";
  work.shares[0].amount = {};
  work.shares[1].source = 88;
  work.sources[0].eligible = "personnel coffee";
  const auto block = plan(work);
  CHECK(has(block.sentence, "As far as amounts are known: "));
  CHECK(line_with(block, "The amount of “Half a post of neighbourhood management” is not known"));
  CHECK(line_with(block, "The year of "));
  CHECK(line_with(block, "The type of "));
  CHECK(line_with(block, "a source that is gone"));
  CHECK(line_with(block, "(line 1): it is in no sum"));
  CHECK(line_with(block, "“coffee”, which is no type of cost"));
  CHECK(line_with(block, "2027: at least 8,500\u00a0€ cost"));
  model::Work nothing;
  nothing.costs = {{1, "Post", "personnel", std::nullopt, std::nullopt, 0}};
  CHECK(has(plan(nothing).sentence, "Nothing can be summed up yet"));
  CHECK(std::holds_alternative<std::monostate>(plan(nothing).chart));
}

TEST_CASE("programmes are listed with date and mark, and taken as a source") {
  const auto input = input_of(model::Work{});
  const auto block = app::programmes_block(input);
  CHECK(block.lines.size() == shipped()->programmes.size());
  const auto* lottery = line_with(block, "television lottery");
  REQUIRE(lottery);
  CHECK(has(lottery->text, "Known as of 2018, verified: "));
  CHECK(has(lottery->text, "more than a year ago"));
  CHECK(line_with(block, "The last known call ended on 2025-06-15.")->kind ==
        app::PageLine::Kind::warning);
  const auto taken = pressed(input, *action_of(lottery->actions, "Take it as a source"));
  REQUIRE(taken.sources.size() == 1);
  CHECK(taken.sources[0].programme == "hilfswerk");
  CHECK(taken.sources[0].rate == 80);
  CHECK(taken.sources[0].own_share == 20);
  CHECK_FALSE(taken.sources[0].cap);
  CHECK(taken.sources[0].stand == "2018");
  const auto again = app::programmes_block(input_of(taken));
  CHECK_FALSE(action_of(line_with(again, "television lottery")->actions, "Take it as a source"));
}

TEST_CASE("characters are letters, not bytes") {
  CHECK(app::characters("") == 0);
  CHECK(app::characters("Straße – für Ältere") == 19);
}

TEST_CASE("texts of Lindenhof are filled from its figures and fit") {
  const auto& input = lindenhof();
  const auto block = app::texts_block(input);
  CHECK(has(block.sentence, "No text is written yet"));
  const auto work = pressed(input, *action_of(block.actions, "Fill from the figures"));
  REQUIRE(work.texts.size() == 3);
  for (const auto& part : app::text_parts()) {
    const auto text = app::text_of_part(work, part.id);
    INFO(text);
    CHECK(app::characters(text) > 100);
    CHECK(app::characters(text) <= part.most);
  }
  CHECK(has(work.texts[1].text, "people live in"));
  CHECK(has(work.texts[1].text, "Aged 80 and over"));
  CHECK(has(work.texts[1].text, "residents per km²"));
  CHECK(has(work.texts[1].text, "reach no pharmacy"));
  INFO(work.texts[2].text);
  CHECK(has(work.texts[2].text, "Pharmacy 2"));
}

TEST_CASE("what somebody wrote stays, and too long a text is told") {
  model::Work work;
  work.texts = {{3, "boundary", std::string(1001, 'x')}, {4, "description", "  "}};
  const auto input = input_of(work);
  const auto block = app::texts_block(input);
  CHECK(line_with(block, "Boundary: 1,001 of 1,000 characters – 1 too many")->kind ==
        app::PageLine::Kind::warning);
  CHECK(line_with(block, "Description: 0 of 2,000 characters"));
  const auto filled = pressed(input, *action_of(block.actions, "Fill from the figures"));
  REQUIRE(filled.texts.size() == 3);
  CHECK(filled.texts[0].text == work.texts[0].text);
  CHECK_FALSE(filled.texts[1].text == work.texts[1].text);
  CHECK(filled.texts[1].id == 4);
  CHECK_FALSE(action_of(app::texts_block(input_of(filled)).actions, "Fill from the figures"));
}

TEST_CASE("few old people are masked in the texts") {
  auto input = input_of(districts::quarter("S+--+\n   h", 12), {});
  const auto text = app::filled_text(input, app::text_parts()[1]);
  CHECK(has(text, "12 people live in Viertel."));
  CHECK(has(text, "Aged 65 and over: 6 (50 %)."));
  CHECK(has(text, "Aged 80 and over: fewer than 5."));
  CHECK_FALSE(has(text, "are 80 or older"));
}

TEST_CASE("the pages of Lindenhof begin with a sentence each") {
  auto input = lindenhof();
  for (const int module : {6, 7, 8}) {
    const auto page = page_of(input, module);
    CHECK(page.module == module);
    CHECK_FALSE(page.blocks.empty());
    for (const auto& block : page.blocks)
      CHECK_FALSE(block.sentence.empty());
  }
  CHECK(action_of(block_of(page_of(input, 6), "measures")->actions,
                  "Make a measure of the gap in sight"));
}
