#include "render/cairo/paint.hpp"

#include <algorithm>

#include "render/cairo/path_builder.hpp"
#include "scene/curved_text.hpp"

namespace nahraum::render {
namespace {

constexpr std::size_t many_points = 20000;  // longer paths make viewers slow

double width_mm(const scene::Stroke& stroke, const scene::Frame& frame) {
  double width = stroke.width;
  if (stroke.map_metres && frame.space == scene::Space::map) {
    width = std::max(stroke.min_width_mm, stroke.width * 1000 / frame.view.denominator);
  }
  return width + stroke.plus_mm;
}

Pen pen(const scene::Stroke& stroke, const scene::Frame& frame) {
  return {stroke.color, width_mm(stroke, frame), stroke.dash_mm, stroke.round};
}

bool same_look(const scene::Fill& a, const scene::Fill& b) {
  return a.color == b.color && a.hatch == b.hatch && a.outline == b.outline;
}

class FramePainter {
 public:
  FramePainter(const scene::Frame& frame, Canvas& canvas)
      : frame_(frame), canvas_(canvas), builder_(frame, canvas.tolerance_mm()) {}

  void layer(const scene::Layer& layer) {
    for (const auto& item : layer.items)
      std::visit(*this, item);
    flush();
  }

  void operator()(const scene::Fill& fill) {
    if (line_ || !fill_ || !same_look(*fill_, fill)) begin(&fill, nullptr);
    const double margin = fill.outline ? width_mm(*fill.outline, frame_) : 0;
    for (const auto& polygon : fill.shape) {
      const auto parts = path_.part_count();
      builder_.add_polygon(polygon, margin, path_);
      if (fill.hatch && path_.part_count() > parts) add_hatch(parts, *fill.hatch);
      if (path_.points.size() > many_points && opaque(fill)) begin(&fill, nullptr);
    }
  }

  void operator()(const scene::Polyline& line) {
    if (fill_ || !line_ || !(line_->stroke == line.stroke)) begin(nullptr, &line);
    builder_.add_line(line.line, width_mm(line.stroke, frame_), path_);
    if (path_.points.size() > many_points && line.stroke.color.a == 255) begin(nullptr, &line);
  }

  void operator()(const scene::Symbol& symbol) {
    flush();
    const auto at = scene::to_page(frame_, symbol.at);
    if (frame_.page_mm.grown(symbol.size_mm).contains(at)) canvas_.symbol(symbol, at);
  }

  void operator()(const scene::Text& text) {
    flush();
    if (!text.along.empty()) return letters(text);
    const auto at = scene::to_page(frame_, text.at);
    const double reach = text.size_pt * (1 + static_cast<double>(text.text.size()) / 2);
    if (frame_.page_mm.grown(reach).contains(at)) canvas_.text(text, at);
  }

 private:
  /// Haloes first: a letter's would cover its neighbour.
  void letters(const scene::Text& text) {
    const double metres_per_mm =
        frame_.space == scene::Space::map ? frame_.view.denominator / 1000 : 1;
    const auto placed = scene::placed_glyphs(text, metres_per_mm);
    const auto draw = [&](scene::Text letter, const scene::PlacedGlyph& each) {
      letter.angle_deg = each.angle_deg;
      const auto at = scene::to_page(frame_, each.at);
      if (frame_.page_mm.grown(letter.size_pt).contains(at)) canvas_.text(letter, at);
    };
    for (const auto& each : placed)
      if (text.halo) draw(scene::halo_of(text, *each.glyph), each);
    for (const auto& each : placed)
      draw(scene::ink_of(text, *each.glyph), each);
  }

  static bool opaque(const scene::Fill& fill) { return !fill.color || fill.color->a == 255; }

  void begin(const scene::Fill* fill, const scene::Polyline* line) {
    flush();
    fill_ = fill;
    line_ = line;
    path_.closed = fill != nullptr;
  }

  /// Hatch per polygon: its own rings decide what is inside.
  void add_hatch(std::size_t first_part, const scene::Hatch& hatch) {
    Path rings;
    for (auto part = first_part; part < path_.part_count(); ++part) {
      rings.starts.push_back(rings.points.size());
      for (auto i = path_.starts[part]; i < path_.part_end(part); ++i) {
        rings.points.push_back(path_.points[i]);
      }
    }
    const Path lines = hatch_lines(rings, hatch);
    for (const auto start : lines.starts)
      hatch_.starts.push_back(hatch_.points.size() + start);
    hatch_.points.insert(hatch_.points.end(), lines.points.begin(), lines.points.end());
  }

  void flush() {
    if (fill_ && !path_.empty()) {
      if (fill_->color) canvas_.fill(path_, *fill_->color);
      if (!hatch_.empty()) {
        canvas_.stroke(hatch_, {fill_->hatch->color,
                                fill_->hatch->width_mm,
                                {},
                                fill_->hatch->pattern != scene::Pattern::lines});
      }
      if (fill_->outline) canvas_.stroke(path_, pen(*fill_->outline, frame_));
    }
    if (line_ && !path_.empty()) canvas_.stroke(path_, pen(line_->stroke, frame_));
    path_.clear();
    hatch_.clear();
    fill_ = nullptr;
    line_ = nullptr;
  }

  const scene::Frame& frame_;
  Canvas& canvas_;
  PathBuilder builder_;
  Path path_;
  Path hatch_;
  const scene::Fill* fill_ = nullptr;
  const scene::Polyline* line_ = nullptr;
};

bool shows(const scene::Layer& layer, const scene::Frame& frame) {
  return frame.space == scene::Space::page || (frame.view.denominator >= layer.min_denominator &&
                                               frame.view.denominator < layer.max_denominator);
}

}  // namespace

void paint(const scene::DisplayList& list, Canvas& canvas) {
  Path page;
  page.closed = true;
  page.starts = {0};
  page.points = {{0, 0}, {list.width_mm, 0}, {list.width_mm, list.height_mm}, {0, list.height_mm}};
  canvas.fill(page, list.background);
  for (const auto& frame : list.frames) {
    canvas.begin_frame(frame.page_mm);
    FramePainter painter(frame, canvas);
    for (const auto& layer : frame.layers) {
      if (shows(*layer, frame)) painter.layer(*layer);
    }
    canvas.end_frame();
  }
}

}  // namespace nahraum::render
