#pragma once
/// Lines of equal distance on a grid.

#include <vector>

#include "analysis/distance_grid.hpp"

namespace nahraum::analysis {

/// Closed rings along which the distance is `radius_m`, the nearer side to their left: outer rings
/// counter-clockwise, holes clockwise. Simple, and apart from each other.
/// Source: marching squares (Lorensen & Cline 1987 in the plane); saddles are joined where the mean
/// of the four corners lies within.
std::vector<geo::Ring> contour(const DistanceGrid& grid, double radius_m);

/// A ring with fewer corners, none of the old ones farther than `tolerance_m` from the new line.
/// O(n). Source: Williams 1978 (cone intersection).
geo::Ring thinned(const geo::Ring& ring, double tolerance_m);

}  // namespace nahraum::analysis
