#include "planning/offer_stage.hpp"

#include <map>

namespace nahraum::planning {
namespace {

OfferState state_of(const StagedOffer& offer) {
  if (!offer.hand_over_partner.empty()) return OfferState::stays;
  if (!offer.stage) return OfferState::open;
  return *offer.stage < OfferStage::self_organised ? OfferState::falls : OfferState::stays;
}

/// The first of each id.
std::map<std::string, const StagedOffer*> by_id(const std::vector<StagedOffer>& offers) {
  std::map<std::string, const StagedOffer*> first;
  for (const auto& offer : offers)
    first.try_emplace(offer.id, &offer);
  return first;
}

void add(StageCheck& check, const StagedOffer& offer) {
  if (!offer.stage) {
    check.unknown.push_back(offer.id);
    return;
  }
  ++check.count[static_cast<std::size_t>(*offer.stage)];
  if (*offer.stage >= OfferStage::self_organised) return;
  if (offer.hand_over_partner.empty()) {
    check.fall.push_back(offer.id);
    return;
  }
  check.handed_over.push_back(offer.id);
  if (!offer.hand_over_day) check.date_missing.push_back(offer.id);
}

}  // namespace

StageCheck stage_check(const std::vector<StagedOffer>& offers) {
  StageCheck check;
  const auto first = by_id(offers);
  std::map<std::string, std::size_t> times;
  for (const auto& offer : offers)
    ++times[offer.id];
  for (const auto& [id, offer] : first) {
    add(check, *offer);
    if (times[id] > 1) check.repeated.push_back(id);
  }
  return check;
}

std::vector<OfferState> states_without_coordinator(const std::vector<StressOffer>& offers,
                                                   const std::vector<StagedOffer>& staged) {
  const auto first = by_id(staged);
  std::vector<OfferState> states;
  states.reserve(offers.size());
  for (const auto& offer : offers) {
    const auto found = first.find(offer.id);
    states.push_back(found == first.end() ? OfferState::stays : state_of(*found->second));
  }
  return states;
}

}  // namespace nahraum::planning
