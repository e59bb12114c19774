#pragma once
/// Reach with rests: who gets to a service without walking farther than they can from one seat to
/// the next. Home and the service are rests, too.

#include "analysis/coverage.hpp"
#include "analysis/edge_targets.hpp"
#include "analysis/rest_search.hpp"

namespace nahraum::analysis {

/// Ways between several doors and the homes (or any point), from a finished search.
class RestedWays {
 public:
  /// `targets` by id. `towards`: who walks to the doors; else who leaves them. Refers to all but
  /// the targets.
  RestedWays(const District& district, const RestNetwork& rests, Targets targets, float max_gap_m,
             bool towards = true);
  RestedWays(const RestedWays&) = delete;
  RestedWays& operator=(const RestedWays&) = delete;
  ~RestedWays() = default;

  /// What a search starts from: all doors, or those on an edge.
  std::vector<RestLabel> seeds() const;
  void append_seeds_on(EdgeIndex edge, std::vector<RestLabel>& seeds) const;
  /// Cheapest way on which no stretch is too long. `node` is the first node on the way and `parent`
  /// its label; none: along the home's own edge. Cost unreachable: no such way.
  RestLabel way_of(std::size_t home, const RestSearch& search) const;
  RestLabel way_of(EdgeIndex edge, float along_m, const RestSearch& search) const;
  /// What way_of says about the home, as reach() does.
  HomeReach reach_of(std::size_t home, const RestLabel& way) const;

  const Targets& targets() const { return targets_; }

 private:
  void append_starts(std::size_t home, std::vector<RestLabel>& starts) const;
  void meet_doors(const Snap& from, RestLabel& best) const;
  void meet_nodes(std::span<const RestLabel> starts, const RestSearch& search,
                  RestLabel& best) const;

  const District& district_;
  const RestNetwork& rests_;
  const Targets targets_;
  float max_gap_m_;
  bool towards_;
  EdgeTargets on_edge_;
};

/// Per home (index of Project::homes): the way as `reach` finds it, and the cheapest one with
/// enough rests; of both the longest stretch without a rest, −1 where there is no way.
struct Rests {
  float max_gap_m = 0;
  std::vector<HomeReach> plain, rested;
  std::vector<float> plain_longest_m, rested_longest_m;
};

/// Towards the given doors. Exact; costs and metres of `plain` are those of reach() to the last
/// bit, and `rested` is `plain` where no seat is needed. Cost: two searches, the second over a few
/// labels per node. Same bytes on any number of threads.
Rests rests(const District& district, const RestNetwork& network, const Targets& targets,
            float max_gap_m, jobs::Context& context);

/// What a limit makes of a home.
enum class Rested {
  yes,           ///< within the limit with enough rests
  no,            ///< within the limit, but only over stretches that are too long
  out_of_reach,  ///< not within the limit at all
  unknown        ///< the edge of the data decides
};
const char* to_text(Rested answer);
Rested rested_within(const HomeReach& plain, const HomeReach& rested, const Limit& limit);

/// Persons of one group; −1 where the group's numbers are not known for any home.
struct RestGroup {
  long total = 0, rested = 0, unrested = 0, out_of_reach = 0, not_assessable = 0;
  long homes_unknown = 0;
};
struct RestCoverage {
  RestGroup all, age_65, age_80;
  RestGroup homes;  ///< buildings
};
/// Homes in the district only.
RestCoverage rest_coverage(const District& district, const Rests& rests, const Limit& limit);

}  // namespace nahraum::analysis
