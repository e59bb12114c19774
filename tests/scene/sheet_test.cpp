#include "scene/sheet.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "base/translate.hpp"
#include "scene/legend.hpp"
#include "scene/sheet_coverage.hpp"
#include "tests/golden/golden.hpp"
#include "tests/scene/small_town.hpp"

using namespace nahraum;
using namespace nahraum::scene;

namespace {

SheetResult pharmacy_result(const model::Catalogue& catalogue) {
  SheetResult result;
  result.type = catalogue.types[0];
  result.profile = catalogue.profiles[0];
  result.limit = {analysis::Limit::Kind::seconds, 600};
  result.coverage.type = "G04";
  result.coverage.profile = "rollator";
  result.coverage.limit = result.limit;
  result.coverage.all = {195, 135, 60, 0, 0, {}, {}, {}, {}, {}};
  result.coverage.age_80 = {31, 22, 9, 0, 0, {}, {}, {}, {}, {}};
  result.coverage.homes = 3;
  result.coverage.homes_gap = 1;
  result.coverage.services = 1;
  result.reach = tests::small_reach();
  result.bands = {{{analysis::Limit::Kind::seconds, 300}, tests::block(180, 120, 100, 80)},
                  {result.limit, tests::block(40, 60, 300, 220)}};
  result.missing.surface = 0.42;
  return result;
}

struct Made {
  model::Catalogue catalogue = tests::small_catalogue();
  Sheet sheet;
};

Made make(SheetSpec spec, bool with_result = true) {
  base::set_language(base::Language::english);
  Made made;
  SheetContent content;
  content.project = std::make_shared<const model::Project>(tests::small_town());
  content.catalogue = &made.catalogue;
  if (with_result)
    content.answer =
        coverage_answer(*content.project, made.catalogue, pharmacy_result(made.catalogue));
  spec.print_date = "2026-11-22";
  spec.author = "Amt für Soziales";
  made.sheet = sheet(content, spec, tests::plain_measure);
  return made;
}

SheetSpec a3(double denominator = 2000) {
  return *sheet_spec("A3", true, denominator);
}

std::vector<Text> texts(const Sheet& sheet) {
  std::vector<Text> all;
  for (const auto& layer : sheet.list.frames[1].layers) {
    for (const auto& item : layer->items) {
      if (const auto* text = std::get_if<Text>(&item)) all.push_back(*text);
    }
  }
  return all;
}

bool says(const Sheet& sheet, std::string part) {
  const auto all = texts(sheet);
  return std::any_of(all.begin(), all.end(), [&](const Text& t) {
    auto plain = t.text;  // numbers keep their unit by a no-break space
    for (auto at = plain.find("\u00a0"); at != std::string::npos; at = plain.find("\u00a0")) {
      plain.replace(at, 2, " ");
    }
    return plain.find(part) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("a sheet carries everything that makes it defensible") {
  const auto made = make(a3());
  for (const char* part : {"Kleinstadt",                                     // title and place
                           "Pharmacy: within 10 minutes · With a rollator",  // topic
                           "9 of 31 people aged 80 and over (29 %)",         // the sentence
                           "streets and places 2021-08-01; printed 2026-11-22", "Legend",
                           "1:2,000 on A3", "N", "grid north", "ETRS89 / UTM zone 32N (EPSG:25832)",
                           "Amt für Soziales", "© OpenStreetMap contributors, ODbL 1.0", "Draft",
                           "Informal planning", "0.65 m/s (from the literature: Mundt et al. 2019)",
                           "assumption", "42 %", "Missing is unknown", "Not assessable"}) {
    INFO(part);
    CHECK(says(made.sheet, part));
  }
}

TEST_CASE("no text is smaller than 7 pt or off the page, on any paper") {
  for (const char* paper : {"A4", "A3", "A1"}) {
    for (const bool landscape : {true, false}) {
      const auto made = make(*sheet_spec(paper, landscape, 4000));
      INFO(paper << " " << landscape);
      for (const auto& text : texts(made.sheet)) {
        CHECK(text.size_pt >= 7);
        const auto size = tests::plain_measure(text);
        const double left = text.align == Align::right    ? text.at.x - size.width_mm
                            : text.align == Align::centre ? text.at.x - size.width_mm / 2
                                                          : text.at.x;
        CHECK(left >= 0);
        CHECK(left + size.width_mm <= made.sheet.list.width_mm);
        CHECK(text.at.y - size.ascent_mm >= 0);
        CHECK(text.at.y - size.ascent_mm + size.height_mm <= made.sheet.list.height_mm);
      }
    }
  }
}

TEST_CASE("paper has its size and the scale is the one asked for") {
  const auto made = make(a3(2000));
  CHECK(made.sheet.list.width_mm == 420);
  CHECK(made.sheet.list.height_mm == 297);
  const auto& map = made.sheet.list.frames[0];
  CHECK(geo::distance(to_page(map, tests::at(0, 0)), to_page(map, tests::at(100, 0))) ==
        Approx(50));
}

TEST_CASE(
    "a district that does not fit is printed in part, and the caller is told what would fit") {
  CHECK(make(a3(2000)).sheet.warnings.empty());
  const auto made = make(a3(1000));
  REQUIRE(made.sheet.warnings.size() == 1);
  CHECK(made.sheet.warnings[0].find("1:1,000") != std::string::npos);
  CHECK(made.sheet.warnings[0].find("1:2,000") != std::string::npos);
  // … and so is the reader.
  CHECK(says(made.sheet, "the figures are those of the whole"));
  CHECK_FALSE(says(make(a3(2000)).sheet, "the figures are those of the whole"));
}

TEST_CASE("the legend names what can be seen, and nothing else") {
  const auto catalogue = tests::small_catalogue();
  const auto town = tests::small_town();
  LegendRequest request;
  request.types = {"G04", "N03"};
  request.denominator = 5000;
  const auto names = [&](double x1, double y1, double x2, double y2) {
    request.visible = {};
    request.visible.add(tests::at(x1, y1));
    request.visible.add(tests::at(x2, y2));
    std::string all;
    for (const auto& row : legend_rows(town, catalogue, light_style(), request))
      all += row.name + ";";
    return all;
  };
  base::set_language(base::Language::english);
  CHECK(names(0, 0, 420, 300) ==
        "Pharmacy;Residential building;Other building;Park, green space;Water;Footpath;Steps;"
        "Study area;");
  CHECK(names(0, 100, 120, 200) == "Residential building;");  // the outline lies beyond
}

TEST_CASE("small counts are masked in the table too") {
  Made made;
  base::set_language(base::Language::english);
  SheetContent content;
  content.project = std::make_shared<const model::Project>(tests::small_town());
  content.catalogue = &made.catalogue;
  auto result = pharmacy_result(made.catalogue);
  result.coverage.age_80 = {26, 23, 3, 0, 0, {}, {}, {}, {}, {}};
  content.answer = coverage_answer(*content.project, made.catalogue, result);
  made.sheet = sheet(content, a3(), tests::plain_measure);
  // The total stands in every list of residents: what it would tell by subtraction is kept back.
  CHECK(says(made.sheet, "< 5"));
  CHECK(says(made.sheet, "26"));
  CHECK_FALSE(says(made.sheet, "23"));
  CHECK(says(made.sheet, "Fewer than 5 people aged 80 and over"));
}

TEST_CASE("without a scale the whole district fits, at the largest usual scale") {
  Made made;
  base::set_language(base::Language::english);
  SheetContent content;
  content.project = std::make_shared<const model::Project>(tests::small_town());
  content.catalogue = &made.catalogue;
  SheetSpec spec = a3();
  spec.denominator = 0;
  made.sheet = sheet(content, spec, tests::plain_measure);
  CHECK(made.sheet.warnings.empty());
  const auto& map = made.sheet.list.frames.front();
  CHECK(map.view.denominator == 2000);
}

TEST_CASE("unknown papers and scales are refused") {
  CHECK_FALSE(sheet_spec("A9", true, 5000));
  CHECK_FALSE(sheet_spec("A3", true, 12));
  CHECK(sheet_spec("a4", false, 5000)->paper == "A4");
}

TEST_CASE("sheets as text") {
  tests::check_golden("sheet_a3_landscape.txt", to_text(make(a3()).sheet.list));
  tests::check_golden("sheet_a4_portrait.txt",
                      to_text(make(*sheet_spec("A4", false, 4000), false).sheet.list));
}

TEST_CASE("a sheet lists numbered notes and photos, and says that corrections are in force") {
  base::set_language(base::Language::english);
  auto town = tests::small_town();
  auto photo = std::make_shared<model::Photo>();
  photo->name = "ecke.jpg";
  photo->preview = std::make_shared<const model::Image>(model::Image{2, 1, {255, 0, 0, 0, 0, 255}});
  town.notes = {{1, model::NoteKind::number, {tests::at(100, 100)}, "Bank fehlt"},
                {2, model::NoteKind::photo, {tests::at(200, 150)}, "", {photo}}};
  town.corrections = {{1, model::AddBench{tests::at(150, 150)}, "", ""},
                      {2, model::AddBench{tests::at(160, 150)}, "", ""},
                      {3, model::AddRamp{4711}, "", ""}};
  town.info.corrected = true;
  town.info.unfit = {3};
  const auto catalogue = tests::small_catalogue();
  SheetContent content;
  content.project = std::make_shared<const model::Project>(town);
  content.catalogue = &catalogue;
  const auto made = sheet(content, a3(), tests::plain_measure);
  CHECK(says(made, "Bank fehlt"));
  CHECK(says(made, "ecke.jpg"));
  CHECK(says(made, "2 corrections of the map data are in force: New bench (2)."));
  CHECK(says(made, "1 does not fit the data and is left out."));
  CHECK(says(made, "New bench (correction)"));
  CHECK(to_text(made.list).find("photo 2x1") != std::string::npos);
}
