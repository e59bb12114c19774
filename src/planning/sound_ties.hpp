#pragma once
/// Ties as pairs of actors, with the faulty ones told apart.

#include <map>

#include "planning/network.hpp"

namespace nahraum::planning {

struct SoundTies {
  std::map<std::pair<std::size_t, std::size_t>, int> strength;  ///< per pair by rank, the strongest
  std::vector<FaultyTie> faulty;
  std::vector<std::size_t> by_rank;  ///< actors by id, repeated ones left out
  std::vector<std::size_t> repeated;
};

SoundTies sound_ties(const std::vector<std::string>& actors, const std::vector<ActorTie>& ties);

}  // namespace nahraum::planning
