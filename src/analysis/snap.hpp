#pragma once
/// From a place to the network: the nearest walkable point of an edge.

#include "analysis/walk_network.hpp"

namespace nahraum::analysis {

/// Where a place meets the network. `walk_m` (≤ 150 m) is walked too, at the profile's speed.
struct Snap {
  EdgeIndex edge = none;  ///< none: nothing walkable near ("no_street")
  float along_m = 0;      ///< from the edge's tail
  float walk_m = 0;
  geo::Point at;  ///< on the edge
  bool found() const { return edge != none; }
};

inline constexpr double max_snap_m = 150.0;

/// Spatial index over the edges that a profile may walk. Immutable after building; thread-safe.
/// Plain rule: the nearest edge wins, equally near ones by the lower index, also when it belongs to
/// a fragment that leads nowhere (the answer is then `unreachable`, which is what the data say: in
/// Aachen 0.5 % of homes for adults, 1.5 % for wheels).
class Snapper {
 public:
  explicit Snapper(const WalkNetwork& network);
  ~Snapper();
  Snapper(const Snapper&) = delete;
  Snapper& operator=(const Snapper&) = delete;
  Snapper(Snapper&&) noexcept;
  Snapper& operator=(Snapper&&) noexcept;

  Snap snap(geo::Point place) const;
  /// Entrances first: the nearest of their snaps; the place itself only when there are none.
  Snap snap(geo::Point place, const std::vector<geo::Point>& entrances) const;
  /// The nearest point of every edge within `radius_m` of the place, ascending by edge.
  std::vector<Snap> all_within(geo::Point place, double radius_m) const;

 private:
  struct Index;
  std::unique_ptr<Index> index_;
};

}  // namespace nahraum::analysis
