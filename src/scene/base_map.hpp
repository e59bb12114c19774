#pragma once
/// The calm ground that results lie on.

#include <string_view>
#include <vector>

#include "model/project.hpp"
#include "scene/display_list.hpp"
#include "scene/style.hpp"

namespace nahraum::scene {

/// From this scale on trees, grass and graves are left out.
inline constexpr double textures_until = 15000;

/// Layers in drawing order, made once per project: "ground", "areas", "water", "streams", "rail",
/// "buildings", "homes", streets ("street_tunnels" … "street_bridges"), "outside", "district". Each
/// layer knows at which scales it shows. CRS: the project's. Cost: O(points · log areas). Pure.
std::vector<LayerPtr> base_map(const model::Project& project, const Style& style);

/// The same ground as a pale shadow: all of it under a veil of the ground's colour.
std::vector<LayerPtr> paled(std::vector<LayerPtr> base, const geo::Box& extent, const Style& style);
/// Nothing of it but the district's outline.
std::vector<LayerPtr> outline_alone(const std::vector<LayerPtr>& base);

/// Everything known lies within: district, data extent, streets, buildings.
geo::Box extent(const model::Project& project);

/// The layers before the first one whose name begins with `name`, and the rest: results are put
/// between them.
struct SplitLayers {
  std::vector<LayerPtr> below;
  std::vector<LayerPtr> above;
};
SplitLayers split_before(const std::vector<LayerPtr>& layers, std::string_view name);

}  // namespace nahraum::scene
