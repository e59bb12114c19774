#pragma once
/// Who may walk where by OSM's access tags: the rules behind `walkable` (street_graph.hpp).

#include "model/tags.hpp"

namespace nahraum::analysis {

/// Whether a barrier node ends the way for everybody on foot: a wall, or a gate that is private.
bool stops_feet(const model::Tags& node_tags);

/// A way made for feet (footway, path, steps …), not a carriageway that people walk beside.
bool foot_only(const model::Tags& way_tags);

/// Allowed directions on foot: `forward` along the way's node order.
struct FootDirections {
  bool forward = true;
  bool backward = true;
};
FootDirections foot_directions(const model::Tags& way_tags);

}  // namespace nahraum::analysis
