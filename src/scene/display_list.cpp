#include "scene/display_list.hpp"

#include <cmath>
#include <cstdlib>
#include <cstring>

#include <fmt/format.h>

#include "base/check.hpp"

namespace nahraum::scene {
namespace {

std::string number(double value) {
  const double rounded = std::round(value * 100) / 100;
  return fmt::format("{:.10g}", rounded == 0 ? 0.0 : rounded);
}

std::string to_text(Color c) {
  return c.a == 255 ? fmt::format("#{:02x}{:02x}{:02x}", c.r, c.g, c.b)
                    : fmt::format("#{:02x}{:02x}{:02x}{:02x}", c.r, c.g, c.b, c.a);
}

std::string to_text(const geo::Point& p) {
  return number(p.x) + "," + number(p.y);
}

std::string to_text(const std::vector<geo::Point>& points) {
  std::string text;
  for (const auto p : points)
    text += (text.empty() ? "" : " ") + to_text(p);
  return text;
}

std::string to_text(const Stroke& s) {
  std::string text = to_text(s.color) + " " + number(s.width) + (s.map_metres ? "m" : "mm");
  if (s.min_width_mm > 0) text += " min " + number(s.min_width_mm);
  if (s.plus_mm > 0) text += " plus " + number(s.plus_mm);
  if (!s.dash_mm.empty()) text += " dash";
  for (const double d : s.dash_mm)
    text += " " + number(d);
  if (!s.round) text += " butt";
  return text;
}

std::string to_text(const Hatch& h) {
  static constexpr const char* patterns[] = {"", " dots", " rings", " crosses", " tufts"};
  const bool lines = h.pattern == Pattern::lines;
  return to_text(h.color) + " " + number(h.width_mm) + "/" + number(h.spacing_mm) +
         (lines ? " at " + number(h.angle_deg) : patterns[static_cast<int>(h.pattern)]);
}

std::string to_text(const geo::MultiPolygon& shape) {
  std::string text;
  for (const auto& polygon : shape) {
    text += " (" + to_text(polygon.outer) + ")";
    for (const auto& hole : polygon.holes)
      text += " -(" + to_text(hole) + ")";
  }
  return text;
}

struct LineOf {
  std::string operator()(const Fill& f) const {
    std::string text = "fill";
    if (f.color) text += " " + to_text(*f.color);
    if (f.hatch) text += " hatch " + to_text(*f.hatch);
    if (f.outline) text += " outline " + to_text(*f.outline);
    return text + to_text(f.shape);
  }
  std::string operator()(const Polyline& l) const {
    return "line " + to_text(l.stroke) + " (" + to_text(l.line) + ")";
  }
  std::string operator()(const Symbol& s) const {
    if (s.photo) {
      return fmt::format("photo {}x{} {} {}mm id {}", s.photo->width, s.photo->height,
                         to_text(s.at), number(s.size_mm), s.id);
    }
    std::string text = fmt::format("symbol \"{}\" {} {}mm {} plate {}{}{}", s.name, to_text(s.at),
                                   number(s.size_mm), to_text(s.tint), static_cast<int>(s.plate),
                                   s.sign.empty() ? "" : " " + s.sign,
                                   s.id != 0 ? fmt::format(" id {}", s.id) : "");
    if (!s.members.empty()) text += fmt::format(" for {}", fmt::join(s.members, ","));
    return text;
  }
  std::string operator()(const Text& t) const {
    static constexpr const char* aligns[] = {"left", "centre", "right"};
    static constexpr const char* weights[] = {"", " medium", " bold"};
    std::string text =
        fmt::format("text \"{}\" {} {}pt {} {}{}{}", t.text, to_text(t.at), number(t.size_pt),
                    to_text(t.color), aligns[static_cast<int>(t.align)],
                    weights[static_cast<int>(t.weight)], t.italic ? " italic" : "");
    if (t.angle_deg != 0) text += " turned " + number(t.angle_deg);
    if (t.halo) text += " halo " + to_text(*t.halo) + " " + number(t.halo_mm);
    if (t.wrap_mm > 0) text += " wrap " + number(t.wrap_mm);
    if (!t.along.empty()) text += " along (" + to_text(t.along) + ")";
    return text;
  }
};

double mm_per_metre(const Frame& frame) {
  return 1000.0 / frame.view.denominator;
}

}  // namespace

Color color(const char* hex) {
  const auto digits = std::strlen(hex);
  NAHRAUM_CHECK(hex[0] == '#' && (digits == 7 || digits == 9));
  char* end = nullptr;
  const auto value = std::strtoul(hex + 1, &end, 16);
  NAHRAUM_CHECK(*end == '\0');
  const auto rgba = digits == 9 ? value : (value << 8) | 0xFF;
  const auto byte = [&](int shift) { return static_cast<std::uint8_t>((rgba >> shift) & 0xFF); };
  return {byte(24), byte(16), byte(8), byte(0)};
}

Color with_alpha(Color c, double alpha) {
  c.a = static_cast<std::uint8_t>(std::lround(std::min(1.0, std::max(0.0, alpha)) * 255));
  return c;
}

std::string to_text(const Layer& layer) {
  std::string text = "layer " + layer.name;
  if (layer.min_denominator > 0) text += " from 1:" + number(layer.min_denominator);
  if (layer.max_denominator < 1e12) text += " below 1:" + number(layer.max_denominator);
  text += "\n";
  for (const auto& item : layer.items)
    text += "  " + std::visit(LineOf{}, item) + "\n";
  return text;
}

std::string to_text(const DisplayList& list) {
  std::string text = fmt::format("page {} x {} mm {}\n", number(list.width_mm),
                                 number(list.height_mm), to_text(list.background));
  for (const auto& frame : list.frames) {
    const auto& b = frame.page_mm;
    text += fmt::format("frame {} {},{} {},{}", frame.space == Space::map ? "map" : "page",
                        number(b.min_x), number(b.min_y), number(b.max_x), number(b.max_y));
    if (frame.space == Space::map) {
      text += " centre " + to_text(frame.view.centre) + " 1:" + number(frame.view.denominator);
    }
    text += "\n";
    for (const auto& layer : frame.layers)
      text += to_text(*layer);
  }
  return text;
}

geo::Point to_page(const Frame& frame, geo::Point map_point) {
  if (frame.space == Space::page) return map_point;
  const auto middle = frame.page_mm.centre();
  const double scale = mm_per_metre(frame);
  return {middle.x + (map_point.x - frame.view.centre.x) * scale,
          middle.y - (map_point.y - frame.view.centre.y) * scale};
}

geo::Point to_map(const Frame& frame, geo::Point page_mm) {
  if (frame.space == Space::page) return page_mm;
  const auto middle = frame.page_mm.centre();
  const double scale = mm_per_metre(frame);
  return {frame.view.centre.x + (page_mm.x - middle.x) / scale,
          frame.view.centre.y - (page_mm.y - middle.y) / scale};
}

}  // namespace nahraum::scene
