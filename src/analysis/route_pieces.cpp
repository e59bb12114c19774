#include "analysis/route_pieces.hpp"

#include <algorithm>
#include <map>

namespace nahraum::analysis {

std::vector<RoutePiece> pieces_of(const Route& route, const model::Profile& profile,
                                  std::size_t most, double least_s) {
  const double speed = profile.speed_m_s;
  // A straight way may be a hair shorter than the beeline between rounded places.
  const double straight_m = std::min(route.straight_m, route.length_m);
  std::vector<RoutePiece> pieces{
      {"straight", straight_m / speed, straight_m},
      {"detour", (route.length_m - straight_m) / speed, route.length_m - straight_m}};
  std::map<std::string, double> small;
  int number = 0;
  for (const Delay& delay : route.delays) {  // largest first
    if (number < static_cast<int>(most) && delay.seconds >= least_s) {
      pieces.push_back({delay.cause, delay.seconds, 0, delay.at, ++number});
    } else {
      small[delay.cause] += delay.seconds;
    }
  }
  for (const auto& [cause, seconds] : small)
    pieces.push_back({cause, seconds});
  double rest = base::to_seconds(route.cost).value;
  for (const auto& piece : pieces)
    rest -= piece.seconds;
  pieces.push_back({"rest", rest});
  return pieces;
}

}  // namespace nahraum::analysis
