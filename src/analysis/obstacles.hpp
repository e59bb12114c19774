#pragma once
/// What stands in the way of one profile, and what the way would cost without it.

#include "analysis/changed_network.hpp"
#include "analysis/edge_effects.hpp"
#include "analysis/reach.hpp"

namespace nahraum::analysis {

/// What is mended, as tags would say it: steps (a way without steps and without a ramp's detour,
/// as long as they are), kerb (raised or rolled: flush), crossing (unmarked over a street of 50
/// km/h and more: marked), surface (rough, soft, bad: asphalt), width (too narrow: wide enough),
/// gate (stile, turnstile, bollards too close: gone).
enum class ObstacleKind { steps, kerb, crossing, surface, width, gate };
inline constexpr ObstacleKind all_obstacle_kinds[] = {ObstacleKind::steps,    ObstacleKind::kerb,
                                                      ObstacleKind::crossing, ObstacleKind::surface,
                                                      ObstacleKind::width,    ObstacleKind::gate};
const char* to_text(ObstacleKind kind);  ///< stable: "steps"

/// One obstacle: an OSM way or node, or several that only help when all are mended.
struct Obstacle {
  ObstacleKind kind = ObstacleKind::steps;
  std::vector<model::OsmId> osm;  ///< way or area, or node; ascending
  std::string name;               ///< of the way or of what lies between its parts; "" none
  geo::Point at;                  ///< middle of its parts
  NetworkChange without;
};

struct Obstacles {
  std::vector<Obstacle> list;  ///< by kind, then by OSM id
  long closed_otherwise = 0;   ///< further ones, whose ways stay closed for another reason
};

/// What keeps the profile from walking at its own speed, or at all, and could be mended by
/// building. Costs come from the same rules as the network's, read with mended tags; elements stay
/// where they are, steps stay level. Flights between which nobody can turn off, lives or
/// finds a service are one obstacle; so are the kerbs of one crossing way. Sorted and the same
/// every time. Pure. Cost: O(ways + edges).
Obstacles obstacles_of(const District& district);

/// Tags with one fault mended; nothing where they do not have it. Of a way or area, of a node.
std::optional<model::Tags> mended_way(const model::Tags& tags, ObstacleKind kind,
                                      const model::Profile& profile);
std::optional<model::Tags> mended_node(const model::Tags& tags, ObstacleKind kind,
                                       const model::Profile& profile);

}  // namespace nahraum::analysis
