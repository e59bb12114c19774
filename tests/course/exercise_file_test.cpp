#include "course/exercise_file.hpp"

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

#include "base/translate.hpp"
#include "course/answer_script.hpp"
#include "course/spotlights.hpp"
#include "model/work_tables.hpp"

using namespace nahraum;
using course::Problem;

namespace {

model::Catalogue two_types() {
  model::Catalogue catalogue;
  model::ServiceType pharmacy;
  pharmacy.id = "G04";
  pharmacy.alias = "pharmacy";
  pharmacy.label = {"Apotheke", "Pharmacy"};
  model::ServiceType market = pharmacy;
  market.id = "N01";
  market.alias = "supermarket";
  market.label = {"Supermarkt", "Supermarket"};
  catalogue.types = {pharmacy, market};
  model::Profile rollator;
  rollator.id = "rollator";
  rollator.label = {"Mit Rollator", "With a rollator"};
  catalogue.profiles = {rollator};
  return catalogue;
}

const std::string sound = R"(
id: small
module: 2
title: {de: "Kurz", en: "Short"}
goal: {de: "Ziel", en: "Goal"}
minutes: 30
group_size: {from: 2, to: 3}
needs: [population, {service: pharmacy}]
figures:
  gap: {persons: {group: 80plus, service: pharmacy, profile: rollator, limit: 10min, within: no}}
  all: {persons: {group: 80plus}}
steps:
  - id: guess
    title: {de: "Schätzen", en: "Guess"}
    text: {de: "Von {all} …", en: "Of {all} …"}
    minutes: 5
    stage: {service: Supermarkt, hide: [names], map: whole_district}
    point_at: question
    ask: {number: {expect: gap, tolerance: 10%, unit: {de: "Menschen", en: "people"}}}
    solution: {de: "Es sind {gap}.", en: "It is {gap}."}
  - id: pins
    title: {de: "Nadeln", en: "Pins"}
    text: {de: "Setzen", en: "Set"}
    ask: {pins: {least: 2, most: 4, right_if: {value: {pins_in_gap: {step: pins, service: pharmacy, profile: rollator}}, at_least: 1}}}
  - id: wait
    title: {de: "Warten", en: "Wait"}
    text: {de: "Fragen", en: "Ask"}
    wait_for:
      - asking: {service: pharmacy, limit: 10min, scenario: any}
      - {value: gap, less_than: {answered: {step: guess}}}
)";

course::ReadExercise read(const std::string& text) {
  base::set_language(base::Language::english);
  return course::read_exercise(text, two_types());
}

