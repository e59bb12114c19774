#pragma once
/// Adding ways to a project's streets and taking them away, so that what is new is joined to what
/// is there: by a node in common, as OSM joins ways.

#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.hpp"
#include "model/project.hpp"

namespace nahraum::analysis {

/// How far from a walkable street the end of a new path may lie to be joined to it.
inline constexpr double join_within_m = 20;
/// A node that near is the place itself.
inline constexpr double same_node_m = 0.5;

/// By layer, else one above for bridges and one below for tunnels; 0 is the ground.
int level_of(const model::Tags& tags);
/// Where the segments p–q and a–b cross or touch; nothing where they are parallel.
std::optional<geo::Point> crossing_point(geo::Point p, geo::Point q, geo::Point a, geo::Point b);

/// Edits streets in place; after an error they are to be thrown away. New nodes and ways get
/// negative ids, counting down from the lowest there is. Cost: each joint reads all streets.
class StreetEditor {
 public:
  explicit StreetEditor(model::Streets& streets);

  /// A new way. Both ends are joined to the nearest street that can be walked, which is split
  /// there; in between it is joined to every such street that it crosses on its own level (bridge,
  /// tunnel, layer), elsewhere it passes over or under. Errors: no_street_nearby where an end finds
  /// none within `join_within_m`; bad_input where nothing is left between the ends.
  base::Result<void> add_way(const geo::Line& line, model::Tags tags);

  /// A node with these tags on the nearest way that can be walked, at its place nearest to `at`.
  /// Errors: no_street_nearby.
  base::Result<void> add_barrier(geo::Point at, const model::Tags& tags);

  /// Nobody walks there any more: paths go, carriageways stay with foot=no (they still have to be
  /// crossed), squares go. Errors: not_found.
  base::Result<void> remove_way(std::int64_t osm_way_id);
  /// The same of the part between the way's points nearest to two places. Errors: not_found;
  /// bad_input where that part has no length.
  base::Result<void> remove_part(std::int64_t osm_way_id, geo::Point from, geo::Point to);

 private:
  /// A step of a way or of a square's rim that can be walked.
  struct Segment {
    std::uint32_t a = 0, b = 0;
    int level = 0;
  };
  struct Joint {
    Segment segment;
    geo::Point at;
    double distance_m = 0;
  };
  std::vector<Segment> segments() const;
  std::optional<Joint> nearest(geo::Point place, double within_m, int own_level, bool end) const;
  std::uint32_t node_at(const Joint& joint);
  std::uint32_t add_node(geo::Point at);
  void split(std::uint32_t a, std::uint32_t b, std::uint32_t middle);
  void join_crossed(std::vector<std::uint32_t>& nodes, int level);
  std::vector<geo::Point> crossed(geo::Point from, geo::Point to, int level) const;
  bool may_join(std::uint32_t node) const;
  std::size_t cut_at(std::size_t way, double along_m);

  model::Streets& streets_;
  std::int64_t next_node_ = -1;
  std::int64_t next_way_ = -1;
};

}  // namespace nahraum::analysis
