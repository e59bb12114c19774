#include "planning/stress.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/check.hpp"

namespace nahraum::planning {
namespace {

struct Fields {
  std::vector<std::string> names;  ///< ascending
  std::vector<std::size_t> of_offer;
};

Fields fields_of(const std::vector<StressOffer>& offers) {
  Fields fields;
  std::map<std::string, std::size_t> number;
  for (const auto& offer : offers)
    number[offer.field];
  for (auto& [name, index] : number) {
    index = fields.names.size();
    fields.names.push_back(name);
  }
  for (const auto& offer : offers)
    fields.of_offer.push_back(number[offer.field]);
  return fields;
}

struct Left {
  bool before = false, stays = false, open = false;
};

/// What a home has left per field; used again for each home.
class LeftByField {
 public:
  explicit LeftByField(const Fields& fields) : fields_(fields), left(fields.names.size()) {}

  void look_at(const StressHome& home, const std::vector<OfferState>& states) {
    for (const auto field : reached)
      left[field] = {};
    reached.clear();
    for (const auto offer : home.offers) {
      NAHRAUM_CHECK(offer < states.size());
      auto& field = left[fields_.of_offer[offer]];
      if (!field.before) reached.push_back(fields_.of_offer[offer]);
      field.before = true;
      field.stays |= states[offer] == OfferState::stays;
      field.open |= states[offer] == OfferState::open;
    }
  }

 private:
  const Fields& fields_;

 public:
  std::vector<Left> left;
  std::vector<std::size_t> reached;  ///< fields
};

/// Whether the home surely loses the field.
bool add_home(FieldLoss& loss, std::uint32_t index, const StressHome& home, const Left& left) {
  const int persons = home.persons.value_or(0);
  loss.persons_before += persons;
  if (left.stays) return false;
  (left.open ? loss.persons_open : loss.persons) += persons;
  (left.open ? loss.homes_open : loss.homes).push_back(index);
  if (!left.open && !home.persons) ++loss.homes_unknown;
  return !left.open;
}

const std::string& name_of(const StressOffer& offer, SwitchKind kind) {
  switch (kind) {
    case SwitchKind::offer:
      return offer.id;
    case SwitchKind::provider:
      return offer.provider;
    case SwitchKind::sector:
      return offer.sector;
    case SwitchKind::payer:
      break;
  }
  return offer.payer;
}

}  // namespace

StressLoss stress_loss(const std::vector<StressOffer>& offers, const std::vector<StressHome>& homes,
                       const std::vector<OfferState>& states) {
  NAHRAUM_CHECK(states.size() == offers.size());
  const auto fields = fields_of(offers);
  StressLoss loss;
  for (const auto& name : fields.names)
    loss.fields.push_back({name, 0, 0, 0, {}, {}, 0});
  LeftByField at_home(fields);
  for (std::uint32_t h = 0; h < homes.size(); ++h) {
    at_home.look_at(homes[h], states);
    bool loses = false;
    for (const auto field : at_home.reached)
      loses |= add_home(loss.fields[field], h, homes[h], at_home.left[field]);
    if (!loses) continue;
    ++loss.homes;
    loss.persons += homes[h].persons.value_or(0);
  }
  std::stable_sort(loss.fields.begin(), loss.fields.end(),
                   [](const FieldLoss& a, const FieldLoss& b) { return a.persons > b.persons; });
  return loss;
}

std::vector<OfferState> states_without(const std::vector<StressOffer>& offers,
                                       const SwitchedOff& off) {
  NAHRAUM_CHECK(!off.name.empty());
  std::vector<OfferState> states;
  for (const auto& offer : offers) {
    const auto& name = name_of(offer, off.kind);
    const bool open = name.empty() && off.kind != SwitchKind::offer;
    states.push_back(name == off.name ? OfferState::falls
                     : open           ? OfferState::open
                                      : OfferState::stays);
  }
  return states;
}

std::vector<StressCase> stress_cases(const std::vector<StressOffer>& offers,
                                     const std::vector<StressHome>& homes, SwitchKind kind) {
  std::map<std::string, std::size_t> names;
  for (const auto& offer : offers) {
    if (!name_of(offer, kind).empty()) ++names[name_of(offer, kind)];
  }
  std::vector<StressCase> cases;
  for (const auto& [name, count] : names) {
    const SwitchedOff off{kind, name};
    cases.push_back({off, count, stress_loss(offers, homes, states_without(offers, off))});
  }
  std::stable_sort(cases.begin(), cases.end(), [](const StressCase& a, const StressCase& b) {
    return std::tie(b.loss.persons, b.loss.homes) < std::tie(a.loss.persons, a.loss.homes);
  });
  return cases;
}

std::vector<ProviderDependence> provider_dependence(const std::vector<StressOffer>& offers,
                                                    const std::vector<StressHome>& homes) {
  std::map<std::pair<std::string, std::string>, ProviderDependence> found;
  for (const auto& home : homes) {
    std::map<std::string, std::set<std::string>> providers;  // per field
    for (const auto offer : home.offers) {
      NAHRAUM_CHECK(offer < offers.size());
      providers[offers[offer].field].insert(offers[offer].provider);
    }
    for (const auto& [field, names] : providers) {
      if (names.size() != 1 || names.begin()->empty()) continue;
      auto& dependence = found[{field, *names.begin()}];
      dependence.persons += home.persons.value_or(0);
      ++dependence.homes;
      dependence.homes_unknown += home.persons ? 0 : 1;
    }
  }
  std::vector<ProviderDependence> ranked;
  for (auto& [key, dependence] : found) {
    std::tie(dependence.field, dependence.provider) = key;
    ranked.push_back(dependence);
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const ProviderDependence& a, const ProviderDependence& b) {
                     return std::tie(b.persons, b.homes) < std::tie(a.persons, a.homes);
                   });
  return ranked;
}

}  // namespace nahraum::planning
