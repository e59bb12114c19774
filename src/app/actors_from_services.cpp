#include "app/actors_from_services.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "app/page_pieces.hpp"
#include "base/text.hpp"
#include "model/work_tables.hpp"

namespace nahraum::app {
namespace {

std::string key_of(const std::string& name) {
  return base::fold_case(base::trim(name));
}

bool contains(const std::string& name, const std::vector<std::string>& parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](const std::string& part) { return name.find(part) != std::string::npos; });
}

/// By what organisations call themselves.
std::string kind_by_name(const std::string& name) {
  if (contains(name, {"Kirchen", "Pfarr", "gemeinde St.", "Parish", "Moschee"})) return "church";
  if (contains(name, {"Wohnungsgen", "Wohnbau", "Wohnungsbau", "Baugen"})) return "housing";
  if (contains(name, {"e. V.", "e.V.", "e.\u00a0V."})) return "association";
  if (contains(name, {"Nachbarschaftsinit", "Selbsthilfegruppe", "Gesprächskreis"}))
    return "residents";
  return name.starts_with("Stadt ") || name.starts_with("Kreis ") ? "office" : "";
}

std::string kind_by_type(const model::ServiceType& type, const std::string& sector) {
  using model::Group;
  if (type.alias == "worship") return "church";
  if (type.alias == "sport" || type.alias == "association" || type.alias == "community_garden")
    return sector == "informal" ? "residents" : "association";
  if (sector == "state" && type.alias != "school" && type.alias != "hospital") return "office";
  if (sector == "informal") return "residents";
  if (type.alias == "pharmacy" || type.alias == "optician" || type.alias == "medical_supply")
    return "shop";
  if (type.group == Group::health) return "practice";
  return type.group == Group::supply ? "shop" : "provider";
}

std::string common_sector(const std::vector<Offer>& offers) {
  std::string common = offers.front().service->sector;
  for (const auto& offer : offers) {
    if (offer.service->sector != common) return "";
  }
  return common;
}

model::Actor new_actor(const std::string& name, const std::vector<Offer>& offers) {
  model::Actor actor;
  actor.name = name;
  actor.sector = common_sector(offers);
  actor.kind = kind_by_name(name);
  if (actor.kind.empty()) actor.kind = kind_by_type(*offers.front().type, actor.sector);
  std::vector<geo::Point> places;
  for (const auto& offer : offers)
    places.push_back(offer.service->at);
  if (const auto at = pieces::middle(places)) actor.at = {*at};
  return actor;
}

/// A bookcase or a pitch has a name, but nobody to talk to.
bool is_thing(const model::Service& service) {
  return service.tags.is("amenity", "public_bookcase") || service.tags.is("leisure", "pitch");
}

/// Names that stand for actors, in the order of the services.
struct Named {
  std::string name;
  std::vector<Offer> offers;
};

std::vector<Named> by_name(const std::vector<Offer>& offers, std::size_t& without) {
  std::vector<Named> names;
  std::map<std::string, std::size_t> found;
  for (const auto& offer : offers) {
    const auto& service = *offer.service;
    auto name = base::trim(service.provider);
    if (name.empty() && is_organisation(*offer.type) && !is_thing(service))
      name = base::trim(service.name);
    if (name.empty()) {
      ++without;
      continue;
    }
    const auto [at, is_new] = found.try_emplace(key_of(name), names.size());
    if (is_new) names.push_back({name, {}});
    names[at->second].offers.push_back(offer);
  }
  return names;
}

}  // namespace

ProposedActors actors_from_services(const model::Project& project,
                                    const model::Catalogue& catalogue) {
  std::set<model::Id> held;
  std::map<std::string, const model::Actor*> there;
  for (const auto& actor : project.work->actors) {
    held.insert(actor.services.begin(), actor.services.end());
    there.try_emplace(key_of(actor.name), &actor);
  }
  auto offers = offers_of(project, catalogue);
  std::erase_if(offers, [&](const Offer& each) { return held.contains(each.service->id); });
  ProposedActors proposed;
  for (const auto& [name, of_name] : by_name(offers, proposed.without)) {
    const auto known = there.find(key_of(name));
    auto actor = known != there.end() ? *known->second : new_actor(name, of_name);
    for (const auto& offer : of_name)
      actor.services.push_back(offer.service->id);
    proposed.services += of_name.size();
    proposed.added += actor.id == 0 ? 1 : 0;
    proposed.rows.push_back(std::move(actor));
  }
  return proposed;
}

}  // namespace nahraum::app
