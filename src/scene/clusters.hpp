#pragma once
/// Places that would cover each other, told as one with a number.

#include <vector>

#include "geo/values.hpp"

namespace nahraum::scene {

struct Cluster {
  geo::Point at;                     ///< its first member's place
  std::vector<std::size_t> members;  ///< in the order of the places
};

/// Every place is in exactly one cluster, except those that `clear` refuses and that have no
/// cluster within twice the distance: these are left out. No two clusters are nearer to each other
/// than `distance_m`; every member is within twice the distance of its cluster. Who comes first
/// stays where it is. `clear`: places kept free, `clear_m` around them. Cost: O(places).
std::vector<Cluster> clusters(const std::vector<geo::Point>& places, double distance_m,
                              const std::vector<geo::Point>& clear = {}, double clear_m = 0);

}  // namespace nahraum::scene
