#pragma once
/// Views of the map under a name: what is kept of the window's state, and what brings it back.

#include <vector>

#include "app/state.hpp"

namespace nahraum::app {

/// What the user sees, named by what is asked. `centre`, `denominator`: of the map.
model::NamedView named_view(const State& state, const model::Catalogue& catalogue,
                            geo::Point centre, double denominator);
/// The actions that lead there; only what differs is asked again. The map's place is the caller's.
/// A type, profile or scenario that is not there any more is left as it is.
std::vector<Action> actions_to(const State& state, const model::Catalogue& catalogue,
                               const model::NamedView& view);
/// "catchment", "gaps" …: how a layer is called in a project's file.
const char* key_of(MapLayer layer);

}  // namespace nahraum::app
