#include "ui/chart_pen.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace nahraum::ui {
namespace {

ImU32 ink_of(const scene::Color& c) {
  return IM_COL32(c.r, c.g, c.b, c.a);
}

/// Labels are as large as the small type (ChartPaper), which is drawn as it is: no blur.
ImFont* font_of(const Fonts& fonts, scene::Weight weight) {
  return weight == scene::Weight::regular ? fonts.small : fonts.strong;
}

float text_px(const scene::Text& text, float px_per_mm) {
  return static_cast<float>(text.size_pt * 25.4 / 72) * px_per_mm;
}

ImVec2 size_of(const scene::Text& text, const Fonts& fonts, float px_per_mm) {
  const float wrap = text.wrap_mm > 0 ? static_cast<float>(text.wrap_mm) * px_per_mm : 0;
  return font_of(fonts, text.weight)
      ->CalcTextSizeA(text_px(text, px_per_mm), FLT_MAX, wrap, text.text.c_str());
}

float ascent_of(const scene::Text& text, const Fonts& fonts, float px_per_mm) {
  const ImFont* font = font_of(fonts, text.weight);
  return font->Ascent * text_px(text, px_per_mm) / font->FontSize;
}

/// Draws one item.
struct Draw {
  const ChartPen& pen;

  ImVec2 at(geo::Point p) const {
    return {pen.origin.x + static_cast<float>(p.x) * pen.px_per_mm,
            pen.origin.y + static_cast<float>(p.y) * pen.px_per_mm};
  }
  float px(double mm) const { return static_cast<float>(mm) * pen.px_per_mm; }

  void line(const geo::Line& points, const scene::Stroke& stroke, bool closed = false) const {
    std::vector<ImVec2> on_screen;
    for (const auto& p : points)
      on_screen.push_back(at(p));
    pen.list.AddPolyline(on_screen.data(), static_cast<int>(on_screen.size()), ink_of(stroke.color),
                         closed ? ImDrawFlags_Closed : 0, std::max(1.f, px(stroke.width)));
  }

  void dashed(const geo::Line& points, const scene::Stroke& stroke) const {
    const double whole = geo::length(points);
    std::size_t i = 0;
    for (double from = 0; from < whole; ++i) {
      const double step = std::max(0.1, stroke.dash_mm[i % stroke.dash_mm.size()]);
      if (i % 2 == 0) line(geo::part_of(points, from, std::min(whole, from + step)), stroke);
      from += step;
    }
  }

  void strokes(const scene::Hatch& hatch, const geo::Ring& ring) const {
    const auto box = geo::bounds(ring);
    const double turn = hatch.angle_deg * std::numbers::pi / 180;
    const geo::Point along{std::cos(turn), -std::sin(turn)}, across{std::sin(turn), std::cos(turn)};
    const double reach = std::hypot(box.width(), box.height());
    const auto middle = box.centre();
    scene::Stroke stroke;
    stroke.color = hatch.color;
    stroke.width = hatch.width_mm;
    for (double off = -reach / 2; off < reach / 2; off += hatch.spacing_mm) {
      const geo::Point m{middle.x + across.x * off, middle.y + across.y * off};
      const auto part = part_inside({m.x - along.x * reach, m.y - along.y * reach},
                                    {m.x + along.x * reach, m.y + along.y * reach}, ring);
      if (!part.empty()) line(part, stroke);
    }
  }

  void mark(const scene::Hatch& hatch, geo::Point p) const {
    const double r = hatch.spacing_mm / 6;
    const auto ink = ink_of(hatch.color);
    if (hatch.pattern == scene::Pattern::dots) {
      pen.list.AddCircleFilled(at(p), std::max(0.7f, px(hatch.width_mm / 2)), ink);
    } else if (hatch.pattern == scene::Pattern::rings) {
      pen.list.AddCircle(at(p), px(r), ink, 0, std::max(1.f, px(hatch.width_mm)));
    } else {
      pen.list.AddLine(at({p.x - r, p.y - r}), at({p.x + r, p.y + r}), ink);
      pen.list.AddLine(at({p.x - r, p.y + r}), at({p.x + r, p.y - r}), ink);
    }
  }

  void marks(const scene::Hatch& hatch, const geo::Ring& ring) const {
    const auto box = geo::bounds(ring);
    const double step = hatch.spacing_mm;
    int row = 0;
    for (double y = box.min_y + step / 2; y < box.max_y; y += step / 2, ++row) {
      for (double x = box.min_x + (row % 2 ? step : step / 2); x < box.max_x; x += step) {
        if (geo::contains(ring, {x, y})) mark(hatch, {x, y});
      }
    }
  }

  void operator()(const scene::Fill& fill) const {
    for (const auto& polygon : fill.shape) {
      std::vector<ImVec2> corners;
      for (std::size_t i = 0; i + 1 < polygon.outer.size(); ++i)
        corners.push_back(at(polygon.outer[i]));
      const int count = static_cast<int>(corners.size());
      if (fill.color) pen.list.AddConvexPolyFilled(corners.data(), count, ink_of(*fill.color));
      if (fill.hatch && fill.hatch->pattern == scene::Pattern::lines) {
        strokes(*fill.hatch, polygon.outer);
      } else if (fill.hatch) {
        marks(*fill.hatch, polygon.outer);
      }
      if (!fill.outline) continue;
      if (fill.outline->dash_mm.empty()) {
        line({polygon.outer.begin(), polygon.outer.end() - 1}, *fill.outline, true);
      } else {
        dashed(polygon.outer, *fill.outline);
      }
    }
  }

