#pragma once
/// What one home reaches of the basket: minutes to the nearest service of each type.

#include "analysis/both_ways.hpp"
#include "analysis/coverage.hpp"
#include "model/catalogue.hpp"

namespace nahraum::app {

/// One type of the basket, as the home sees it.
struct TypeMinutes {
  std::string type;       ///< catalogue id
  analysis::Limit limit;  ///< the type's own for this profile
  analysis::Way way = analysis::Way::to;
  analysis::HomeReach reach;
  analysis::Within within = analysis::Within::unknown;
  bool in_data = true;  ///< false: the data name no such service; nothing is known
};

/// Values only; may be shared.
struct HomeMinutes {
  std::int32_t home = 0;  ///< its id
  std::string profile;
  std::vector<TypeMinutes> types;  ///< in the catalogue's order
};

/// Of the core types that are walked to and have a limit: what `coverage` tells of the home, by one
/// search out of the home (and one back where a type counts both ways). `home`: index of
/// Project::homes. Throws Cancelled.
HomeMinutes home_minutes(const analysis::District& district, const model::Catalogue& catalogue,
                         std::size_t home, jobs::Context& context);

}  // namespace nahraum::app
