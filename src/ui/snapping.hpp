#pragma once
/// What a drawn vertex holds on to: corners of buildings, nodes of streets and other vertices
/// first, then their edges.

#include <cstdint>
#include <vector>

#include "model/project.hpp"

namespace nahraum::ui {

struct Snapped {
  enum class To { nothing, vertex, edge } to = To::nothing;
  geo::Point at;
};

/// Uniform grid over the segments of streets and buildings. Building costs O(points); immutable,
/// thread-safe.
class Snapper {
 public:
  explicit Snapper(const model::Project& project);

  /// The nearest vertex within `reach_m`, else the nearest place on an edge, else the place itself.
  /// `more`: lines that are not in the project's tables, such as what is being drawn.
  Snapped snap(geo::Point at, double reach_m, const std::vector<geo::Line>& more) const;

 private:
  struct Segment {
    geo::Point a, b;
  };
  struct Entry {
    std::uint64_t cell;
    std::uint32_t segment;
  };
  void add(const geo::Line& line);
  void enter(std::uint32_t index);

  std::vector<Segment> segments_;
  std::vector<Entry> entries_;  ///< by cell
};

}  // namespace nahraum::ui
