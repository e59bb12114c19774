#pragma once
/// What there is to look at on a walk through the neighbourhood: services and missing facts along
/// a route, as numbered stops.

#include <string>
#include <vector>

#include "geo/values.hpp"
#include "model/catalogue.hpp"
#include "model/project.hpp"

namespace nahraum::app {

struct WalkStop {
  enum class Kind { service, steps, crossing, barrier, no_seat, unknown_surface };
  Kind kind = Kind::service;
  geo::Point at;
  double along_m = 0;  ///< of the route, from its start
  std::string text;    ///< "Querung: Bordstein unbekannt – messen"
};

/// In the order of the route. Services within 40 m, steps, crossings and barriers within 15 m,
/// pieces of 60 m and more whose street says no surface, stretches of 300 m and more without a
/// bench within 20 m: our values [D], after domain notes §5. Empty for a route of less than two
/// points. Cost: O((streets + elements + services) · route points). Pure.
std::vector<WalkStop> walk_stops(const model::Project& project, const model::Catalogue& catalogue,
                                 const std::vector<geo::Point>& route);

/// Metres.
double route_length(const std::vector<geo::Point>& route);

}  // namespace nahraum::app