std::string with(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// The only problem of a text.
Problem problem_of(const std::string& text) {
  const auto found = read(text);
  CHECK_FALSE(found.exercise);
  for (const auto& each : found.problems)
    INFO(course::to_text(each, "x"));
  REQUIRE(found.problems.size() == 1);
  return found.problems.front();
}

bool says(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

int line_with(const std::string& text, const std::string& part) {
  const auto at = text.find(part);
  REQUIRE(at != std::string::npos);
  return static_cast<int>(std::count(text.begin(), text.begin() + static_cast<long>(at), '\n')) + 1;
}

}  // namespace

TEST_CASE("a sound exercise is read with all that it says") {
  const auto found = read(sound);
  for (const auto& each : found.problems)
    FAIL_CHECK(course::to_text(each, "small.yaml"));
  REQUIRE(found.exercise);
  const auto& exercise = *found.exercise;
  CHECK(exercise.id == "small");
  CHECK(exercise.module == 2);
  CHECK(exercise.minutes == 30);
  CHECK(exercise.group_to == 3);
  REQUIRE(exercise.needs.size() == 2);
  CHECK(exercise.needs[1].service == "G04");
  REQUIRE(exercise.figure("gap"));
  const auto& gap = std::get<course::PersonsFigure>(exercise.figure("gap")->kind);
  CHECK(gap.who.group == course::Group::age_80);
  CHECK(gap.who.service == "G04");
  CHECK_FALSE(gap.within);
  CHECK(gap.who.limit == analysis::Limit{analysis::Limit::Kind::seconds, 600});
  REQUIRE(exercise.steps.size() == 3);
  const auto& guess = exercise.steps[0];
  CHECK(guess.stage->ask.service == "N01");  // by its German label
  CHECK(guess.stage->hide == std::vector<std::string>{"names"});
  CHECK(guess.stage->whole_district);
  const auto& number = std::get<course::AskNumber>(*guess.task);
  CHECK(number.expect == "gap");
  CHECK(number.tolerance_pct == 10);
  CHECK(course::placeholders(guess.text.de) == std::vector<std::string>{"all"});
  const auto& pins = std::get<course::AskMarks>(*exercise.steps[1].task);
  CHECK(pins.least == 2);
  CHECK(pins.right_if.size() == 1);
  REQUIRE(exercise.steps[2].wait.size() == 2);
  CHECK(std::get<course::Asking>(exercise.steps[2].wait[0]).scenario == "*");
  const auto& less = std::get<course::Compared>(exercise.steps[2].wait[1]);
  CHECK(less.by == course::Compared::By::less_than);
  const auto* then = exercise.figure(std::get<std::string>(less.with));
  REQUIRE(then);
  CHECK(std::get<course::AnsweredFigure>(then->kind).step == "guess");
}

TEST_CASE("what is wrong is told with its line and with what is allowed") {
  const auto key = with(sound, "solution: {de", "soluton: {de");
  const auto unknown = problem_of(key);
  CHECK(unknown.line == line_with(key, "soluton"));
  CHECK(says(unknown.what, "soluton"));
  CHECK(says(unknown.help, "did you mean “solution”?"));

  const auto service = with(sound, "service: pharmacy, profile: rollator, limit",
                            "service: farmacy, profile: rollator, limit");
  CHECK(problem_of(service).line == line_with(service, "farmacy"));

  const auto figure = problem_of(with(sound, "{de: \"Es sind {gap}.\", en: \"It is {gap}.\"}",
                                      "{de: \"Es sind {gapp}.\", en: \"It is {gapp}.\"}"));
  CHECK(says(figure.what, "gapp"));
}

TEST_CASE("each rule of an exercise is watched") {
  const std::pair<std::string, std::string> broken[] = {
      {"module: 2", "module: 9"},
      {"minutes: 30", "minutes: 3"},
      {"id: small", "id: Small Talk"},
      {"en: \"Goal\"", "en: \"\""},
      {"needs: [population", "needs: [popularity"},
      {"limit: 10min, within: no}}", "limit: ten, within: no}}"},
      {"within: no}}", "within: perhaps}}"},
      {"point_at: question", "point_at: everything"},
      {"hide: [names]", "hide: [dragons]"},
      {"tolerance: 10%", "tolerance: about"},
      {"expect: gap", "expect: gab"},
      {"id: pins", "id: guess"},
      {"answered: {step: guess}", "answered: {step: gues}"},
      {"at_least: 1}", "at_lest: 1}"},
      {"{pins: {least: 2", "{pints: {least: 2"},
      {"\"Of {all} …\"", "\"Of {gap} …\""},
      {"all: {persons: {group: 80plus}}", "all: {sum: [all, gap]}"},
      {"ask: {number:", "wait_for: {asking: {module: 2}}\n    ask: {number:"},
      {"title: {de: \"Kurz\", en: \"Short\"}", "title: Kurz"},
      {"group_size: {from: 2", "group_size: {from: 0"},
      {"all: {persons: {group: 80plus}}", "all: {notes: {kind: nmber}}"},
      {"all: {persons: {group: 80plus}}", "all: {views: {kind: point}}"},
      {"asking: {service: pharmacy", "asking: {indicator: share_81, service: pharmacy"},
      {"all: {persons: {group: 80plus}}", "all: {rows: {table: actor}}"},
      {"all: {persons: {group: 80plus}}", "all: {rows: {where: {sector: informal}}}"},
      {"all: {persons: {group: 80plus}}", "all: {rows: {table: actors, where: {sektor: state}}}"},
      {"all: {persons: {group: 80plus}}", "all: {rows: {table: actors, where: {sector: formal}}}"},
      {"all: {persons: {group: 80plus}}",
       "all: {rows: {table: actors, where: {name: {at_least: 3}}}}"},
      {"all: {persons: {group: 80plus}}", "all: {rows: {table: actors, filled: nextstep}}"},
      {"all: {persons: {group: 80plus}}", "all: {rows: {table: ties, filled: at}}"},
      {"all: {persons: {group: 80plus}}", "all: {rows: {table: costs, sum: title}}"},
      {"all: {persons: {group: 80plus}}", "all: {rows: {table: costs, sum: amount, mean: year}}"},
      {"all: {persons: {group: 80plus}}", "all: {network: {tell: lonely}}"},
      {"all: {persons: {group: 80plus}}", "all: {network: {}}"},
      {"all: {persons: {group: 80plus}}", "all: {stress: {service: pharmacy}}"},
      {"all: {persons: {group: 80plus}}",
       "all: {stress: {service: pharmacy, profile: rollator, without: everything}}"},
  };
  for (const auto& [from, to] : broken) {
    INFO(from << " → " << to);
    const auto found = read(with(sound, from, to));
    CHECK_FALSE(found.exercise);
    CHECK_FALSE(found.problems.empty());
    for (const auto& each : found.problems)
      CHECK_FALSE(each.what.empty());
  }
}

TEST_CASE("figures of the course's work are read with their filters and with what they tell") {
  const auto found =
      read(with(sound, "all: {persons: {group: 80plus}}", R"(all: {rows: {table: actors}}
  free: {rows: {table: actors, where: {sector: [informal, nonprofit]}, filled: [next_step, at]}}
  grave: {rows: {table: findings, where: {severity: {at_least: 2, at_most: 3}}, missing: photo}}
  euros: {rows: {table: costs, where: {year: 2028}, sum: amount}}
  alone: {network: {tell: isolated}}
  lost: {stress: {service: pharmacy, profile: rollator, without: service, tell: name}})"));
  for (const auto& each : found.problems)
    FAIL_CHECK(course::to_text(each, "work.yaml"));
  REQUIRE(found.exercise);
  const auto rows = [&](const char* name) {
    return std::get<course::RowsFigure>(found.exercise->figure(name)->kind);
  };
  using By = course::RowTest::By;
  CHECK(rows("all").where.empty());
  REQUIRE(rows("free").where.size() == 3);
  CHECK(rows("free").where[0].values == std::vector<std::string>{"informal", "nonprofit"});
  CHECK(rows("free").where[2].by == By::filled);
  CHECK(rows("free").where[2].column == "at");
  REQUIRE(rows("grave").where.size() == 3);
  CHECK(rows("grave").where[1].by == By::at_most);
  CHECK(rows("grave").where[1].bound == 3);
  CHECK(rows("euros").tell == course::RowsFigure::Tell::sum);
  CHECK(rows("euros").column == "amount");
  CHECK(std::get<course::WorkFigure>(found.exercise->figure("alone")->kind).tell == "isolated");
  CHECK_FALSE(std::get<course::StressFigure>(found.exercise->figure("lost")->kind).provider);
  const auto wrong =
      problem_of(with(sound, "all: {persons: {group: 80plus}}", "all: {matrix: {tell: angry}}"));
  CHECK(says(wrong.help, "disputed"));
}

TEST_CASE("all problems are listed, not only the first, in the order of their lines") {
  auto text = with(sound, "module: 2", "module: 9");
  text = with(text, "point_at: question", "point_at: sentense");
  text = with(text, "at_least: 1}", "at_lest: 1}");
  const auto found = read(text);
  REQUIRE(found.problems.size() >= 3);
  CHECK(std::is_sorted(found.problems.begin(), found.problems.end(),
                       [](const Problem& a, const Problem& b) { return a.line < b.line; }));
  for (const auto* part : {"module: 9", "sentense", "at_lest"}) {
    const int line = line_with(text, part);
    CHECK(std::any_of(found.problems.begin(), found.problems.end(),
                      [&](const Problem& each) { return each.line == line; }));
  }
}

TEST_CASE("hostile YAML ends with one problem and without a flood") {
  std::string bomb = "a0: &a0 [x, x]\n";
  for (int i = 1; i < 40; ++i)
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + std::to_string(i - 1) +
            ", *a" + std::to_string(i - 1) + "]\n";
  CHECK(says(problem_of(bomb).what, "References"));
  CHECK(says(problem_of(std::string(5000, '[')).what, "too deep"));
  CHECK(says(problem_of("id: " + std::string(course::longest_value + 1, 'x')).what, "longer"));
  CHECK(says(problem_of(std::string(course::most_bytes + 1, 'x')).what, "too large"));
  CHECK(says(problem_of("id: \xff\xfe").what, "UTF-8"));
  std::string many = "steps:\n";
  while (many.size() < course::most_bytes / 2)
    many += "  - 1\n";
  CHECK(says(problem_of(many).what, "more than"));
  CHECK(problem_of("id: \"open").line > 0);
  CHECK_FALSE(read("").exercise);
  CHECK_FALSE(read("just words").exercise);
}

TEST_CASE("a file that was damaged anywhere is refused or read, never worse") {
  std::mt19937 random(20261127);
  const std::string bits = "{}[]:,&*!|>\"'%@#-\n\t 0azÿ";
  int refused = 0;
  for (int i = 0; i < 3000; ++i) {
    auto text = sound;
    for (int k = 0; k < 3; ++k) {
      const auto at = random() % text.size();
      if (random() % 2 == 0) {
        text[at] = bits[random() % bits.size()];
      } else {
        text.erase(at, random() % 20);
      }
    }
    const auto found = read(text);
    CHECK(found.exercise.has_value() == found.problems.empty());
    refused += found.exercise ? 0 : 1;
  }
  CHECK(refused > 1000);
}

TEST_CASE("texts take values in the place of names, and what is no name stays") {
  const auto shout = [](const course::Placeholder& each) {
    return each.with("<" + each.name + ">", each.name == "a");
  };
  CHECK(course::with_values("von {a} und {b}", shout) == "von <a> und <b>");
  CHECK(course::with_values("ohne", shout) == "ohne");
  CHECK(course::with_values("offen {a", shout) == "offen {a");
  CHECK(course::with_values("{a|Mensch wohnt|Menschen wohnen} dort", shout) ==
        "<a> Mensch wohnt dort");
  CHECK(course::with_values("{b|Mensch wohnt|Menschen wohnen} dort", shout) ==
        "<b> Menschen wohnen dort");
  CHECK(course::placeholders("{a|one|many} of {b}") == std::vector<std::string>{"a", "b"});
  CHECK(course::counted("Stunden", true) == "Stunden");
}

TEST_CASE("answers are read for the steps of their exercise") {
  const auto exercise = *read(sound).exercise;
  const auto answers = course::read_script(R"(
exercise: small
steps:
  guess: {number: 12, expect: wrong}
  pins: {pins: [[8.42, 51.85], [460000, 5745000]]}
  wait:
    do:
      - ask: {service: pharmacy, limit: 10min}
      - open: {service: pharmacy, at: {gap: {service: pharmacy, profile: rollator, count: 2}}}
)",
                                           exercise, two_types());
  for (const auto& each : answers.problems)
    FAIL_CHECK(course::to_text(each, "answers.yaml"));
  REQUIRE(answers.script);
  CHECK(answers.script->steps.at("guess").value == "12");
  CHECK(answers.script->steps.at("guess").expect == "wrong");
  CHECK(answers.script->steps.at("wait").deeds.size() == 2);
  const auto wrong =
      course::read_script("exercise: other\nsteps: {gues: {number: 1}}\n", exercise, two_types());
  CHECK(wrong.problems.size() == 2);
  CHECK(says(wrong.problems[1].help, "guess"));
}

TEST_CASE("rows of the course's work are written by the columns of their table") {
  const auto exercise = *read(sound).exercise;
  const auto rows = [&](const std::string& body) {
    return course::read_script("exercise: small\nsteps: {wait: {do: {rows: " + body + "}}}\n",
                               exercise, two_types());
  };
  const auto sound_rows = rows(
      "{table: measures, add: [{title: Bank, cost: 1200, start: 2027-03-01, after: [1, 2]}, "
      "{title: Rampe, status: planned}], at: [[8.42, 51.85]]}");
  for (const auto& each : sound_rows.problems)
    FAIL_CHECK(course::to_text(each, "answers.yaml"));
  REQUIRE(sound_rows.script);
  const auto& deed = std::get<course::AddRows>(sound_rows.script->steps.at("wait").deeds[0]);
  REQUIRE(deed.rows.size() == 2);
  const auto measure = model::from_record<model::Measure>(deed.rows[0]);
  CHECK(measure.title == "Bank");
  CHECK(measure.cost == 1200);
  CHECK(measure.after == model::Ids{1, 2});
  CHECK(model::from_record<model::Measure>(deed.rows[1]).status == "planned");
  for (const auto* wrong :
       {"{table: measure, add: [{title: Bank}]}", "{table: measures, add: [{titel: Bank}]}",
        "{table: measures, add: [{start: 2027-02-30}]}", "{table: measures, add: [{cost: dear}]}",
        "{table: measures, add: [{status: perhaps}]}", "{table: measures, add: [{after: [one]}]}",
        "{table: measures}", "{table: ties, add: [{from: 1, to: 2}], at: [[8.42, 51.85]]}"}) {
    INFO(wrong);
    CHECK(rows(wrong).problems.size() == 1);
  }
}

TEST_CASE("every spotlight has a name of its own") {
  for (const auto& each : course::spotlights())
    CHECK(course::find_spotlight(each.id) == &each);
  CHECK_FALSE(course::find_spotlight("nothing"));
}
