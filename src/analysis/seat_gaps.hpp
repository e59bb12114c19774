#pragma once
/// Stretches without a seat that residents walk, and how many seats are missing on them.

#include "analysis/rests.hpp"

namespace nahraum::analysis {

/// Counted persons; homes whose number is unknown count as nobody here.
struct Walkers {
  long all = 0, age_65 = 0, age_80 = 0, homes = 0;
  void add(const model::Residents& residents, long sign = 1);
};

/// A piece of an edge between two seats, as far as it is walked.
struct GapPiece {
  EdgeIndex edge = none;
  float from_m = 0, to_m = 0;  ///< from the edge's tail
  float gap_m = 0;             ///< longest stretch without a rest that leads over it
  Walkers walkers;             ///< whose way leads over it
  Walkers too_far;             ///< of those, who walk farther than the limit there
};

/// `pieces`: those over which somebody walks too far, by edge and position. `missing[k]`: who needs
/// k more seats on their way (0 … 3; the last: three and more).
struct SeatGaps {
  std::vector<GapPiece> pieces;
  Walkers missing[4];
};

/// On the plain cheapest ways of those in the district who reach a service within the limit. Cost:
/// one search and the ways home by home.
SeatGaps seat_gaps(const District& district, const RestNetwork& network, const Targets& targets,
                   float max_gap_m, const Limit& limit, jobs::Context& context);

}  // namespace nahraum::analysis
