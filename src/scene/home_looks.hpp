#pragma once
/// Homes by their answer: filled buildings near, one marker for many far away; colour never stands
/// alone.

#include <cstdint>
#include <string>
#include <vector>

#include "model/project.hpp"
#include "scene/layers.hpp"
#include "scene/style.hpp"

namespace nahraum::scene {

/// From this scale on single buildings are too small to hatch: markers stand for them.
inline constexpr double gap_markers_from = 15000;

/// How the homes of one answer are drawn.
struct HomeLook {
  std::string layer;    ///< its name, "gaps"
  Fill building;        ///< without a shape
  Symbol marker;        ///< without a place, `size_mm` far away
  double alone_mm;      ///< size of the marker of a home without a building outline, near
  bool marked = false;  ///< near, too, a marker of that size stands on the buildings
};

/// Beyond the limit; not assessable: as every map of a result has them.
HomeLook gap_homes(const Style& style);
HomeLook unknown_homes(const Style& style);
/// Missing tags decide: dots. Within the limit, but over stretches without a seat: level hatch.
HomeLook unsure_homes(const Style& style);
HomeLook unrested_homes(const Style& style);
/// What changes between two states: "+" and violet, "−" and orange, paler where only the way gets
/// shorter or longer; beyond the limit before and after: grey hatch; new homes: dashed.
HomeLook gained_homes(const Style& style);
HomeLook lost_homes(const Style& style);
HomeLook nearer_homes(const Style& style);
HomeLook farther_homes(const Style& style);
HomeLook still_gap_homes(const Style& style);
HomeLook new_homes(const Style& style);

/// By grade, with gap_homes: solid and pale; level hatch. Around those between two standards a
/// strong rim. Far away circle, square, triangle, octagon.
HomeLook good_homes(const Style& style);
HomeLook sufficient_homes(const Style& style);
HomeLook between_homes(const Style& style);

/// `answer` per Project::homes: which of the looks, −1 not drawn. `looks` in drawing order. Per
/// look a layer of buildings, then "gap_markers" near and far.
std::vector<LayerPtr> home_layers(const model::Project& project, const std::vector<int>& answer,
                                  std::vector<HomeLook> looks);

/// The places of some homes, for one look after the other.
struct HomeShapes {
  geo::MultiPolygon buildings;
  std::vector<geo::Point> all;
  std::vector<geo::Point> alone;  ///< without a building outline
};
/// `answer` (a look) per Project::homes, −1 not drawn.
std::vector<HomeShapes> home_shapes(const model::Project& project,
                                    const std::vector<std::int32_t>& answer, std::size_t looks);
/// In one look: a layer of buildings, then "gap_markers" near and far; none that would be empty.
std::vector<LayerPtr> layers_of(const HomeShapes& homes, HomeLook look);

}  // namespace nahraum::scene
