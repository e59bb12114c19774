#include "scene/curved_text.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace nahraum::scene {
namespace {

/// Bytes that go on with a letter: of its code point, or of a combining mark (U+0300 … U+036F).
bool goes_on(const std::string& text, std::size_t i) {
  const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[k]); };
  if ((byte(i) & 0xC0) == 0x80) return true;
  const bool mark =
      byte(i) == 0xCC || (byte(i) == 0xCD && i + 1 < text.size() && byte(i + 1) < 0xB0);
  return mark;
}

/// A line by its length: points on it, and straight on beyond its ends.
class Measured {
 public:
  explicit Measured(const geo::Line& line) : line_(line), along_(line.size(), 0) {
    for (std::size_t i = 1; i < line.size(); ++i)
      along_[i] = along_[i - 1] + geo::distance(line[i - 1], line[i]);
  }
  double length() const { return along_.back(); }
  geo::Point at(double distance) const {
    const auto after = std::upper_bound(along_.begin() + 1, along_.end() - 1, distance);
    const auto i = static_cast<std::size_t>(after - along_.begin());
    const double piece = along_[i] - along_[i - 1];
    const double t = piece > 0 ? (distance - along_[i - 1]) / piece : 0;
    const auto &a = line_[i - 1], &b = line_[i];
    return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
  }

 private:
  const geo::Line& line_;
  std::vector<double> along_;
};

Text letter(const Text& text, const Glyph& glyph) {
  Text one = text;
  one.text = glyph.text;
  one.align = Align::left;
  one.wrap_mm = 0;
  one.along.clear();
  one.glyphs.clear();
  return one;
}

}  // namespace

std::vector<Glyph> glyphs_of(const Text& text, const TextMeasure& measure) {
  Text part = text;
  part.along.clear();
  part.glyphs.clear();
  part.wrap_mm = 0;
  const double whole = measure(part).width_mm;
  std::vector<Glyph> glyphs;
  double from = 0;
  for (std::size_t begin = 0, end = 0; begin < text.text.size(); begin = end) {
    for (end = begin + 1; end < text.text.size() && goes_on(text.text, end);)
      ++end;
    part.text = text.text.substr(0, end);
    const double to = measure(part).width_mm;
    glyphs.push_back({text.text.substr(begin, end - begin), from - whole / 2, to - from});
    from = to;
  }
  return glyphs;
}

std::vector<PlacedGlyph> placed_glyphs(const Text& text, double metres_per_mm) {
  std::vector<PlacedGlyph> placed;
  if (text.along.size() < 2) return placed;
  const Measured line(text.along);
  const double half_height = capital_mm(text) / 2 * metres_per_mm;
  for (const auto& glyph : text.glyphs) {
    const double from = line.length() / 2 + glyph.from_mm * metres_per_mm;
    const double width = glyph.width_mm * metres_per_mm;
    const auto a = line.at(from), b = line.at(from + width);
    const double chord = geo::distance(a, b);
    if (chord <= 0) continue;
    const geo::Point along{(b.x - a.x) / chord, (b.y - a.y) / chord};
    const geo::Point middle{(a.x + b.x) / 2, (a.y + b.y) / 2};
    placed.push_back({&glyph,
                      {middle.x - along.x * width / 2 + along.y * half_height,
                       middle.y - along.y * width / 2 - along.x * half_height},
                      middle,
                      std::atan2(along.y, along.x) * 180 / M_PI});
  }
  return placed;
}

Text halo_of(const Text& text, const Glyph& glyph) {
  Text halo = letter(text, glyph);
  halo.color = with_alpha(halo.color, 0);
  return halo;
}

Text ink_of(const Text& text, const Glyph& glyph) {
  Text ink = letter(text, glyph);
  ink.halo.reset();
  return ink;
}

double capital_mm(const Text& text) {
  return text.size_pt * 25.4 / 72 * 0.72;
}

geo::Line smoothed(const geo::Line& line, double reach) {
  if (line.size() < 3 || reach <= 0) return line;
  const Measured measured(line);
  const double length = measured.length();
  const auto steps = static_cast<int>(std::ceil(length / reach * 3));
  geo::Line smooth{line.front()};
  for (int i = 1; i < steps; ++i) {
    const double at = length * i / steps;
    const double near = std::min({reach, at, length - at});
    geo::Point sum{0, 0};
    constexpr int samples = 6;  // to each side
    for (int k = -samples; k <= samples; ++k) {
      const auto p = measured.at(at + near * k / samples);
      sum.x += p.x, sum.y += p.y;
    }
    smooth.push_back({sum.x / (2 * samples + 1), sum.y / (2 * samples + 1)});
  }
  smooth.push_back(line.back());
  return smooth;
}

TextMeasure remembering(TextMeasure measure) {
  using Key = std::tuple<std::string, double, Weight, bool, double, Align>;
  return [measure = std::move(measure),
          known = std::make_shared<std::map<Key, TextSize>>()](const Text& text) {
    const Key key{text.text, text.size_pt, text.weight, text.italic, text.wrap_mm, text.align};
    const auto [at, fresh] = known->try_emplace(key);
    if (fresh) at->second = measure(text);
    return at->second;
  };
}

}  // namespace nahraum::scene
