#pragma once
/// The actors that a district's services name: their providers, and organisations themselves.

#include <vector>

#include "app/offers.hpp"
#include "model/work.hpp"

namespace nahraum::app {

struct ProposedActors {
  std::vector<model::Actor> rows;  ///< to be put in; those that are there keep their id
  std::size_t added = 0;           ///< of these: new ones
  std::size_t services = 0;        ///< offers that get an actor by it
  std::size_t without = 0;         ///< offers that stay without: no provider, no organisation
};

/// Services of one provider make one actor, at the mean of their places; without a provider an
/// organisation stands for itself. Kind and sector are guessed from type and name [D], the sector
/// only where all its services say the same. An actor of the same name gets the services that no
/// actor has. Pure. Cost: O((services + actors) log).
ProposedActors actors_from_services(const model::Project& project,
                                    const model::Catalogue& catalogue);

}  // namespace nahraum::app
