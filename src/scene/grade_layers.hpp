#pragma once
/// Homes by their grade, made so that thresholds may move: the layers of every grade that a group
/// of homes can get are made once; a move only picks others of them.

#include "analysis/grading.hpp"
#include "scene/home_looks.hpp"

namespace nahraum::scene {

HomeLook grade_look(analysis::Grade grade, const Style& style);

struct GradedHomes {
  analysis::GradeGroups groups;
  /// Per group, by grade; empty where the group never gets it.
  std::vector<std::array<std::vector<LayerPtr>, analysis::grade_count>> by_grade;
  std::vector<std::vector<LayerPtr>> between;  ///< per group; empty where it never falls there
};
/// Cost: O(buildings); each outline is copied once per grade that it can get. Pure.
GradedHomes graded_homes(const model::Project& project, const analysis::GradeGroups& groups,
                         const Style& style);
/// From good to gap, then who falls between. Empty where a threshold is none of the groups' steps.
/// Cost: O(groups), whatever the number of homes.
std::vector<LayerPtr> grade_layers(const GradedHomes& homes,
                                   const analysis::Thresholds& thresholds);

}  // namespace nahraum::scene
