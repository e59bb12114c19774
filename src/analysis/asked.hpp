#pragma once
/// One search between snaps: from or to some, answered at others.

#include "analysis/edge_cost.hpp"
#include "analysis/edge_span.hpp"

namespace nahraum::analysis {

/// A finished search from or to some snaps, asked at other snaps.
class Asked {
 public:
  Asked(const WalkNetwork& network, std::span<const Snap> targets, bool towards)
      : network_(network),
        targets_(targets),
        towards_(towards),
        on_edge_(network, targets, towards) {}

  /// Before `at`; `search` keeps the labels and outlives this.
  void run(Search& search, const Bounds& bounds, const jobs::Context& context) {
    search_ = &search;
    search.run(network_, seeds_at(network_, targets_, towards_), towards_, bounds, context);
  }
  /// The asking place's own walk to the street included.
  Label at(const Snap& place) const {
    if (!place.found()) return {};
    Label label =
        EdgeLabels(network_, *search_, on_edge_, targets_, towards_).at(place.edge, place.along_m);
    label.cost = add(label.cost, snap_cost(network_, place.walk_m));
    label.metres += place.walk_m;
    return label;
  }

 private:
  const WalkNetwork& network_;
  std::span<const Snap> targets_;
  bool towards_;
  EdgeTargets on_edge_;
  const Search* search_ = nullptr;
};

}  // namespace nahraum::analysis
