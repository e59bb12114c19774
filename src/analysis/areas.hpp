#pragma once
/// The areas that a project's residents were given by, as units to report in.

#include <string>
#include <vector>

#include "analysis/population_cells.hpp"

namespace nahraum::analysis {

struct Areas {
  std::string source;                 ///< file name; "" when there are none
  std::vector<std::uint32_t> cells;   ///< indices of Project::population, in its order
  std::vector<std::int32_t> of_home;  ///< per Project::homes, index into `cells`; −1: in none
};

/// Of all sources the one whose cells hold most homes of the district, of equals the one with the
/// fewest (so the 1-km census grid rather than the 100-m grid within it). Cells without homes of
/// the district are left out. A home lies in the smallest cell at its place.
/// Cost: O(homes · sources).
Areas areas_of(const model::Project& project);

}  // namespace nahraum::analysis
