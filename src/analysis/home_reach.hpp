#pragma once
/// Reach the other way round: one home, many types of services.

#include "analysis/both_ways.hpp"

namespace nahraum::analysis {

/// A type, and the way that counts for it.
struct TypeAndWay {
  std::string type;
  Way way = Way::to;
};

/// What reach_by tells of one home (index of Project::homes), per type: by one search out of the
/// home and, where a way back counts, one into it. Cost: two searches for any number of types,
/// where reach_by needs one or two for each. Throws Cancelled.
std::vector<HomeReach> reach_of_home(const District& district, std::size_t home,
                                     const std::vector<TypeAndWay>& types,
                                     const jobs::Context& context);

}  // namespace nahraum::analysis
