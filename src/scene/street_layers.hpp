#pragma once
/// Streets as white bands with soft casings.

#include "scene/style.hpp"

namespace nahraum::scene {

/// Tunnels dashed, then casings, then fills by class so that junctions join, then bridges on top;
/// steps as ladders, paths dashed. Roads that nobody walks are drawn with the rest.
std::vector<LayerPtr> street_layers(const model::Project& project, const Style& style);

}  // namespace nahraum::scene
