#include "planning/stress.hpp"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include "planning/offer_stage.hpp"

using namespace nahraum::planning;

namespace {

const std::vector<StressOffer> offers{
    {"meals", "food", "Johanniter", "nonprofit", "town"},
    {"shop", "food", "Rewe", "market", "customers"},
    {"care", "care", "Johanniter", "nonprofit", "insurance"},
    {"help", "care", "", "informal", ""},
};
const std::vector<StressHome> homes{
    {12, {0, 2}}, {5, {0, 1, 3}}, {std::nullopt, {2}}, {9, {2, 3}}, {4, {}}};

const FieldLoss& field(const StressLoss& loss, const std::string& name) {
  return *std::find_if(loss.fields.begin(), loss.fields.end(),
                       [&](const FieldLoss& some) { return some.field == name; });
}

}  // namespace

TEST_CASE("without a provider those lose reach who have no other") {
  const auto loss =
      stress_loss(offers, homes, states_without(offers, {SwitchKind::provider, "Johanniter"}));
  CHECK(field(loss, "food").persons == 12);
  CHECK(field(loss, "food").persons_before == 17);
  CHECK(field(loss, "care").persons == 12);
  CHECK(field(loss, "care").homes == std::vector<std::uint32_t>{0, 2});
  CHECK(field(loss, "care").homes_unknown == 1);
  CHECK(field(loss, "care").persons_open == 14);  // the help may be theirs as well
  CHECK(field(loss, "care").homes_open == std::vector<std::uint32_t>{1, 3});
  CHECK(loss.persons == 12);
  CHECK(loss.homes == 2);
}

TEST_CASE("providers, sectors and payers are ranked by who loses") {
  const auto cases = stress_cases(offers, homes, SwitchKind::sector);
  REQUIRE(cases.size() == 3);
  CHECK(cases[0].off.name == "nonprofit");
  CHECK(cases[0].offers == 2);
  CHECK(cases[1].off.name == "informal");
  CHECK(cases[1].loss.persons == 5);
  CHECK(cases[2].loss.persons == 0);
  const auto payers = stress_cases(offers, homes, SwitchKind::payer);
  CHECK(payers[0].off.name == "insurance");
  CHECK(payers[0].loss.fields[0].field == "care");
  CHECK(stress_cases(offers, homes, SwitchKind::offer).size() == 4);
}

TEST_CASE("who hangs on one provider is counted by field") {
  const auto found = provider_dependence(offers, homes);
  REQUIRE(found.size() == 2);
  CHECK(found[0].field == "care");  // as many persons as for food, but more homes
  CHECK(found[0].provider == "Johanniter");
  CHECK(found[0].persons == 12);
  CHECK(found[0].homes == 2);
  CHECK(found[0].homes_unknown == 1);
  CHECK(found[1].field == "food");
}

TEST_CASE("an offer falls with the coordinator below stage 3 without a partner") {
  const std::vector<StagedOffer> staged{{"shop", OfferStage::permanent, "", {}},
                                        {"help", std::nullopt, "", {}},
                                        {"meals", OfferStage::co_responsible, "", {}},
                                        {"care", OfferStage::initiated, "Johanniter", {}},
                                        {"walk", OfferStage::accompanied, "club", 20500},
                                        {"meals", OfferStage::permanent, "", {}}};
  const auto check = stage_check(staged);
  CHECK(check.count == std::array<std::size_t, 5>{1, 1, 1, 0, 1});
  CHECK(check.unknown == std::vector<std::string>{"help"});
  CHECK(check.fall == std::vector<std::string>{"meals"});
  CHECK(check.handed_over == std::vector<std::string>{"care", "walk"});
  CHECK(check.date_missing == std::vector<std::string>{"care"});
  CHECK(check.repeated == std::vector<std::string>{"meals"});
  const auto states = states_without_coordinator(offers, staged);
  CHECK(states == std::vector<OfferState>{OfferState::falls, OfferState::stays, OfferState::stays,
                                          OfferState::open});
  const auto loss = stress_loss(offers, homes, states);
  CHECK(field(loss, "food").persons == 12);
  CHECK(field(loss, "care").persons == 0);
  CHECK(field(loss, "care").persons_open == 5);
}

TEST_CASE("losses are those of counting home by home with the offers taken away") {
  const bool held = rc::check([] {
    std::vector<StressOffer> some;
    std::vector<OfferState> states;
    const auto n = *rc::gen::inRange<std::uint32_t>(1, 9);
    for (std::uint32_t i = 0; i < n; ++i) {
      some.push_back(
          {fmt::format("{}", i), fmt::format("f{}", *rc::gen::inRange(0, 3)), "", "", ""});
      states.push_back(static_cast<OfferState>(*rc::gen::inRange(0, 3)));
    }
    std::vector<StressHome> places(*rc::gen::inRange<std::size_t>(0, 12));
    for (auto& home : places) {
      home.persons = *rc::gen::inRange(0, 30);
      home.offers =
          *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange<std::uint32_t>(0, n));
    }
    // Persons who reach a field through offers that are in one of the states.
    const auto reach = [&](const std::string& name, std::set<OfferState> which) {
      long persons = 0;
      for (const auto& home : places) {
        const bool any = std::any_of(home.offers.begin(), home.offers.end(), [&](std::uint32_t o) {
          return some[o].field == name && which.count(states[o]) > 0;
        });
        persons += any ? *home.persons : 0;
      }
      return persons;
    };
    const auto loss = stress_loss(some, places, states);
    long previous = 1000000;
    for (const auto& lost : loss.fields) {
      const long all = reach(lost.field, {OfferState::stays, OfferState::falls, OfferState::open});
      const long safe = reach(lost.field, {OfferState::stays});
      const long safe_or_open = reach(lost.field, {OfferState::stays, OfferState::open});
      RC_ASSERT(lost.persons_before == all);
      RC_ASSERT(lost.persons == all - safe_or_open);
      RC_ASSERT(lost.persons_open == safe_or_open - safe);
      RC_ASSERT(lost.persons <= previous);
      RC_ASSERT(lost.persons <= loss.persons);
      previous = lost.persons;
    }
  });
  CHECK(held);
}
