#pragma once
/// What a finished search says about the points of an edge.

#include "analysis/catchment.hpp"
#include "analysis/edge_targets.hpp"

namespace nahraum::analysis {

/// Labels anywhere on the network, from a search's labels at the nodes and the targets on edges.
class EdgeLabels {
 public:
  EdgeLabels(const WalkNetwork& network, const Search& search, const EdgeTargets& targets,
             std::span<const Snap> snaps, bool towards)
      : network_(network), search_(search), targets_(targets), snaps_(snaps), towards_(towards) {}

  /// Best way between the point `along_m` of the edge and the targets.
  Label at(EdgeIndex edge, double along_m) const;
  /// Appends the stretches of the edge within the limit, ascending and apart.
  void append_reached(EdgeIndex edge, const Limit& limit, std::vector<ReachedPart>& parts) const;

 private:
  struct End {
    double at_m = 0;
    Label label;
  };
  double reached_from(EdgeIndex edge, const End& from, const End& other, const Limit& limit) const;
  double reached_by_length(EdgeIndex edge, const End& from, const End& other, double limit_m) const;
  bool nearer_by(EdgeIndex edge, const End& from, const End& other, double along_m) const;
  base::Millis between(EdgeIndex edge, double along_m, double end_m) const;
  void append_between(EdgeIndex edge, const End& a, const End& b, const Limit& limit,
                      std::vector<ReachedPart>& parts) const;

  const WalkNetwork& network_;
  const Search& search_;
  const EdgeTargets& targets_;
  std::span<const Snap> snaps_;
  bool towards_;
};

bool is_within(const Label& label, const Limit& limit);

}  // namespace nahraum::analysis
