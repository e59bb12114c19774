#pragma once
/// The sea: OSM draws only its shore (`natural=coastline`, land on the left, water on the right).

#include <vector>

#include "geo/values.hpp"
#include "io/osm_frame.hpp"

namespace nahraum::io {

/// Collects shore lines and closes them to faces of water at the edge of a box.
class Coastline {
 public:
  void add(const WayPoints& points);
  /// Water within `box`; nothing where there is no shore. A shore that ends within the box (the
  /// file was cut there) is led on in its last direction to the box's edge. Faces with shores that
  /// contradict each other are left out.
  geo::MultiPolygon sea(const geo::Box& box) const;

 private:
  std::vector<geo::Line> ways_;
};

}  // namespace nahraum::io
