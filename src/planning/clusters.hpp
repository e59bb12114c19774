#pragma once
/// Places where points lie close together: pins of several people that mean the same spot.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/units.hpp"
#include "geo/values.hpp"

namespace nahraum::planning {

/// The radius is that of the needle method in domain.md §5 [D], as is the least number of points.
struct ClusterParameters {
  base::Metres radius{60};       ///< > 0 and finite
  std::size_t least_points = 3;  ///< within the radius of a core point, itself included; ≥ 1
};

struct ClusterPoint {
  std::string id;  ///< ties are broken by it: unique
  geo::Point at;   ///< metres
};

/// Every point is in one cluster, or alone, or without a place.
struct PointClusters {
  std::vector<std::vector<std::size_t>> members;  ///< points by id; clusters by their first core id
  std::vector<std::optional<std::size_t>> cluster_of;  ///< per point; nothing: alone
  std::vector<bool> core;                              ///< per point
  std::vector<std::size_t> without_place;              ///< coordinates that are not finite: listed
};

/// DBSCAN: core points have `least_points` points within the radius (≤); those in each other's
/// radius are one cluster. A border point belongs to its nearest core point (at equal distance, to
/// the one with the lower id), so that the result does not depend on the order of the points.
/// Asserts the parameters' ranges. Cost: O(n log n + pairs within two radii). Pure.
/// Source: Ester, Kriegel, Sander & Xu 1996; the border rule is ours [D].
PointClusters clusters(const std::vector<ClusterPoint>& points,
                       const ClusterParameters& parameters = {});

}  // namespace nahraum::planning
