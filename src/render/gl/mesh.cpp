#include "render/gl/mesh.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "geo/overlay.hpp"
#include "scene/curved_text.hpp"

namespace nahraum::render::gl {
namespace {

constexpr double bucket_m = 400;
constexpr int max_runs = 64;

using Cell = std::pair<std::int32_t, std::int32_t>;
Cell cell_of(geo::Point p) {
  // Rows first: neighbours along a row lie together in the buffers and are drawn in one call.
  return {static_cast<std::int32_t>(std::floor(p.y / bucket_m)),
          static_cast<std::int32_t>(std::floor(p.x / bucket_m))};
}

template <class T>
struct Part {
  geo::Box bounds;
  std::vector<T> items;
};

/// One batch that is being filled.
struct Open {
  Batch batch;
  std::map<Cell, Part<FillVertex>> fills;
  std::map<Cell, Part<LineSegment>> lines;
  std::vector<Sprite> sprites;
};

/// What follows each other without a change of kind or style: insides, then hatches, then lines.
struct Run {
  std::optional<scene::Color> fill_style;
  std::optional<scene::Stroke> line_style;
  Open inside, line, sprite;
  std::vector<Open> hatches;
};

/// Where styles change rarely, every style is a batch and the layer's order holds everywhere; where
/// they change with every item (buildings), items do not overlap and place goes before order.
struct Runs {
  bool split_fills = false, split_lines = false;
};

Runs runs_of(const scene::Layer& layer) {
  int fills = 0, lines = 0;
  std::optional<scene::Color> color;
  const scene::Stroke* stroke = nullptr;
  for (const auto& item : layer.items) {
    if (const auto* fill = std::get_if<scene::Fill>(&item)) {
      fills += fill->color != color;
      color = fill->color;
    } else if (const auto* line = std::get_if<scene::Polyline>(&item)) {
      lines += !stroke || !(*stroke == line->stroke);
      stroke = &line->stroke;
    }
  }
  return {fills <= max_runs, lines <= max_runs};
}

class Builder {
 public:
  Builder(Mesh& mesh, Runs runs) : mesh_(mesh), runs_(runs) {}

  void add(const scene::Fill& fill) {
    if (kind_ != 0 || (runs_.split_fills && run_.fill_style != fill.color)) close();
    kind_ = 0;
    run_.fill_style = fill.color;
    if (fill.color || fill.hatch) add_inside(fill);
    if (fill.outline) add_outline(fill, *fill.outline);
  }
  void add(const scene::Polyline& line) {
    const bool other = !run_.line_style || !(*run_.line_style == line.stroke);
    if (kind_ != 1 || (runs_.split_lines && other)) close();
    kind_ = 1;
    run_.line_style = line.stroke;
    add_line(line.line, line.stroke);
  }
  void add(const scene::Symbol& symbol) { add_sprite({symbol, symbol.at, {}}); }
  void add(const scene::Text& text) {
    Sprite sprite{text, text.at, {}};
    for (const auto& glyph : text.glyphs) {
      sprite.letters.push_back({scene::halo_of(text, glyph), text.at, {}});
      sprite.letters.push_back({scene::ink_of(text, glyph), text.at, {}});
    }
    add_sprite(std::move(sprite));
  }
  void close();

 private:
  void add_inside(const scene::Fill& fill);
  void add_outline(const scene::Fill& fill, const scene::Stroke& stroke);
  void add_triangles(Open& open, const std::vector<geo::Point>& corners, scene::Color color);
  void add_line(const geo::Line& line, const scene::Stroke& stroke);
  void add_sprite(Sprite sprite) {
    if (kind_ != 2) close();
    kind_ = 2;
    run_.sprite.sprites.push_back(std::move(sprite));
  }
  Open& hatch_batch(const scene::Hatch& hatch);
  void close(Open& open, Batch::Kind kind);
  float x(geo::Point p) const { return static_cast<float>(p.x - mesh_.origin.x); }
  float y(geo::Point p) const { return static_cast<float>(p.y - mesh_.origin.y); }

