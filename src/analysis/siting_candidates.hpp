#pragma once
/// Where a service could be.

#include "analysis/reach.hpp"

namespace nahraum::analysis {

struct Candidate {
  geo::Point at;
  Snap snap;
  std::string name;  ///< of a given place; "" for a point of a street
};

/// Every junction and end of a street that the profile may walk inside the district, and points
/// between them no more than `spacing_m` apart. In the graph's order. O(edges · district outline).
std::vector<Candidate> street_candidates(const District& district, double spacing_m);

/// A given place. Errors: bad_input where the project's streets do not reach (outside its data);
/// no_street_nearby where nothing walkable is within 150 m.
base::Result<Candidate> candidate_at(const District& district, geo::Point at, std::string name);

}  // namespace nahraum::analysis
