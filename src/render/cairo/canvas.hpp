#pragma once
/// What a sheet is drawn on: pixels and PDF through Cairo, or SVG text. Page millimetres, y down.

#include <cstddef>
#include <vector>

#include "geo/values.hpp"
#include "scene/display_list.hpp"

namespace nahraum::render {

/// Many rings or lines that are drawn with one look.
struct Path {
  std::vector<geo::Point> points;
  std::vector<std::size_t> starts;  ///< index of each part's first point
  bool closed = false;

  std::size_t part_count() const { return starts.size(); }
  std::size_t part_end(std::size_t part) const {
    return part + 1 < starts.size() ? starts[part + 1] : points.size();
  }
  bool empty() const { return starts.empty(); }
  void clear() {
    points.clear();
    starts.clear();
  }
};

/// A stroke with its width resolved to the page.
struct Pen {
  scene::Color color;
  double width_mm = 0.2;
  std::vector<double> dash_mm;
  bool round = true;
  friend bool operator==(const Pen&, const Pen&) = default;
};

class Canvas {
 public:
  virtual ~Canvas() = default;
  /// Everything until `end_frame` is clipped to the box.
  virtual void begin_frame(const geo::Box& page_mm) = 0;
  virtual void end_frame() = 0;
  /// Non-zero winding; outer rings and holes run opposite ways.
  virtual void fill(const Path& path, scene::Color color) = 0;
  virtual void stroke(const Path& path, const Pen& pen) = 0;
  virtual void text(const scene::Text& text, geo::Point at_mm) = 0;
  virtual void symbol(const scene::Symbol& symbol, geo::Point at_mm) = 0;
  /// Detail smaller than this is not seen.
  virtual double tolerance_mm() const = 0;
};

}  // namespace nahraum::render
