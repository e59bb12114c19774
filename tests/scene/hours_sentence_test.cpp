#include "scene/hours_sentence.hpp"

#include <catch2/catch.hpp>

#include "base/translate.hpp"

using namespace nahraum;

namespace {

std::string say(long total, long not_assessable, double median_h, double possible_h) {
  model::ServiceType type;
  type.label = {"Apotheke", "Pharmacy"};
  model::Profile profile;
  profile.label = {"Mit Rollator", "Rollator"};
  analysis::HoursGroup group;
  group.total = total;
  group.not_assessable = not_assessable;
  group.median_h = median_h;
  group.median_possible_h = possible_h;
  base::set_language(base::Language::english);
  auto text = scene::sentence(group, scene::AgeGroup::age_80,
                              {type, profile, {analysis::Limit::Kind::seconds, 600}}, 5);
  base::set_language(base::Language::german);
  return text;
}

}  // namespace

TEST_CASE("the sentence on hours says for whom, how many, and what is unknown") {
  CHECK(say(588, 0, 54, 54) ==
        "Half or more of 588 people aged 80 and over reach a pharmacy in 10 minutes for 54 hours a "
        "week or more, all places together (rollator).");
  CHECK(say(588, 88, 54.5, 168).find("of 500 people") != std::string::npos);
  CHECK(say(588, 88, 54.5, 168).find("at least 54.5 hours a week") != std::string::npos);
  CHECK(say(588, 88, 54.5, 168).find("may be 168") != std::string::npos);
  CHECK(say(588, 0, 0, 168).find("whose opening hours are known") != std::string::npos);
  CHECK(say(588, 0, 0, 0).find("nothing in 10 minutes that is ever open") != std::string::npos);
  CHECK(say(-1, 0, 0, 0).empty());
}

TEST_CASE("the sentence on hours does not tell how few cannot be assessed") {
  const auto text = say(588, 3, 54, 54);
  CHECK(text.find("588") == std::string::npos);
  CHECK(text.find("585") == std::string::npos);
  CHECK(text.starts_with("Half or more of people aged 80 and over"));
}