  void operator()(const scene::Polyline& polyline) const {
    if (polyline.line.size() < 2) return;
    if (polyline.stroke.dash_mm.empty()) return line(polyline.line, polyline.stroke);
    dashed(polyline.line, polyline.stroke);
  }

  void operator()(const scene::Symbol&) const {}

  void write(ImDrawList& list, const scene::Text& text, ImVec2 top_left, ImU32 ink) const {
    const float wrap = text.wrap_mm > 0 ? px(text.wrap_mm) : 0;
    list.AddText(font_of(pen.fonts, text.weight), text_px(text, pen.px_per_mm), top_left, ink,
                 text.text.c_str(), nullptr, wrap);
  }

  void write_level(ImDrawList& list, const scene::Text& text, ImVec2 base) const {
    const auto size = size_of(text, pen.fonts, pen.px_per_mm);
    ImVec2 corner{base.x, base.y - ascent_of(text, pen.fonts, pen.px_per_mm)};
    if (text.align == scene::Align::centre) corner.x -= size.x / 2;
    if (text.align == scene::Align::right) corner.x -= size.x;
    if (text.halo) {
      for (int i = 0; i < 8; ++i) {
        const float turn = static_cast<float>(i) * std::numbers::pi_v<float> / 4;
        const ImVec2 off{std::cos(turn) * 1.5f, std::sin(turn) * 1.5f};
        write(list, text, {corner.x + off.x, corner.y + off.y}, ink_of(*text.halo));
      }
    }
    write(list, text, {std::round(corner.x), std::round(corner.y)}, ink_of(text.color));
  }

  /// ImGui writes level text only, and leaves out letters beyond the clip rectangle: it is written
  /// on a sheet of its own, and what came of it is turned counter-clockwise.
  void write_turned(const scene::Text& text, ImVec2 base) const {
    constexpr float far = 1e5f;
    ImDrawList level(ImGui::GetDrawListSharedData());
    level._ResetForNewFrame();
    level.PushClipRect({-far, -far}, {far, far});
    level.PushTextureID(ImGui::GetIO().Fonts->TexID);
    write_level(level, text, base);
    const auto turn = static_cast<float>(text.angle_deg * std::numbers::pi / 180);
    const float c = std::cos(turn), s = std::sin(turn);
    pen.list.PrimReserve(level.IdxBuffer.Size, level.VtxBuffer.Size);
    const unsigned first = pen.list._VtxCurrentIdx;
    for (const ImDrawIdx index : level.IdxBuffer)
      pen.list.PrimWriteIdx(static_cast<ImDrawIdx>(first + index));
    for (const auto& vertex : level.VtxBuffer) {
      const ImVec2 d{vertex.pos.x - base.x, vertex.pos.y - base.y};
      pen.list.PrimWriteVtx({base.x + d.x * c + d.y * s, base.y - d.x * s + d.y * c}, vertex.uv,
                            vertex.col);
    }
  }

  void operator()(const scene::Text& text) const {
    const auto base = at(text.at);
    text.angle_deg == 0 ? write_level(pen.list, text, base) : write_turned(text, base);
  }
};

}  // namespace

geo::Line part_inside(geo::Point a, geo::Point b, const geo::Ring& convex) {
  double from = 0, to = 1;
  const geo::Point d{b.x - a.x, b.y - a.y};
  const double side = geo::signed_area(convex) >= 0 ? 1 : -1;
  for (std::size_t i = 0; i + 1 < convex.size(); ++i) {
    const auto& p = convex[i];
    const auto& q = convex[i + 1];
    const geo::Point inward{-(q.y - p.y) * side, (q.x - p.x) * side};
    const double speed = inward.x * d.x + inward.y * d.y;
    const double depth = inward.x * (a.x - p.x) + inward.y * (a.y - p.y);
    if (speed == 0 && depth < 0) return {};
    if (speed > 0) from = std::max(from, -depth / speed);
    if (speed < 0) to = std::min(to, -depth / speed);
  }
  if (from >= to) return {};
  return {{a.x + d.x * from, a.y + d.y * from}, {a.x + d.x * to, a.y + d.y * to}};
}

void ChartPen::draw(const scene::Item& item) const {
  std::visit(Draw{*this}, item);
}

scene::TextMeasure chart_measure(const Fonts& fonts, float px_per_mm) {
  return [&fonts, px_per_mm](const scene::Text& text) {
    const auto size = size_of(text, fonts, px_per_mm);
    const float ascent = ascent_of(text, fonts, px_per_mm);
    return scene::TextSize{size.x / px_per_mm, size.y / px_per_mm, ascent / px_per_mm};
  };
}

}  // namespace nahraum::ui
