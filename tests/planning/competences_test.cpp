#include "planning/competences.hpp"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace nahraum::planning;

TEST_CASE("means before and after come with their number and spread") {
  const auto radar = competence_radar({{false, {2, 3, {}, 1}},
                                       {false, {4, {}, {}, 2}},
                                       {true, {5, 4, 3, 7}},
                                       {false, {3, 1, {}, NAN}},
                                       {true, {4, 4, {}, 3}}});
  CHECK(radar.sheets_before == 3);
  CHECK(radar.sheets_after == 2);
  CHECK(*radar.before[0].mean == 3);
  CHECK(radar.before[0].least == 2);
  CHECK(radar.before[0].most == 4);
  CHECK(*radar.before[0].standard_deviation == 1);
  CHECK(*radar.change[0] == 1.5);
  CHECK(radar.before[1].answers == 2);
  CHECK(radar.before[1].skipped == 1);
  CHECK_FALSE(radar.before[2].mean);  // unknown is not zero
  CHECK_FALSE(radar.change[2]);
  CHECK_FALSE(radar.after[2].standard_deviation);
  CHECK(radar.after[3].out_of_range == 1);
  CHECK(radar.before[3].out_of_range == 1);
  CHECK(*radar.after[3].mean == 3);
}

TEST_CASE("the order of the sheets tells nothing") {
  const bool held = rc::check([] {
    std::vector<CompetenceSheet> sheets(*rc::gen::inRange<std::size_t>(0, 20));
    for (auto& sheet : sheets) {
      sheet.after = *rc::gen::arbitrary<bool>();
      for (auto& value : sheet.values) {
        if (*rc::gen::arbitrary<bool>()) value = *rc::gen::inRange(-3, 60) / 10.0;
      }
    }
    const auto radar = competence_radar(sheets);
    std::reverse(sheets.begin(), sheets.end());
    const auto turned = competence_radar(sheets);
    for (std::size_t k = 0; k < competences; ++k) {
      const auto& figures = radar.before[k];
      RC_ASSERT(figures.mean == turned.before[k].mean);
      RC_ASSERT(figures.standard_deviation == turned.before[k].standard_deviation);
      RC_ASSERT(figures.answers + figures.skipped + figures.out_of_range == radar.sheets_before);
      if (figures.mean)
        RC_ASSERT(*figures.mean >= figures.least - 1e-9 && *figures.mean <= figures.most + 1e-9);
    }
  });
  CHECK(held);
}
