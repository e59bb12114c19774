#pragma once
/// Diversity: how many of k service types a home reaches.

#include "analysis/coverage.hpp"

namespace nahraum::analysis {

struct TypeLimit {
  std::string type;
  Limit limit;
};

struct HomeDiversity {
  int reached = 0;
  int unknown = 0;  ///< types for which the edge of the data or a missing street leaves it open
};

struct Diversity {
  std::vector<TypeLimit> types;
  std::vector<HomeDiversity> homes;  ///< per Project::homes
};

/// Each type within its limit, on the reversed network. Cost: one search per type, shared out over
/// the threads; the same bytes on any number of them.
Diversity diversity(const District& district, std::vector<TypeLimit> types, jobs::Context& context);

}  // namespace nahraum::analysis