  Mesh& mesh_;
  Runs runs_;
  Run run_;
  int kind_ = -1;
};

Open& Builder::hatch_batch(const scene::Hatch& hatch) {
  for (auto& open : run_.hatches) {
    if (*open.batch.hatch == hatch) return open;
  }
  run_.hatches.emplace_back().batch.hatch = hatch;
  return run_.hatches.back();
}

/// GEOS wants valid input; a polygon with a crossing border is mended first.
std::vector<geo::Point> triangles_of(const geo::MultiPolygon& shape) {
  if (auto corners = geo::triangulate(shape)) return std::move(*corners);
  const auto valid = geo::make_valid(shape);
  if (!valid) return {};
  auto corners = geo::triangulate(*valid);
  return corners ? std::move(*corners) : std::vector<geo::Point>{};
}

void Builder::add_inside(const scene::Fill& fill) {
  const auto corners = triangles_of(fill.shape);
  if (corners.empty()) return;
  if (fill.color) add_triangles(run_.inside, corners, *fill.color);
  if (fill.hatch) add_triangles(hatch_batch(*fill.hatch), corners, fill.hatch->color);
}

void Builder::add_outline(const scene::Fill& fill, const scene::Stroke& stroke) {
  for (const auto& polygon : fill.shape) {
    add_line(polygon.outer, stroke);
    for (const auto& hole : polygon.holes)
      add_line(hole, stroke);
  }
}

/// Large shapes are spread over the buckets triangle by triangle: they have one colour, so their
/// order among themselves does not show.
void Builder::add_triangles(Open& open, const std::vector<geo::Point>& corners,
                            scene::Color color) {
  geo::Box box;
  for (const auto& p : corners)
    box.add(p);
  const bool spread = box.width() > bucket_m || box.height() > bucket_m;
  const auto rgba = premultiplied(color);
  for (std::size_t i = 0; i + 2 < corners.size(); i += 3) {
    const auto &a = corners[i], &b = corners[i + 1], &c = corners[i + 2];
    const geo::Point middle{(a.x + b.x + c.x) / 3, (a.y + b.y + c.y) / 3};
    auto& part = open.fills[cell_of(spread ? middle : box.centre())];
    for (const auto& p : {a, b, c}) {
      part.bounds.add(p);
      part.items.push_back({x(p), y(p), rgba});
    }
  }
}

LineSegment style_of(const scene::Stroke& stroke) {
  LineSegment segment;
  segment.width = static_cast<float>(stroke.map_metres ? -stroke.width : stroke.width);
  segment.min_width = static_cast<float>(stroke.min_width_mm);
  segment.plus = static_cast<float>(stroke.plus_mm);
  segment.round = stroke.round ? 1.f : 0.f;
  if (stroke.dash_mm.size() >= 2) {
    segment.dash_on = static_cast<float>(stroke.dash_mm[0]);
    segment.dash_off = static_cast<float>(stroke.dash_mm[1]);
  }
  segment.rgba = premultiplied(stroke.color);
  return segment;
}

void Builder::add_line(const geo::Line& line, const scene::Stroke& stroke) {
  auto& batch = run_.line.batch;
  batch.reach_m = std::max(batch.reach_m, stroke.map_metres ? stroke.width / 2 : 0);
  const double mm = (stroke.map_metres ? stroke.min_width_mm : stroke.width) + stroke.plus_mm;
  batch.reach_mm = std::max(batch.reach_mm, mm / 2);
  LineSegment segment = style_of(stroke);
  double along = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const auto p = line[i - 1], q = line[i];
    segment.px = x(p), segment.py = y(p), segment.qx = x(q), segment.qy = y(q);
    segment.along = static_cast<float>(along);
    along += geo::distance(p, q);
    auto& part = run_.line.lines[cell_of({(p.x + q.x) / 2, (p.y + q.y) / 2})];
    part.bounds.add(p);
    part.bounds.add(q);
    part.items.push_back(segment);
  }
}

template <class T>
void append(std::vector<T>& to, const std::map<Cell, Part<T>>& parts, Batch& batch) {
  for (const auto& [cell, part] : parts) {
    batch.buckets.push_back({part.bounds, static_cast<std::uint32_t>(to.size()),
                             static_cast<std::uint32_t>(part.items.size())});
    to.insert(to.end(), part.items.begin(), part.items.end());
  }
}

void Builder::close(Open& open, Batch::Kind kind) {
  open.batch.kind = kind;
  append(mesh_.fills, open.fills, open.batch);
  append(mesh_.lines, open.lines, open.batch);
  if (!open.sprites.empty()) {
    geo::Box box;
    for (const auto& sprite : open.sprites)
      box.add(sprite.at);
    open.batch.buckets.push_back({box, static_cast<std::uint32_t>(mesh_.sprites.size()),
                                  static_cast<std::uint32_t>(open.sprites.size())});
    std::move(open.sprites.begin(), open.sprites.end(), std::back_inserter(mesh_.sprites));
  }
  for (const auto& bucket : open.batch.buckets)
    mesh_.bounds.add(bucket.bounds);
  if (!open.batch.buckets.empty()) mesh_.batches.push_back(std::move(open.batch));
}

void Builder::close() {
  close(run_.inside, Batch::Kind::fill);
  for (auto& hatch : run_.hatches)
    close(hatch, Batch::Kind::hatch);
  close(run_.line, Batch::Kind::line);
  close(run_.sprite, Batch::Kind::sprite);
  run_ = {};
}

geo::Point any_point(const scene::Item& item) {
  if (const auto* fill = std::get_if<scene::Fill>(&item)) {
    return fill->shape.empty() || fill->shape[0].outer.empty() ? geo::Point{}
                                                               : fill->shape[0].outer[0];
  }
  if (const auto* line = std::get_if<scene::Polyline>(&item)) {
    return line->line.empty() ? geo::Point{} : line->line[0];
  }
  if (const auto* symbol = std::get_if<scene::Symbol>(&item)) return symbol->at;
  return std::get<scene::Text>(item).at;
}

}  // namespace

std::uint32_t premultiplied(scene::Color c) {
  const auto times = [&](std::uint32_t v) { return (v * c.a + 127) / 255; };
  return times(c.r) | times(c.g) << 8 | times(c.b) << 16 | static_cast<std::uint32_t>(c.a) << 24;
}

Mesh build_mesh(const scene::Layer& layer, jobs::Context& context) {
  Mesh mesh;
  mesh.min_denominator = layer.min_denominator;
  mesh.max_denominator = layer.max_denominator;
  if (layer.items.empty()) return mesh;
  mesh.origin = any_point(layer.items[layer.items.size() / 2]);
  Builder builder(mesh, runs_of(layer));
  for (const auto& item : layer.items) {
    context.check();
    std::visit([&](const auto& value) { builder.add(value); }, item);
  }
  builder.close();
  return mesh;
}

}  // namespace nahraum::render::gl
