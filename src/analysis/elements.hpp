#pragma once
/// What OSM's node tags say about obstacles on the way.

#include "model/catalogue.hpp"
#include "model/tags.hpp"

namespace nahraum::analysis {

enum class Kerb { absent, flush, lowered, rolled, raised };
enum class Crossing { absent, signals, marked, island, unmarked };

/// `kerb:height` wins over `kerb`; old forms (dropped, sloped_curb …) are read as today's.
Kerb kerb_of(const model::Tags& tags);
/// Of a node `highway=crossing`, or of a way `footway=crossing`.
Crossing crossing_of(const model::Tags& tags);
bool is_crossing_way(const model::Tags& way_tags);
bool is_lift(const model::Tags& tags);
/// Stile, turnstile, kissing gate …: passed on two feet, not on wheels.
bool stops_wheels(const model::Tags& tags);
/// Whether the node may cost anybody anything.
bool is_element(const model::Tags& node_tags);

/// "0.8", "0,8 m", "80 cm", "1.2-1.5" (the lower) in metres; 0 when unknown.
double width_of(const model::Tags& tags);
/// From this speed limit on a street is crossed as a fast one.
inline constexpr double fast_km_h = 50;

/// "50", "30 mph", "DE:urban", "walk" in km/h; 0 when unknown.
double speed_limit_of(const model::Tags& way_tags);

const model::Effect& effect_of(Crossing crossing, double crossed_km_h,
                               const model::Profile& profile);
const model::Effect& effect_of(Kerb kerb, const model::Profile& profile);

}  // namespace nahraum::analysis
