#include <algorithm>

#include <catch2/catch.hpp>

#include "base/translate.hpp"
#include "scene/sheet_certainty.hpp"
#include "scene/sheet_places.hpp"
#include "tests/golden/golden.hpp"
#include "tests/scene/small_town.hpp"

using namespace nahraum;
using namespace nahraum::scene;

namespace {

SheetResult result_with(const model::Catalogue& catalogue, std::vector<Band> bands, long covered) {
  SheetResult result;
  result.type = catalogue.types[0];
  result.profile = catalogue.profiles[0];
  result.limit = {analysis::Limit::Kind::seconds, 600};
  result.coverage.type = "G04";
  result.coverage.profile = "rollator";
  result.coverage.limit = result.limit;
  result.coverage.all = {195, covered, 195 - covered, 0, 0, {}, {}, {}, {}, {}};
  result.coverage.age_80 = {31, covered / 6, 31 - covered / 6, 0, 0, {}, {}, {}, {}, {}};
  result.coverage.homes = 3;
  result.coverage.services = 1;
  result.reach = tests::small_reach();
  result.bands = std::move(bands);
  return result;
}

SheetSpan small_span(const model::Catalogue& catalogue) {
  const analysis::Limit limit{analysis::Limit::Kind::seconds, 600};
  SheetSpan span{result_with(catalogue, {{limit, tests::block(90, 90, 200, 150)}}, 66),
                 result_with(catalogue, {{limit, tests::block(40, 60, 300, 220)}}, 135)};
  // The cautious answer loses the second home, which the optimistic one has within the limit.
  span.cautious.reach[1].cost = base::Millis(900 * 1000);
  return span;
}

SheetPlaces four_places() {
  SheetPlaces list;
  list.heading = "Obstacles";
  list.heads = {"gain", "80+"};
  list.sign_name = "Obstacle";
  list.plate = Plate::octagon;
  list.tint = color("#2b2a33");
  list.partly = "{shown} of {all}.";
  list.all = 9;
  list.places = {{tests::at(210, 230), "Steps: Hauptstraße", {"120", "30"}},
                 {tests::at(214, 231), "Raised kerb: Hauptstraße", {"54", "< 5"}},
                 {std::nullopt, "Somewhere", {"40", "–"}},
                 {tests::at(100, 140), "Narrow way: Lindenweg", {"8", "–"}}};
  return list;
}

Sheet print(SheetAnswer answer, const model::Catalogue& catalogue, SheetSpec spec) {
  base::set_language(base::Language::english);
  SheetContent content;
  content.project = std::make_shared<const model::Project>(tests::small_town());
  content.catalogue = &catalogue;
  content.answer = std::move(answer);
  spec.print_date = "2026-11-22";
  return sheet(content, spec, tests::plain_measure);
}

SheetAnswer obstacles(const model::Catalogue& catalogue) {
  base::set_language(base::Language::english);
  const auto town = tests::small_town();
  const auto result = result_with(
      catalogue, {{{analysis::Limit::Kind::seconds, 600}, tests::block(40, 60, 300, 220)}}, 135);
  SheetAnswer answer;
  answer.topic = "Obstacles";
  answer.sentence = "Without the steps (Hauptstraße), 120 people more reach a pharmacy.";
  answer.list = four_places();
  draw(coverage_ground(town, result, light_style(catalogue)), answer);
  answer.facts = facts_of({{"method", "Method", "One by one.", "assumption"},
                           {"dates", "Date of data", "said anyhow", ""}});
  answer.types = {"G04"};
  return answer;
}

/// Homes by what changes, stretches of both classes, and points.
SheetAnswer difference(const model::Catalogue& catalogue) {
  base::set_language(base::Language::english);
  const auto town = tests::small_town();
  const auto style = light_style(catalogue);
  MapAnswer map;
  add_homes(town, {0, 1, 2, -1},
            {{still_gap_homes(style), "Beyond before and after"},
             {lost_homes(style), "Homes that lose"},
             {gained_homes(style), "Homes that gain"}},
            map);
  const std::vector<Stretch> stretches{{{tests::at(-60, 130), tests::at(170, 140)}, false},
                                       {{tests::at(170, 140), tests::at(460, 155)}, true}};
  map.add({stretches_layer(stretches, style)}, stretch_signs(stretches, "Long", "Longer", style));
  Symbol seat;
  seat.size_mm = 1.7;
  seat.plate = Plate::square;
  add_points("seats", {tests::at(170, 150)}, seat, "Seat", map);
  SheetAnswer answer;
  answer.topic = "Before and after";
  answer.sentence = "21 people gain.";
  answer.people = {{"People", "before", "after"}, {{"all ages", "60", "81"}}};
  draw(std::move(map), answer);
  return answer;
}

std::string all_text(const Sheet& sheet) {
  std::string all;
  for (const auto& layer : sheet.list.frames[1].layers) {
    for (const auto& item : layer->items) {
      if (const auto* text = std::get_if<Text>(&item)) all += text->text + "\n";
    }
  }
  return all;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the sure core and the uncertain band stand apart on map, legend and table") {
  const auto catalogue = tests::small_catalogue();
  base::set_language(base::Language::english);
  const auto answer = certainty_answer(tests::small_town(), catalogue, small_span(catalogue));
  CHECK(answer.sentence ==
        "At least 11 and at most 22 of 31 people aged 80 and over reach a pharmacy in 10 minutes "
        "(with a rollator): between them it depends on what nobody has mapped.");
  REQUIRE(answer.people.rows.size() == 2);
  CHECK(answer.people.rows[0] ==
        std::vector<std::string>{"all ages", "195", "66", "69", "60", "0"});
  std::string signs;
  for (const auto& sign : answer.signs)
    signs += sign.name + ";";
  CHECK(has(signs, "Reached for sure;Reached only if missing tags are good;"));
  CHECK(has(signs, "Homes for which missing tags decide;"));
  CHECK(has(answer.facts[1].text, "missing tags"));
}

TEST_CASE("a span that would tell a few people is not told") {
  const auto catalogue = tests::small_catalogue();
  base::set_language(base::Language::english);
  auto span = small_span(catalogue);
  auto& kept = span.cautious.coverage.age_80;
  kept = {};
  kept.total = kept.covered = kept.gap = kept.not_assessable = -1;
  const auto answer = certainty_answer(tests::small_town(), catalogue, span);
  CHECK(has(answer.sentence, "At most 22 of 31"));
  CHECK(has(answer.sentence, "cannot be told"));
  CHECK(answer.people.rows[1] == std::vector<std::string>{"80 and over", "31", "–", "–", "9", "0"});
}

TEST_CASE("marks keep clear of each other and of symbols, and stay on the map") {
  geo::Box frame;
  frame.add(tests::at(0, 0));
  frame.add(tests::at(420, 300));
  auto list = four_places();
  list.places.push_back({tests::at(419, 299), "At the corner", {}});
  list.places.push_back({tests::at(900, 900), "Off the map", {}});
  const std::vector<geo::Point> symbols{tests::at(100, 142)};
  const auto marks = place_marks(list, 6, symbols, 5.2, frame, 2000);
  REQUIRE(marks.size() == 4);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    CHECK(frame.grown(-mark_mm).contains(marks[i].mark));
    CHECK(geo::distance(marks[i].mark, symbols[0]) >= (mark_mm + 5.2) / 2 * 2);
    for (std::size_t j = 0; j < i; ++j)
      CHECK(geo::distance(marks[i].mark, marks[j].mark) >= mark_mm * 2);
  }
}

