#pragma once
/// The missing bench that opens most: places for new seats, ranked by who gains a way.

#include "analysis/seat_gaps.hpp"

namespace nahraum::analysis {

/// A place for a new seat.
struct SeatPlace {
  geo::Point at;
  EdgeIndex edge = none;
  std::vector<Spot> spots;  ///< the ways it serves
};

/// Junctions and points along the edges that the profile walks, at most `candidate_spacing` apart;
/// none on steps, crossings, in tunnels or lifts. By node, then by edge and position.
std::vector<SeatPlace> seat_places(const District& district, const model::RestRules& rules);

struct SeatQuestion {
  Targets targets;
  float max_gap_m = 0;
  Limit limit;
};

/// What one more seat changes for homes of the district: who comes to have a way with enough rests
/// within the limit (less who loses it, where the limit is in metres and a new way is quicker but
/// longer).
struct SeatGain {
  std::size_t place = 0;  ///< index of the places
  Walkers gained;
  float longest_m = 0;  ///< longest stretch on the new ways of those who gain
  Walkers left;         ///< still without such a way
};

/// Greedy: again and again the place that opens ways for the most people aged 65 and over (then 80
/// and over, all, homes; then the one that leaves the shortest stretches; then the first place).
/// Each gain is what counting again with that seat gives. Fewer than `count` where no single seat
/// opens anything more: gains need not shrink, since two seats may do what neither does alone.
/// Places that cannot win are left out by a bound: a new way leads from the home to the place and
/// on to the service, each with rests. Cost: per round one search, one small search for every home
/// that gains nothing yet (kept between rounds), and one repair for each place near the top.
std::vector<SeatGain> suggest_seats(const District& district, RestNetwork network,
                                    const std::vector<SeatPlace>& places,
                                    const SeatQuestion& question, int count,
                                    jobs::Context& context);

/// The gain of every place, one after the other, without the bound: for comparison. Slow.
std::vector<SeatGain> all_seat_gains(const District& district, RestNetwork network,
                                     const std::vector<SeatPlace>& places,
                                     const SeatQuestion& question, jobs::Context& context);

}  // namespace nahraum::analysis
