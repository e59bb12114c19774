#include "render/cairo/svg_canvas.hpp"

#include <cmath>

#include <fmt/format.h>

#include "base/base64.hpp"
#include "render/cairo/photo.hpp"
#include "render/cairo/plates.hpp"

namespace nahraum::render {
namespace {

/// Micrometres are enough: "12.345", "12", "-0.5".
std::string number(double value) {
  const double rounded = std::round(value * 1000) / 1000;
  return fmt::format("{:.9g}", rounded == 0 ? 0.0 : rounded);
}

std::string hex(scene::Color c) {
  return fmt::format("#{:02x}{:02x}{:02x}", c.r, c.g, c.b);
}

std::string paint_of(const char* what, scene::Color c) {
  auto text = fmt::format(" {}=\"{}\"", what, hex(c));
  if (c.a != 255) text += fmt::format(" {}-opacity=\"{}\"", what, number(c.a / 255.0));
  return text;
}

std::string data_of(const Path& path) {
  std::string d;
  for (std::size_t part = 0; part < path.part_count(); ++part) {
    for (auto i = path.starts[part]; i < path.part_end(part); ++i) {
      d += i == path.starts[part] ? 'M' : 'L';
      d += number(path.points[i].x) + " " + number(path.points[i].y);
    }
    if (path.closed) d += 'Z';
  }
  return d;
}

Path plate_path(scene::Plate plate, geo::Point at, double radius) {
  Path path;
  path.closed = true;
  path.starts = {0};
  for (const auto p : plate_outline(plate)) {
    path.points.push_back({at.x + p.x * radius, at.y + p.y * radius});
  }
  return path;
}

std::string attribute(const std::string& tag, const std::string& name) {
  const auto at = tag.find(name + "=\"");
  if (at == std::string::npos) return {};
  const auto begin = at + name.size() + 2;
  return tag.substr(begin, tag.find('"', begin) - begin);
}

/// Users may put their own pictures into assets/symbols; a sheet is sent to other people.
bool harmless(const std::string& svg) {
  for (const char* word : {"<script", "<foreignObject", "<image", "<!ENTITY", "<style", "href",
                           " on", "javascript:", "url("}) {
    if (svg.find(word) != std::string::npos) return false;
  }
  return true;
}

}  // namespace

std::string xml_escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
    }
  }
  return out;
}

void SvgCanvas::begin_frame(const geo::Box& page_mm) {
  ++frames_;
  out_ += fmt::format(
      "<clipPath id=\"frame{0}\"><rect x=\"{1}\" y=\"{2}\" width=\"{3}\" "
      "height=\"{4}\"/></clipPath>\n"
      "<g clip-path=\"url(#frame{0})\">\n",
      frames_, number(page_mm.min_x), number(page_mm.min_y), number(page_mm.width()),
      number(page_mm.height()));
}

void SvgCanvas::end_frame() {
  out_ += "</g>\n";
}

void SvgCanvas::fill(const Path& path, scene::Color color) {
  out_ += "<path" + paint_of("fill", color) + " d=\"" + data_of(path) + "\"/>\n";
}

void SvgCanvas::stroke(const Path& path, const Pen& pen) {
  if (pen.width_mm <= 0) return;
  out_ += "<path fill=\"none\"" + paint_of("stroke", pen.color) + " stroke-width=\"" +
          number(pen.width_mm) + "\"";
  if (pen.round)
    out_ += R"( stroke-linecap="round" stroke-linejoin="round")";
  else
    out_ += " stroke-miterlimit=\"3\"";
  if (!pen.dash_mm.empty()) {
    out_ += " stroke-dasharray=\"";
    for (const double d : pen.dash_mm)
      out_ += number(d) + " ";
    out_.back() = '"';
  }
  out_ += " d=\"" + data_of(path) + "\"/>\n";
}

