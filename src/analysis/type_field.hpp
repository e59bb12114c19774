#pragma once
/// How every node and every home reaches one service type: what changes of the network start from.

#include "analysis/coverage.hpp"
#include "analysis/edge_targets.hpp"
#include "analysis/homes_on_edges.hpp"
#include "analysis/search.hpp"

namespace nahraum::analysis {

/// Immutable; shared by threads. Labels beyond a limit in seconds are left out.
struct TypeField {
  Targets targets;  ///< by id
  Limit limit;
  base::Millis bound = base::unreachable;  ///< of the labels
  std::vector<Label> labels;               ///< per node
  std::vector<Seed> seeds;
  std::vector<bool> target_on_edge;  ///< per edge
  std::vector<Within> answers;       ///< per home, as coverage() counts it; homes of the rim too

  /// Cost: one bounded search and every home. Throws Cancelled.
  TypeField(const District& district, const TypeLimit& question, jobs::Context& context);
};

/// From a home by either end of its edge.
Label way_of(const Access& access, const std::vector<Label>& labels);
/// Along the home's own edge to a target on it.
Label direct_way(const WalkNetwork& network, const EdgeTargets& on_edge, const Snap& home);
/// What a limit makes of a home whose best way that is; the edge of the data as it is.
Within within(const District& district, std::size_t home, const Label& way, const Limit& limit);

/// Homes at a street node, each once for every edge through which it meets it. Those in the
/// district only.
class HomesAtNodes {
 public:
  explicit HomesAtNodes(const District& district);
  template <class Visit>
  void visit(NodeIndex node, Visit visit) const {
    for (auto i = begin_[node]; i < begin_[node + 1]; ++i)
      visit(homes_[i]);
  }

 private:
  std::vector<std::uint32_t> begin_, homes_;
};

}  // namespace nahraum::analysis
