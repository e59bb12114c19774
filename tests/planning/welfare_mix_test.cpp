#include "planning/welfare_mix.hpp"

#include <algorithm>
#include <functional>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

using namespace nahraum::planning;

namespace {

std::vector<MixOffer> offers_of(const std::vector<Sector>& sectors) {
  std::vector<MixOffer> offers;
  for (std::size_t i = 0; i < sectors.size(); ++i)
    offers.push_back({fmt::format("o{}", i), "care", fmt::format("p{}", i % 4), sectors[i]});
  return offers;
}

WelfareMix mix_of(const std::vector<MixOffer>& offers) {
  return welfare_mix(offers, {"care"})[0];
}

/// Calls `visit` with every way in which the unknown sectors could be known.
void each_completion(std::vector<Sector> sectors,
                     const std::function<void(const WelfareMix&)>& visit) {
  const auto unknown = std::find(sectors.begin(), sectors.end(), Sector::unknown);
  if (unknown == sectors.end()) {
    visit(mix_of(offers_of(sectors)));
    return;
  }
  for (const auto sector : {Sector::state, Sector::market, Sector::nonprofit, Sector::informal}) {
    *unknown = sector;
    each_completion(sectors, visit);
  }
}

/// What a rule says of all completions together.
Judged together(std::size_t yes, std::size_t all) {
  if (yes == all) return Judged::yes;
  return yes == 0 ? Judged::no : Judged::open;
}

}  // namespace

TEST_CASE("shares and their concentration are of the offers with a known sector") {
  const auto mixes = welfare_mix({{"a", "care", "Caritas", Sector::nonprofit},
                                  {"b", "care", "Pflege Plus", Sector::market},
                                  {"c", "care", "Caritas", Sector::nonprofit},
                                  {"d", "care", "", Sector::unknown},
                                  {"e", "care", "Stadt", Sector::state},
                                  {"f", "shops", "Rewe", Sector::market}},
                                 {"shops", "care", "green"});
  REQUIRE(mixes.size() == 3);
  const auto& care = mixes[1];
  CHECK(care.offers == 5);
  CHECK(*care.share[2] == 0.5);
  CHECK(*care.hhi == Approx(0.25 + 0.0625 + 0.0625));
  CHECK(*care.hhi_most == Approx((9 + 1 + 1) / 25.0));
  CHECK(*care.hhi_least == Approx((4 + 1 + 1 + 1) / 25.0));
  CHECK(care.providers == 3);
  CHECK(care.provider_unknown == 1);
  CHECK(care.no_informal == Judged::open);
  CHECK(mixes[0].single_sector == Judged::yes);
  CHECK(mixes[0].single_provider == Judged::yes);
  CHECK(*mixes[0].hhi == 1);
}

TEST_CASE("a group without offers has no shares, and nothing informal") {
  const auto mix = mix_of({});
  CHECK_FALSE(mix.hhi);
  CHECK_FALSE(mix.hhi_most);
  CHECK_FALSE(mix.share[0]);
  CHECK(mix.no_informal == Judged::yes);
  CHECK(mix.single_sector == Judged::no);
  CHECK(mix.single_provider == Judged::no);
}

TEST_CASE("exactly four fifths are not too much") {
  CHECK(mix_of(offers_of(
                   {Sector::market, Sector::market, Sector::market, Sector::market, Sector::state}))
            .single_sector == Judged::no);
  CHECK(mix_of(offers_of({Sector::market, Sector::market, Sector::market, Sector::market,
                          Sector::unknown}))
            .single_sector == Judged::open);
}

TEST_CASE("one provider is told only where all are known") {
  std::vector<MixOffer> offers{{"a", "care", "X", Sector::market},
                               {"b", "care", "", Sector::market}};
  CHECK(mix_of(offers).single_provider == Judged::open);
  offers[1].provider = "X";
  CHECK(mix_of(offers).single_provider == Judged::yes);
  offers[1].provider = "Y";
  CHECK(mix_of(offers).single_provider == Judged::no);
  CHECK(mix_of({{"a", "care", "", Sector::market}}).single_provider == Judged::yes);
}

TEST_CASE("bounds and rules hold for every way in which the unknown could be known") {
  const bool held = rc::check([] {
    const auto numbers =
        *rc::gen::container<std::vector<int>>(*rc::gen::inRange(0, 9), rc::gen::inRange(0, 7));
    std::vector<Sector> sectors;
    for (const int number : numbers)
      sectors.push_back(static_cast<Sector>(std::min(number, 4)));
    if (std::count(sectors.begin(), sectors.end(), Sector::unknown) > 5) return;
    const auto mix = mix_of(offers_of(sectors));
    double least = 2, most = -1;
    std::size_t all = 0, single = 0, no_informal = 0;
    each_completion(sectors, [&](const WelfareMix& known) {
      ++all;
      single += known.single_sector == Judged::yes;
      no_informal += known.no_informal == Judged::yes;
      if (!known.hhi) return;
      least = std::min(least, *known.hhi);
      most = std::max(most, *known.hhi);
    });
    RC_ASSERT(mix.single_sector == together(single, all));
    RC_ASSERT(mix.no_informal == together(no_informal, all));
    RC_ASSERT(mix.hhi_least.has_value() == (most >= 0));
    if (most < 0) return;
    RC_ASSERT(std::abs(*mix.hhi_least - least) < 1e-12);
    RC_ASSERT(std::abs(*mix.hhi_most - most) < 1e-12);
  });
  CHECK(held);
}
