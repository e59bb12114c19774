#include "scene/sentence.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "base/translate.hpp"
#include "model/disclosure.hpp"
#include "scene/german_objects.hpp"
#include "tests/scene/small_town.hpp"

using namespace nahraum;
using namespace nahraum::scene;

namespace {

analysis::Coverage coverage_of(long covered, long gap, long not_assessable) {
  analysis::Coverage c;
  c.type = "G04";
  c.profile = "rollator";
  c.limit = {analysis::Limit::Kind::seconds, 600};
  c.age_80 = {covered + gap + not_assessable, covered, gap, not_assessable, 0, {}, {}, {}, {}, {}};
  c.services = 2;
  return c;
}

std::string said(const analysis::Coverage& coverage) {
  base::set_language(base::Language::english);
  const auto catalogue = tests::small_catalogue();
  return sentence(coverage, catalogue.types[0], catalogue.profiles[0], 5);
}

}  // namespace

TEST_CASE("a gap is said with persons and share of those who can be assessed") {
  CHECK(said(coverage_of(892, 312, 45)) ==
        "312 of 1,204 people aged 80 and over (26 %) reach no pharmacy in 10 minutes (with a "
        "rollator).");
}

TEST_CASE("which way counts is said with the walker") {
  auto coverage = coverage_of(892, 312, 45);
  coverage.way = analysis::Way::both;
  CHECK(said(coverage).ends_with("in 10 minutes (with a rollator, there as well as back)."));
  coverage.way = analysis::Way::from;
  CHECK(said(coverage).ends_with("in 10 minutes (with a rollator, on the way home)."));
}

TEST_CASE("no gap, nothing but gap, and nobody who can be assessed are said plainly") {
  CHECK(said(coverage_of(40, 0, 0)) ==
        "All 40 people aged 80 and over reach a pharmacy in 10 minutes (with a rollator).");
  CHECK(said(coverage_of(0, 40, 0)) ==
        "None of the 40 people aged 80 and over reach a pharmacy in 10 minutes (with a rollator).");
  CHECK(said(coverage_of(0, 0, 40)) ==
        "Whether people aged 80 and over reach a pharmacy in 10 minutes cannot be assessed (with a "
        "rollator).");
}

TEST_CASE("small counts are masked, with all that would tell them") {
  CHECK(said(coverage_of(80, 3, 0)) ==
        "Fewer than 5 people aged 80 and over reach no pharmacy in 10 minutes (with a rollator).");
  CHECK(said(coverage_of(80, 1, 0)) == said(coverage_of(80, 3, 0)));
  CHECK(said(coverage_of(2, 80, 0)) ==
        "Fewer than 5 people aged 80 and over reach a pharmacy in 10 minutes (with a rollator).");
  CHECK(said(coverage_of(618, 429, 4)) ==
        "618 people aged 80 and over reach a pharmacy in 10 minutes (with a rollator).");
  CHECK(said(coverage_of(100, 80, 1)).find("180") == std::string::npos);
  CHECK(persons_text(0, 5) == "0");
  CHECK(persons_text(4, 5) == "fewer than 5");
  CHECK(persons_text(5, 5) == "5");
  CHECK(persons_text(-1, 5) == "–");
}

TEST_CASE("the sentence tells no count that a table beside it keeps back") {
  CHECK(rc::check("random figures", [] {
    const auto some = [] {
      return *rc::gen::oneOf(rc::gen::inRange(0, 12), rc::gen::inRange(0, 900));
    };
    const long covered = some(), gap = some(), not_assessable = some();
    const auto text = said(coverage_of(covered, gap, not_assessable));
    const auto shown = model::may_show_parts({covered, gap, not_assessable}, 5);
    const auto told = [&](long count) {
      return text.starts_with(std::to_string(count) + " ") ||
             text.find(" " + std::to_string(count) + " people") != std::string::npos;
    };
    if (gap > 12 && gap != covered && gap != covered + gap && told(gap)) RC_ASSERT(shown[1]);
    if (covered > 12 && covered != gap && told(covered)) RC_ASSERT(shown[0]);
    if (covered + gap > 12 && told(covered + gap) && covered + gap != gap &&
        covered + gap != covered)
      RC_ASSERT(shown[0] && shown[1]);
  }));
}

TEST_CASE("without residents, home addresses are counted") {
  auto c = coverage_of(0, 0, 0);
  c.homes = 10;
  c.homes_covered = 7;
  c.homes_gap = 3;
  c.limit = {analysis::Limit::Kind::metres, 500};
  CHECK(said(c) ==
        "3 of 10 home addresses (30 %) reach no pharmacy on a walk of 500 m (with a rollator).");
}

TEST_CASE("the headline speaks of the oldest whose number is known") {
  auto c = coverage_of(1, 2, 3);
  CHECK(headline_group(c) == AgeGroup::age_80);
  c.age_80.total = -1;
  c.age_65.total = 12;
  CHECK(headline_group(c) == AgeGroup::age_65);
  c.age_65.total = 0;
  CHECK(headline_group(c) == AgeGroup::all);
}

