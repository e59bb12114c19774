#pragma once
/// Is a point inside? Asked a million times of the same polygons.

#include <cstdint>
#include <vector>

#include "geo/values.hpp"

namespace nahraum::io {

/// Polygons that do not overlap, cut into horizontal bands, each with the edges that cross it. Same
/// answers as geo::contains, at the cost of a few edges instead of all. Immutable, any thread.
class Region {
 public:
  explicit Region(const geo::MultiPolygon& polygons);
  bool contains(geo::Point p) const;
  const geo::Box& box() const { return box_; }

 private:
  struct Edge {
    geo::Point a, b;
  };
  std::size_t band_of(double y) const;

  geo::Box box_;
  std::vector<std::vector<Edge>> bands_;
};

}  // namespace nahraum::io
