#pragma once
/// Why a way takes as long as it does: its time cut into pieces that make up the whole.

#include "analysis/route.hpp"

namespace nahraum::analysis {

/// A part of the way's time. `cause`: "straight" (the beeline at the profile's speed), "detour"
/// (what the way is longer), a delay's code, or "rest" (below half a second each, rounding, and
/// what walking downhill saves: may be negative).
struct RoutePiece {
  std::string cause;
  double seconds = 0;
  double metres = 0;                  ///< of straight and detour
  std::optional<geo::Point> at = {};  ///< of a delay
  int number = 0;                     ///< on map and list, 1 = the costliest; 0: none
};

/// Straight, detour, the delays from the costliest on, rest: they sum to the route's cost. Delays
/// beyond `most` and those below `least_s` go, by cause, without a number and place behind the
/// numbered ones.
std::vector<RoutePiece> pieces_of(const Route& route, const model::Profile& profile,
                                  std::size_t most = 9, double least_s = 2);

}  // namespace nahraum::analysis
