#include "analysis/offer_hours.hpp"

#include <algorithm>

namespace nahraum::analysis {

model::OpenState state_at(const OfferHours& offer, int minute) {
  return offer.hours ? offer.hours->at(minute) : model::OpenState::unknown;
}

std::vector<OfferHours> hours_of(const model::Project& project, std::string_view type) {
  std::vector<OfferHours> offers;
  for (std::size_t i = 0; i < project.services.size(); ++i) {
    if (project.services[i].type != type) continue;
    OfferHours offer;
    offer.service = i;
    auto hours = model::read_opening_hours(project.services[i].tags.get("opening_hours"));
    if (hours)
      offer.hours = std::move(*hours);
    else if (hours.error().reason != model::Unreadable::empty)
      offer.unread = std::move(hours.error());
    offers.push_back(std::move(offer));
  }
  std::stable_sort(offers.begin(), offers.end(), [&](const auto& a, const auto& b) {
    return project.services[a.service].id < project.services[b.service].id;
  });
  return offers;
}

std::vector<std::size_t> OffersAt::open_or_unknown() const {
  std::vector<std::size_t> both = open;
  both.insert(both.end(), unknown.begin(), unknown.end());
  return both;
}

OffersAt offers_at(const std::vector<OfferHours>& offers, int minute) {
  OffersAt sets;
  for (const auto& offer : offers) {
    switch (state_at(offer, minute)) {
      case model::OpenState::open:
        sets.open.push_back(offer.service);
        break;
      case model::OpenState::closed:
        sets.closed.push_back(offer.service);
        break;
      case model::OpenState::unknown:
        sets.unknown.push_back(offer.service);
    }
  }
  return sets;
}

Targets targets_of(const District& district, const std::vector<std::size_t>& services) {
  Targets all;
  for (const auto service : services) {
    const auto own = targets_of(district, service);
    all.snaps.insert(all.snaps.end(), own.snaps.begin(), own.snaps.end());
    all.ids.insert(all.ids.end(), own.ids.begin(), own.ids.end());
  }
  return by_id(all);
}

}  // namespace nahraum::analysis