TEST_CASE("a small paper shows the first places and says that there are more") {
  const auto catalogue = tests::small_catalogue();
  auto answer = obstacles(catalogue);
  for (int i = 0; i < 36; ++i)
    answer.list.places.push_back({tests::at(200, 100 + i), "Kerb", {"5", "–"}});
  answer.list.all = 40;
  const auto made = print(answer, catalogue, *sheet_spec("A4", true, 4000));
  CHECK(made.warnings.empty());
  const auto text = all_text(made);
  CHECK(has(text, "Steps: Hauptstraße"));
  CHECK(has(text, " of 40."));
  CHECK_FALSE(has(text, "\n40\n–"));
}

TEST_CASE("what every sheet says anyhow is not said twice") {
  const auto facts = facts_of({{"method", "Method", "One by one.", "assumption"},
                               {"dates", "Date of data", "2021", ""},
                               {"sources", "Sources", "OSM", ""}});
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].text == "One by one. (assumption)");
}

TEST_CASE("sheets of answers as text") {
  const auto catalogue = tests::small_catalogue();
  base::set_language(base::Language::english);
  const auto span = certainty_answer(tests::small_town(), catalogue, small_span(catalogue));
  const auto a4 = *sheet_spec("A4", true, 4000);
  tests::check_golden("sheet_certainty.txt", to_text(print(span, catalogue, a4).list));
  tests::check_golden("sheet_places.txt", to_text(print(obstacles(catalogue), catalogue, a4).list));
  const auto portrait = *sheet_spec("A4", false, 4000);
  tests::check_golden("sheet_difference.txt",
                      to_text(print(difference(catalogue), catalogue, portrait).list));
}
