#pragma once
/// Where the actors of a network stand on its drawing. Coordinates as scene/charts/network.hpp has
/// them: −1 … 1 in both directions, y down.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "geo/values.hpp"

namespace nahraum::planning {

struct LayoutNode {
  std::string id;                  ///< unique: new nodes are placed by it
  std::optional<geo::Point> kept;  ///< where it stands on the drawing so far; nothing: new
};
struct LayoutTie {
  std::size_t a = 0, b = 0;  ///< nodes; a tie of a node to itself pulls nothing
  int strength = 1;          ///< 1 … 3: pulls as much
};
/// Our own design defaults [D].
struct ForceParameters {
  int iterations = 300;
  double furthest_kept = 0.08;  ///< no kept node moves farther from where it stood
};

/// Forces of ties, of the nodes on each other and of the centre move the nodes, each step by less
/// (Fruchterman & Reingold 1991). The drawing does not jump: new nodes start between their
/// neighbours, and a kept one stays within `furthest_kept` of its place, so one tie more or less
/// moves nobody farther than that; repeating the layout goes on from there.
/// Result: per node, in the unit disc, finite for every input (a kept place that is not finite
/// counts as new, one outside the disc as the nearest on its rim). Asserts that ties name nodes.
/// Cost: O(iterations · (n² + m)). Pure, deterministic, whatever the order of the ties.
std::vector<geo::Point> force_layout(const std::vector<LayoutNode>& nodes,
                                     std::vector<LayoutTie> ties,
                                     const ForceParameters& parameters = {});

struct RingNode {
  std::string id;
  int strength = 0;  ///< of the tie to the centre: 3 inner … 1 outer; less than 1: unconnected
  std::size_t sector = 0;
};
struct RingSector {
  std::size_t sector = 0;
  double from = 0, to = 0;  ///< radians from the top, clockwise
};
/// Radii of strength 3, 2, 1 and of the unconnected.
inline constexpr std::array<double, 4> ring_radii{0.3, 0.55, 0.8, 1.0};

struct RingLayout {
  std::vector<geo::Point> at;       ///< per node
  std::vector<RingSector> sectors;  ///< those with nodes, in their order; all together the circle
};
/// Rings around one actor (egocentric map): near is strong. Each node has an angle of its own
/// within its sector, by id. Strength above 3 counts as 3. Cost: O(n log n). Pure. Source:
/// domain.md §5 [K: Kahn & Antonucci 1980; Straus 2002]; angles by sector [D].
RingLayout ring_layout(const std::vector<RingNode>& nodes);

}  // namespace nahraum::planning