TEST_CASE("shares never claim more than is so") {
  base::set_language(base::Language::english);
  CHECK(share_text(1, 3) == "33 %");
  CHECK(share_text(1, 1000) == "under 1 %");
  CHECK(share_text(999, 1000) == "over 99 %");
  CHECK(share_text(1000, 1000) == "100 %");
  CHECK(share_text(0, 9) == "0 %");
}

TEST_CASE("estimated residents and what cannot be assessed are part of the whole sentence") {
  base::set_language(base::Language::english);
  auto town = tests::small_town();
  town.homes[1].basis = model::PopulationBasis::assumed;
  const auto text = sentence(coverage_of(892, 312, 45), tests::small_catalogue(), town);
  CHECK(text.find("another 45 people") != std::string::npos);
  CHECK(text.find("assumption") != std::string::npos);
}

TEST_CASE("beside a gap of a few people nobody is told how many cannot be assessed") {
  base::set_language(base::Language::english);
  const auto catalogue = tests::small_catalogue();
  const model::Project project;
  const auto told = [&](long covered, long gap, long not_assessable) {
    return joined(remarks(coverage_of(covered, gap, not_assessable), catalogue, project));
  };
  CHECK(told(500, 3, 40).find("For some more it cannot be assessed") != std::string::npos);
  CHECK(told(500, 3, 40).find("40") == std::string::npos);
  CHECK(told(500, 3, 4).find("fewer than 5 people") != std::string::npos);
  CHECK(told(500, 30, 40).find("another 40 people") != std::string::npos);
}

TEST_CASE("homes without a way tell neither a gap kept back nor the few of it that have one") {
  base::set_language(base::Language::english);
  const auto catalogue = tests::small_catalogue();
  const model::Project project;
  const auto told = [&](long gap, long not_assessable, long without_way) {
    auto coverage = coverage_of(618, gap, not_assessable);
    coverage.age_80.without_way = without_way;
    return joined(remarks(coverage, catalogue, project));
  };
  CHECK(told(429, 0, 429).find("the homes of 429 of them") != std::string::npos);
  CHECK(told(429, 0, 400).find("the homes of 400 of them") != std::string::npos);
  for (const auto& text : {told(429, 4, 429), told(429, 0, 427)}) {
    CHECK(text.find("the homes of some") != std::string::npos);
    CHECK(text.find("42") == std::string::npos);
  }
}

TEST_CASE("a service that the data do not name at all may be there all the same") {
  base::set_language(base::Language::english);
  auto coverage = coverage_of(0, 40, 0);
  coverage.services = 0;
  const auto all = remarks(coverage, tests::small_catalogue(), {});
  REQUIRE(all.size() == 1);
  CHECK(all[0] == "The data name no pharmacy here or around: check whether that is true.");
  CHECK(remarks(coverage_of(0, 40, 0), tests::small_catalogue(), {}).empty());
}

TEST_CASE("homes from which no way leads there are told when they are more than a few") {
  base::set_language(base::Language::english);
  auto coverage = coverage_of(100, 40, 0);
  coverage.age_80.without_way = 4;
  CHECK(remarks(coverage, tests::small_catalogue(), {}).empty());
  coverage.age_80.without_way = 12;
  const auto all = remarks(coverage, tests::small_catalogue(), {});
  REQUIRE(all.size() == 1);
  CHECK(all[0].find("homes of 12 of them") != std::string::npos);
}

TEST_CASE("German knows the gender of what is missing") {
  CHECK(german_none("G04") == "keine Apotheke");
  CHECK(german_none("N01") == "keinen Supermarkt");
  CHECK(german_none("G05") == "kein Krankenhaus");
  CHECK(german_none("X99").empty());
  CHECK(german_one_more("G04") == "Eine zusätzliche Apotheke");
  CHECK(german_one_more("N01") == "Ein zusätzlicher Supermarkt");
  CHECK(german_one_more("N02") == "Ein zusätzlicher kleiner Lebensmittelladen");
  CHECK(german_one_more("G05") == "Ein zusätzliches Krankenhaus");
  CHECK(german_one_more("X99").empty());
}

TEST_CASE("German sentences agree in case and number") {
  const auto in_german = [](const analysis::Coverage& coverage) {
    base::set_language(base::Language::german);
    const auto catalogue = tests::small_catalogue();
    auto text = sentence(coverage, catalogue.types[0], catalogue.profiles[0], 5);
    const auto more = not_assessable_sentence(coverage, 5);
    base::set_language(base::Language::english);
    return more.empty() ? text : text + " " + more;
  };
  CHECK(in_german(coverage_of(892, 312, 0)) ==
        "312 von 1.204 Menschen ab 80 Jahren (26 %) erreichen in 10 Minuten keine Apotheke (mit "
        "Rollator).");
  CHECK(in_german(coverage_of(40, 0, 0)) ==
        "Alle 40 Menschen ab 80 Jahren erreichen in 10 Minuten eine Apotheke (mit Rollator).");
  CHECK(in_german(coverage_of(80, 1, 1)) ==
        "Weniger als 5 Menschen ab 80 Jahren erreichen in 10 Minuten keine Apotheke (mit "
        "Rollator). Für weniger als 5 weitere Menschen ist das nicht beurteilbar: Dort enden die "
        "Wegedaten oder es liegt kein Weg in der Nähe.");
}
