#pragma once
/// Lengths and areas on the ellipsoid (GRS 80), not on the map's grid.

#include <vector>

#include "geo/values.hpp"

namespace nahraum::geo {

/// Along the shortest lines from point to point, metres; 0 for fewer than two.
double geodesic_length(const std::vector<LonLat>& line);
/// Enclosed by the closed polygon, square metres, whichever way round; of one that crosses itself
/// loops of opposite sense cancel. 0 for fewer than three points.
/// Source: C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87 (2013) 43–55, in PROJ.
double geodesic_area(const std::vector<LonLat>& ring);

}  // namespace nahraum::geo
