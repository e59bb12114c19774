#pragma once
/// From map geometry to page paths: transformed, cut to the frame, without detail nobody sees.

#include "render/cairo/canvas.hpp"

namespace nahraum::render {

/// Appends to a path what a frame shows of lines and polygons. Cost: O(points).
class PathBuilder {
 public:
  PathBuilder(const scene::Frame& frame, double tolerance_mm);

  /// `margin_mm`: how far outside the frame a line may lie and still show (half its width).
  void add_line(const geo::Line& line, double margin_mm, Path& path);
  /// Outer rings come out counter-clockwise in page space, holes clockwise, whatever came in.
  void add_polygon(const geo::Polygon& polygon, double margin_mm, Path& path);

 private:
  void project(const std::vector<geo::Point>& points);
  void add_ring(const geo::Ring& ring, bool outer, const geo::Box& box, Path& path);

  scene::Frame frame_;  // without layers: only its transform
  double tolerance_mm_;
  std::vector<geo::Point> page_;     // scratch
  std::vector<geo::Point> clipped_;  // scratch
};

/// Parallel lines inside the path's parts (even-odd per call), as lines. Anchored to the page's
/// origin, so that neighbouring shapes share one pattern.
Path hatch_lines(const Path& rings, const scene::Hatch& hatch);

}  // namespace nahraum::render
