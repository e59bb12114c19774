#pragma once
/// The way itself, and what makes it long.

#include "analysis/reach.hpp"

namespace nahraum::analysis {

/// A costly piece: an obstacle or a slow stretch, with the seconds it adds over plain walking.
struct Delay {
  std::string cause;  ///< stable code: "steps", "slope", "crossing_signals", "kerb_raised" …
  geo::Point at;
  double seconds = 0;
};

/// A stretch of one edge in walking order.
struct WalkedPart {
  EdgeIndex edge = none;
  double from_m = 0, to_m = 0;  ///< positions on the edge; from > to walks against it
};

/// A point of the way's height profile.
struct HeightOnWay {
  double at_m = 0;      ///< along the way, from the first street on
  double height_m = 0;  ///< against the way's beginning
};

struct Route {
  geo::Line line;  ///< from the place over the snap to the target
  base::Millis cost{0};
  double length_m = 0;
  double straight_m = 0;
  std::int32_t service = 0;
  int steps = 0;  ///< flights
  int crossings = 0;
  std::vector<Delay> delays;     ///< largest first
  double unknown_surface_m = 0;  ///< length without a surface tag
  double paved_m = 0, rough_m = 0, soft_m = 0;
  double climb_m = 0, descent_m = 0;
  double steepest = 0;       ///< largest |rise/run| on the way
  double known_slope_m = 0;  ///< length of which the gradient is known
  /// Ascending; level where no gradient is known. Empty where it is known nowhere.
  std::vector<HeightOnWay> profile;
  /// The way on the network, and the walks from the place and to the target besides.
  std::vector<WalkedPart> parts;
  double from_walk_m = 0, to_walk_m = 0;
};

/// Cheapest way. Errors: no_street_nearby, not_found (no way for this profile).
base::Result<Route> route(const District& district, const Snap& from, geo::Point from_place,
                          const Snap& to, geo::Point to_place);
/// To the nearest service of the type, as `reach` chose it.
base::Result<Route> route_to_nearest(const District& district, geo::Point from_place,
                                     const std::vector<geo::Point>& from_entrances,
                                     std::string_view type, jobs::Context& context);

}  // namespace nahraum::analysis
