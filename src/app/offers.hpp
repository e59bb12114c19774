#pragma once
/// Which services somebody offers, and which are things that stand there: benches, stops, letter
/// boxes. Networks, welfare mix and stress test are made of the former.

#include <string>
#include <vector>

#include "app/served_homes.hpp"
#include "model/catalogue.hpp"
#include "planning/stress.hpp"
#include "planning/welfare_mix.hpp"

namespace nahraum::app {

/// Somebody runs it and could stop: no bench, stop, park, toilet, part of the way.
bool is_offer(const model::ServiceType& type);
/// An offer that is an organisation by itself, so that its name is an actor's: practices, care,
/// parishes, associations; no shops.
bool is_organisation(const model::ServiceType& type);

/// The district's offers, in the project's order; they live as long as project and catalogue.
struct Offer {
  const model::Service* service = nullptr;
  const model::ServiceType* type = nullptr;
};
std::vector<Offer> offers_of(const model::Project& project, const model::Catalogue& catalogue);

/// "Dr. Weber", or the type's name where it has none.
std::string offer_name(const Offer& offer);
/// "Health"
std::string field_name(const model::Catalogue& catalogue, model::Group group);

planning::Sector sector_of(const model::Service& service);

/// Who pays most of it; "" where no payer or no share decides that. `choices` of model/work_tables.
std::string main_payer(const model::Work& work, model::Id service);
/// "Care insurance"
std::string payer_name(const std::string& payer);

/// What falls away and who reaches it: offers that people walk to, the rim's included, with the
/// district's homes. `field` is the type's id.
struct StressWorld {
  std::vector<planning::StressOffer> offers;
  std::vector<planning::StressHome> homes;     ///< per home of the answered project
  std::vector<const model::Service*> service;  ///< per offer
};
/// Nothing without an answer. Cost: that of `served_homes`.
std::optional<StressWorld> stress_world(const PageInput& input, jobs::Context& context);

}  // namespace nahraum::app