void SvgCanvas::text(const scene::Text& text, geo::Point at) {
  static constexpr const char* anchors[] = {"start", "middle", "end"};
  static constexpr const char* weights[] = {"400", "500", "700"};
  out_ += fmt::format(
      "<text transform=\"translate({} {}){}\" font-family=\"Noto Sans, sans-serif\" "
      "font-size=\"{}\" "
      "font-weight=\"{}\"{} text-anchor=\"{}\"",
      number(at.x), number(at.y),
      text.angle_deg != 0 ? " rotate(" + number(-text.angle_deg) + ")" : "",
      number(text.size_pt * mm_per_pt), weights[static_cast<int>(text.weight)],
      text.italic ? R"( font-style="italic")" : "", anchors[static_cast<int>(text.align)]);
  out_ += paint_of("fill", text.color);
  if (text.halo && text.halo_mm > 0) {
    out_ += R"( paint-order="stroke")" + paint_of("stroke", *text.halo) +
            fmt::format(R"( stroke-width="{}" stroke-linejoin="round")", number(2 * text.halo_mm));
  }
  out_ += ">";
  for (const auto& line : typesetter_.lines(text)) {
    out_ += fmt::format(R"(<tspan x="0" y="{}">{}</tspan>)", number(line.baseline_mm),
                        xml_escaped(line.text));
  }
  out_ += "</text>\n";
}

bool SvgCanvas::define_picture(const std::string& name) {
  if (pictures_.contains(name)) return true;
  const auto svg = symbols_.svg(name);
  const auto open = svg.find("<svg");
  const auto begin = svg.find('>', open == std::string::npos ? 0 : open);
  const auto end = svg.rfind("</svg>");
  if (open == std::string::npos || end == std::string::npos || begin >= end) return false;
  const auto inner = svg.substr(begin + 1, end - begin - 1);
  auto view = attribute(svg.substr(open, begin - open), "viewBox");
  if (view.empty()) view = "0 0 15 15";
  if (!harmless(inner)) return false;
  pictures_.insert(name);
  out_ += fmt::format("<symbol id=\"picture-{}\" viewBox=\"{}\">{}</symbol>\n", xml_escaped(name),
                      xml_escaped(view), inner);
  return true;
}

void SvgCanvas::letter(const scene::Symbol& symbol, geo::Point middle, double size_mm,
                       scene::Color ink) {
  scene::Text sign;
  sign.text = symbol.sign;
  sign.size_pt = sign_size_mm(symbol.sign, size_mm) / mm_per_pt;
  sign.align = scene::Align::centre;
  sign.weight = scene::Weight::bold;
  sign.color = ink;
  text(sign, {middle.x, middle.y + sign_size_mm(symbol.sign, size_mm) * 0.36});
}

void SvgCanvas::photo(const model::Image& image, geo::Point at, double width_mm) {
  const auto box = photo_box(image, width_mm);
  out_ += fmt::format(
      "<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\" fill=\"#ffffff\" "
      "stroke=\"#55566b\" stroke-width=\"0.15\"/>\n",
      at.x - box.width_mm / 2, at.y - box.height_mm / 2, box.width_mm, box.height_mm);
  out_ += fmt::format(
      "<image x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\" "
      "href=\"data:image/png;base64,{}\"/>\n",
      at.x - box.width_mm / 2 + box.frame_mm, at.y - box.height_mm / 2 + box.frame_mm,
      box.width_mm - 2 * box.frame_mm, box.height_mm - 2 * box.frame_mm,
      base::to_base64(png_of(image)));
}

void SvgCanvas::symbol(const scene::Symbol& symbol, geo::Point at) {
  if (symbol.photo) return photo(*symbol.photo, at, symbol.size_mm);
  const bool plated = symbol.plate != scene::Plate::none;
  const auto faded = [&](scene::Color c) {
    c.a = symbol.tint.a;
    return c;
  };
  const scene::Color ink = plated ? faded(symbol.ink) : symbol.tint;
  if (plated) {
    const auto plan = plate_plan(symbol.size_mm);
    const auto path = plate_path(symbol.plate, at, plan.radius_mm);
    stroke(path, {faded(symbol.rim), 2 * (plan.rim_mm + plan.corner_mm), {}, true});
    fill(path, symbol.tint);
    stroke(path, {symbol.tint, 2 * plan.corner_mm, {}, true});
  }
  const auto box = glyph_box(symbol.plate);
  const double size = box.size * symbol.size_mm;
  const geo::Point middle{at.x, at.y + box.shift_y * symbol.size_mm};
  if (!symbol.name.empty() && define_picture(symbol.name)) {
    out_ += fmt::format(
        "<use href=\"#picture-{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{} color=\"{}\"/>\n",
        xml_escaped(symbol.name), number(middle.x - size / 2), number(middle.y - size / 2),
        number(size), number(size), paint_of("fill", ink), hex(ink));
  } else if (!symbol.sign.empty()) {
    letter(symbol, middle, size, ink);
  }
}

}  // namespace nahraum::render
