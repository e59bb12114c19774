#pragma once
/// Answers on the map: catchments, people in the gaps, what cannot be assessed, a route.

#include <vector>

#include "analysis/catchment.hpp"
#include "analysis/coverage.hpp"
#include "analysis/route.hpp"
#include "scene/home_looks.hpp"
#include "scene/style.hpp"

namespace nahraum::scene {

/// What lies within one limit. Outlines of wider limits contain those of narrower ones.
struct Band {
  analysis::Limit limit;
  geo::MultiPolygon outline;
};

/// Nearest first. Soft fields, each showing only what the narrower ones leave, and crisp outlines;
/// the widest limit's is dashed. Layers "catchment", "catchment_outline".
std::vector<LayerPtr> catchment_layers(const std::vector<Band>& bands, const Style& style);

/// Homes in the district that are beyond the limit: hatched buildings near, markers far away; homes
/// that cannot be assessed: grey dots. `reach` per Project::homes.
/// Layers "gaps", "not_assessable", "gap_markers".
std::vector<LayerPtr> gap_layers(const model::Project& project,
                                 const std::vector<analysis::HomeReach>& reach,
                                 const analysis::Limit& limit, const Style& style);

/// The way with its start, its end and what makes it long. Layer "route".
LayerPtr route_layer(const analysis::Route& route, const Style& style);

/// A ring around one place: the service or home that is chosen. Layer "highlight".
LayerPtr highlight_layer(geo::Point at, const Style& style);

/// For home_layers with unknown_homes (0) and gap_homes (1).
std::vector<int> gap_answers(const model::Project& project,
                             const std::vector<analysis::HomeReach>& reach,
                             const analysis::Limit& limit);

}  // namespace nahraum::scene
