#pragma once
/// A layer made ready for the graphics card: bytes only, no GL, so that workers make it.

#include <cstdint>
#include <optional>
#include <vector>

#include "jobs/context.hpp"
#include "scene/display_list.hpp"

namespace nahraum::render::gl {

/// Metres relative to `Mesh::origin`; premultiplied RGBA.
struct FillVertex {
  float x = 0, y = 0;
  std::uint32_t rgba = 0;
};

/// One segment. `width` in mm, negative in metres of the map; see shaders/line.vert.
struct LineSegment {
  float px = 0, py = 0, qx = 0, qy = 0;
  float width = 0, min_width = 0, along = 0, round = 1;
  float dash_on = 0, dash_off = 0, plus = 0;
  std::uint32_t rgba = 0;
};

/// A run of vertices or segments that lie together; skipped when `bounds` is out of the view.
struct Bucket {
  geo::Box bounds;
  std::uint32_t first = 0, count = 0;
};

/// Items of one kind that follow each other in the layer, by place.
struct Batch {
  enum class Kind { fill, hatch, line, sprite } kind = Kind::fill;
  std::optional<scene::Hatch> hatch;
  double reach_m = 0;   ///< half of the widest stroke, metres …
  double reach_mm = 0;  ///< … or millimetres
  std::vector<Bucket> buckets;
};

/// Text or Symbol, drawn as one quad of the atlas.
struct Sprite {
  std::variant<scene::Text, scene::Symbol> item;
  geo::Point at;
  std::vector<Sprite> letters;  ///< of a text along a line: halo and ink of each glyph in turn
};

struct Mesh {
  geo::Point origin;
  geo::Box bounds;
  std::vector<FillVertex> fills;
  std::vector<LineSegment> lines;
  std::vector<Sprite> sprites;
  std::vector<Batch> batches;  ///< in drawing order
  double min_denominator = 0, max_denominator = 1e12;
  std::size_t bytes() const {
    return fills.size() * sizeof(FillVertex) + lines.size() * sizeof(LineSegment);
  }
};

/// RGBA bytes in memory order, colour times alpha.
std::uint32_t premultiplied(scene::Color color);

/// Fills are triangulated by GEOS; a shape that GEOS refuses keeps its outline only. Batches follow
/// the items' order; inside a batch the order holds per bucket. Pure, reentrant, honours cancel.
/// Cost: 0.1–0.8 M polygon vertices/s.
Mesh build_mesh(const scene::Layer& layer, jobs::Context& context);

}  // namespace nahraum::render::gl
