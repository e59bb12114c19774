#pragma once
/// A shape that grows under the mouse: one small machine for every tool that draws. It knows
/// places and presses only; what becomes of the shape, and what snaps, is others' business.

#include <optional>
#include <vector>

#include "geo/values.hpp"

namespace nahraum::ui {

class Drawing {
 public:
  /// point: one click. pair: pressed here, released there; a click alone gives one point. line,
  /// polygon: a click a vertex, ended by a double click, Enter or, for polygons, a click on the
  /// first vertex. freehand: as long as the button is held.
  enum class Shape { point, pair, line, polygon, freehand };
  enum class Key { enter, backspace, escape };

  explicit Drawing(Shape shape) : shape_(shape) {}

  /// What the mouse did, in the order in which it did. `near_m`: what counts as the same place
  /// (a few pixels).
  void press(geo::Point at);
  void move(geo::Point at, double near_m);
  /// `moved`: the press was a drag. Lines and polygons leave drags to the map.
  void release(geo::Point at, bool moved, double near_m);
  void double_click();
  void key(Key key);

  bool done() const { return done_; }
  bool given_up() const { return given_up_; }
  bool begun() const { return !points_.empty(); }
  /// Whether a drag draws, and does not move the map.
  bool draws_by_dragging() const { return shape_ == Shape::pair || shape_ == Shape::freehand; }
  Shape shape() const { return shape_; }
  /// Its vertices so far. Once it is done: without what lies in one place; a polygon's is not
  /// closed.
  const std::vector<geo::Point>& points() const { return points_; }
  /// With where the next vertex would come.
  std::vector<geo::Point> shown() const;

 private:
  std::size_t least() const;
  void finish();

  Shape shape_;
  std::vector<geo::Point> points_;
  std::optional<geo::Point> next_;
  bool held_ = false, done_ = false, given_up_ = false;
};

/// The same line with fewer vertices, nowhere farther than `tolerance_m` from it (Douglas and
/// Peucker 1973).
std::vector<geo::Point> simplified(const std::vector<geo::Point>& line, double tolerance_m);

}  // namespace nahraum::ui
