#include "app/offers.hpp"

#include <algorithm>
#include <set>

#include "base/translate.hpp"
#include "model/work_tables.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using Aliases = std::set<std::string>;

const Aliases& things() {
  static const Aliases aliases{
      "atm",      "post_box",       "defibrillator", "bus_stop",       "tram_stop",
      "park",     "rail_station",   "pocket_park",   "bench",          "disabled_parking",
      "cemetery", "activity_place", "toilet",        "drinking_water", "notice_board"};
  return aliases;
}

const Aliases& organisations() {
  static const Aliases aliases{"assisted_living",  "nursing_home",
                               "residential_home", "shared_care_flat",
                               "co_housing",       "housing_advice",
                               "food_bank",        "gp",
                               "specialist",       "dentist",
                               "pharmacy",         "hospital",
                               "therapies",        "podiatry",
                               "medical_supply",   "home_care",
                               "day_care",         "respite_care",
                               "care_advice",      "neighbourhood_office",
                               "hospice",          "dementia_support",
                               "everyday_support", "meals_and_alarm",
                               "community_bus",    "community_centre",
                               "seniors_club",     "library",
                               "worship",          "sport",
                               "culture",          "association",
                               "school",           "community_garden",
                               "town_hall",        "police",
                               "fire_station"};
  return aliases;
}

void add_homes(const ServedHomes& served, std::size_t service, std::uint32_t offer,
               StressWorld& world) {
  for (const auto home : served.homes[service])
    world.homes[home].offers.push_back(offer);
}

}  // namespace

bool is_offer(const model::ServiceType& type) {
  return !type.network_attribute && !things().contains(type.alias);
}
bool is_organisation(const model::ServiceType& type) {
  return organisations().contains(type.alias);
}

std::vector<Offer> offers_of(const model::Project& project, const model::Catalogue& catalogue) {
  std::vector<Offer> offers;
  for (const auto& service : project.services) {
    const auto* type = catalogue.find_type(service.type);
    if (type != nullptr && service.in_district && is_offer(*type))
      offers.push_back({&service, type});
  }
  return offers;
}

std::string offer_name(const Offer& offer) {
  return offer.service->name.empty() ? scene::name_of(*offer.type) : offer.service->name;
}

std::string field_name(const model::Catalogue& catalogue, model::Group group) {
  const auto& label = catalogue.groups[static_cast<std::size_t>(group)].label;
  return base::language() == base::Language::german ? label.de : label.en;
}

planning::Sector sector_of(const model::Service& service) {
  using planning::Sector;
  if (service.sector == "state") return Sector::state;
  if (service.sector == "market") return Sector::market;
  if (service.sector == "nonprofit") return Sector::nonprofit;
  return service.sector == "informal" ? Sector::informal : Sector::unknown;
}

std::string main_payer(const model::Work& work, model::Id service) {
  const model::Payer* most = nullptr;
  bool undecided = false;
  for (const auto& row : work.payers) {
    if (row.service != service) continue;
    undecided = undecided || (most != nullptr && (!row.share || !most->share)) || row.payer.empty();
    if (most == nullptr || row.share.value_or(0) > most->share.value_or(0)) {
      most = &row;
    } else if (row.share == most->share && row.payer != most->payer) {
      undecided = true;
    }
  }
  return most == nullptr || undecided ? "" : most->payer;
}

std::string payer_name(const std::string& payer) {
  const auto& table = model::table_of<model::Payer>();
  const auto column = static_cast<std::size_t>(table.column("payer"));
  for (const auto& choice : table.columns[column].choices) {
    if (payer == choice.id) return base::tr(choice.label);
  }
  return payer;
}

std::optional<StressWorld> stress_world(const PageInput& input, jobs::Context& context) {
  const auto served = served_homes(input, context);
  if (!served) return std::nullopt;
  const auto& project = *input.answer->district->project;
  StressWorld world;
  world.homes.resize(project.homes.size());
  for (std::size_t h = 0; h < project.homes.size(); ++h)
    world.homes[h].persons = served->persons[h];
  for (std::size_t s = 0; s < project.services.size(); ++s) {
    const auto& service = project.services[s];
    const auto* type = input.catalogue->find_type(service.type);
    if (type == nullptr || !is_offer(*type) || type->comes_to_you) continue;
    add_homes(*served, s, static_cast<std::uint32_t>(world.offers.size()), world);
    const auto sector = sector_of(service) == planning::Sector::unknown ? "" : service.sector;
    world.offers.push_back({std::to_string(service.id), service.type, service.provider, sector,
                            main_payer(*input.project->work, service.id)});
    world.service.push_back(&service);
  }
  return world;
}

}  // namespace nahraum::app
