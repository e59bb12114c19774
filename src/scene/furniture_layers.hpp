#pragma once
/// What stands on and beside the streets: crossings and benches, at large scales.

#include "model/project.hpp"
#include "scene/style.hpp"

namespace nahraum::scene {

/// Marked crossings as stripes, those with signals as two broken lines; benches. Mapped as ways
/// they are drawn along these, as points across their street. Layers "crossings", "benches".
std::vector<LayerPtr> furniture_layers(const model::Project& project, const Style& style);

}  // namespace nahraum::scene
