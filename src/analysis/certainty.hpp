#pragma once
/// How sure an answer is: what missing tags leave open, and which of them matter most.

#include <string>
#include <vector>

#include "analysis/coverage.hpp"

namespace nahraum::analysis {

/// Whether a home reaches the service in both answers, in the optimistic one only, or in none. A
/// home that one of the two cannot judge is unknown.
enum class Sure { yes, open, no, unknown };
Sure sure(const HomeReach& cautious, const HomeReach& optimistic, const Limit& limit);

/// A tag that nobody has mapped, on the way of people whose answer it decides.
struct MissingFact {
  model::OsmId osm;  ///< the way ("w…") or the crossing's node ("n…"); kind '-' without OSM id
  std::string key;   ///< "surface", "width", "access", "kerb"
  std::string name;  ///< of the street, "" where it has none
  geo::Point at;     ///< middle of the way, or the crossing
  geo::Line line;    ///< the way; empty for a crossing
  long homes = 0;
  long all = -1, age_65 = -1, age_80 = -1;  ///< persons; −1: unknown for all of these homes
};

/// The list for the next Quartiersbegehung: of every home in the district whose answer is open, the
/// facts that its optimistic way runs over and that the cautious answer takes for bad; ranked by
/// persons of 80+, then 65+, all, homes. A person is counted at each fact on the way, so the rows
/// do not add up. Both districts are of one project and profile, `reach_*` of one type on them.
/// Cost: one search and the length of the open homes' ways. Errors: cancelled.
std::vector<MissingFact> survey_list(const District& optimistic, const District& cautious,
                                     std::string_view type,
                                     const std::vector<HomeReach>& reach_optimistic,
                                     const std::vector<HomeReach>& reach_cautious,
                                     const Limit& limit, jobs::Context& context);

}  // namespace nahraum::analysis
