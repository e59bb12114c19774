#pragma once
/// The blocks of module 4, each in a file of its own.

#include <map>

#include "app/offers.hpp"
#include "app/page_pieces.hpp"
#include "planning/network.hpp"
#include "planning/stakeholders.hpp"

namespace nahraum::app {

/// What the blocks share: the actors with their network, computed once.
struct NetworkWork {
  const PageInput& input;
  const model::Work& work;
  std::vector<std::string> ids;  ///< per actor, as planning/ takes them
  planning::ActorNetwork network;
  std::vector<planning::MissingTie> missing;  ///< none without an answer
  bool answered = false;

  const model::Actor& actor(std::size_t i) const { return work.actors[i]; }
  const std::string& name(std::size_t i) const { return work.actors[i].name; }
};
/// Throws Cancelled. Cost: that of served_homes and of planning/network.hpp.
NetworkWork network_work(const PageInput& input, jobs::Context& context);

PageBlock actors_block(const NetworkWork& net);
PageBlock network_block(const NetworkWork& net);
PageBlock matrix_block(const NetworkWork& net);
PageBlock agenda_block(const PageInput& input);

/// "Diakonie and Stadt serve the same 120 people …, and have no tie."
std::string missing_sentence(const NetworkWork& net, const planning::MissingTie& tie);
/// As many missing ties are told and drawn.
inline constexpr std::size_t most_missing = 8;

void add_network_map(const NetworkWork& net, ModulePage& page);

}  // namespace nahraum::app
