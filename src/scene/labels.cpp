#include "scene/labels.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "scene/curved_text.hpp"
#include "scene/label_candidates.hpp"
#include "scene/label_room.hpp"
#include "scene/layers.hpp"

namespace nahraum::scene {
namespace {

struct Look {
  Text text;  ///< everything but its place
  double max_denominator = 1e12;
  int rank = 9;  ///< lower is placed first
  double min_denominator = 0;
};

Text base_text(const std::string& name, double size_pt, Color color, const Style& style) {
  Text text;
  text.text = name;
  text.size_pt = size_pt;
  text.color = color;
  text.align = Align::centre;
  text.halo = style.halo;
  text.halo_mm = style.label_halo_mm;
  return text;
}

Look look_of(const NamedLine& line, const Style& style) {
  if (line.kind == NamedLine::Kind::water) {
    Look look{base_text(line.name, 7, style.label_water, style), 20000, 5};
    look.text.italic = true;
    return look;
  }
  switch (line.street) {
    case StreetClass::motorway:
    case StreetClass::primary:
      return {base_text(line.name, 8, style.label, style), 25000, 2};
    case StreetClass::secondary:
      return {base_text(line.name, 7.5, style.label, style), 20000, 3};
    case StreetClass::tertiary:
      return {base_text(line.name, 7.5, style.label, style), 15000, 4};
    case StreetClass::residential:
      return {base_text(line.name, 7, style.label, style), 11000, 6};
    case StreetClass::pedestrian:
      return {base_text(line.name, 7, style.label, style), 11000, 5};
    default:
      break;
  }
  return {base_text(line.name, 7, style.label_place, style), 3500, 8};
}

constexpr double house_numbers_until = 2700;

Look look_of(const NamedPlace& place, const Style& style) {
  if (place.kind == NamedPlace::Kind::house)
    return {base_text(place.name, 6, style.label_house, style), house_numbers_until, 10};
  if (place.kind != NamedPlace::Kind::place) {
    const bool water = place.kind == NamedPlace::Kind::water;
    const bool large = place.area_m2 > 30000;
    Look look{
        base_text(place.name, large ? 8 : 7, water ? style.label_water : style.label_green, style),
        1e12, large ? 3 : 7};
    look.text.italic = true;
    look.text.wrap_mm = 26;
    return look;
  }
  const auto named = [&](double size_pt, double max_denominator, int rank, Weight weight) {
    Look look{base_text(place.name, size_pt, style.label_place, style), max_denominator, rank};
    look.text.weight = weight;
    look.text.wrap_mm = 40;
    return look;
  };
  const auto& kind = place.place;
  if (kind == "city" || kind == "town") {
    auto look = named(13, 1e12, 0, Weight::bold);
    look.min_denominator = 12000;  // nearer, the whole town's name would name a street corner
    return look;
  }
  if (kind == "village" || kind == "suburb") return named(11, 60000, 1, Weight::bold);
  if (kind == "quarter" || kind == "hamlet") return named(9.5, 25000, 1, Weight::bold);
  if (kind == "neighbourhood") return named(9, 15000, 1, Weight::bold);
  if (kind == "square") return named(7, 6000, 5, Weight::regular);
  return named(7.5, 8000, 6, Weight::regular);
}

class Placer {
 public:
  Placer(const LabelCandidates& candidates, const LabelRequest& request, const Style& style,
         const TextMeasure& measure)
      : request_(request),
        style_(style),
        measure_(measure),
        district_(candidates.district),
        metres_per_mm_(request.denominator / 1000),
        room_(20 * metres_per_mm_) {
    for (const auto p : request.obstacles) {
      const double side = request.obstacle_mm * metres_per_mm_;
      room_.take(corners_of(p, side, side, 0));
    }
  }

  std::vector<Item> place(const LabelCandidates& candidates) {
    struct Entry {
      int rank;
      double size;
      const NamedLine* line;
      const NamedPlace* place;
      const std::string& name() const { return line != nullptr ? line->name : place->name; }
    };
    std::vector<Entry> entries;
    for (const auto& line : candidates.lines) {
      entries.push_back({look_of(line, style_).rank, line.length_m, &line, nullptr});
    }
    for (const auto& place : candidates.places) {
      if (!shows(look_of(place, style_))) continue;
      entries.push_back({look_of(place, style_).rank, place.area_m2, nullptr, &place});
    }
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
      if (a.rank != b.rank) return a.rank < b.rank;
      if (a.size != b.size) return a.size > b.size;
      return a.name() < b.name();
    });
    for (const auto& entry : entries) {
      if (entry.line != nullptr)
        along(*entry.line);
      else
        upright(*entry.place);
    }
    return std::move(items_);
  }

 private:
  bool shows(const Look& look) const {
    return request_.denominator >= look.min_denominator &&
           request_.denominator < look.max_denominator;
  }

  /// All of its parts or none.
  bool try_at(const std::vector<Corners>& parts) {
    for (const auto& part : parts) {
      for (const auto p : part) {
        if (request_.within && !request_.within->contains(p)) return false;
      }
      if (!room_.is_free(part)) return false;
    }
    for (const auto& part : parts)
      room_.take(part);
    return true;
  }

  /// Centred over its place, or a little above or below.
  void upright(const NamedPlace& place) {
    const auto look = look_of(place, style_);
    if (!shows(look)) return;
    const auto size = measure_(look.text);
    const double room_mm = place.width_m / metres_per_mm_;
    const bool house = place.kind == NamedPlace::Kind::house;
    const bool fits = place.kind == NamedPlace::Kind::place || size.width_mm <= room_mm * 1.1;
    if (!fits) return;
    const double width = (size.width_mm + 1.2) * metres_per_mm_;
    const double height = (size.height_mm + 0.4) * metres_per_mm_;
    for (const double shift : {0.0, 0.8, -0.8}) {
      if (house && shift != 0) return;  // beside its house it would be its neighbour's
      const geo::Point centre{place.at.x, place.at.y + shift * height};
      if (!try_at({corners_of(centre, width, height, 0)})) continue;
      Text text = look.text;
      text.at = {centre.x, centre.y + (size.height_mm / 2 - size.ascent_mm) * metres_per_mm_};
      add(std::move(text));
      return;
    }
  }

  /// Once per 90 mm of the line, where it is straight enough and room is left.
  void along(const NamedLine& line) {
    const auto look = look_of(line, style_);
    if (!shows(look)) return;
    const auto size = measure_(look.text);
    const double length_mm = line.length_m / metres_per_mm_;
    if (length_mm < size.width_mm * 0.92) return;
    const int slots = std::max(1, static_cast<int>(length_mm / 90));
    for (int slot = 0; slot < slots; ++slot) {
      const double from = line.length_m * slot / slots;
      try_slot(line, look, size, from, line.length_m / slots);
    }
  }

  void try_slot(const NamedLine& line, const Look& look, const TextSize& size, double from,
                double length) {
    static constexpr double tries[] = {0.5,  0.42, 0.58, 0.34, 0.66, 0.27,
                                       0.73, 0.2,  0.8,  0.14, 0.86};
    for (const double share : tries) {
      if (try_straight(line, look, size, from + share * length)) return;
    }
    for (const double share : tries) {
      if (try_curved(line, look, size, from + share * length)) return;
    }
  }

  bool try_straight(const NamedLine& line, const Look& look, const TextSize& size, double middle) {
    const double half = size.width_mm / 2 * metres_per_mm_;
    const double slack = 0.06 * line.length_m;
    if (middle - half < -slack || middle + half > line.length_m + slack) return false;
    const auto part = geo::part_of(line.line, middle - half, middle + half);
    if (part.size() < 2) return false;
    const geo::Point a = part.front();
    const geo::Point b = part.back();
    const double chord = geo::distance(a, b);
    if (chord < 1e-6) return false;
    double bend = 0;
    for (const auto p : part)
      bend = std::max(bend, geo::nearest_on_segment(a, b, p).distance);
    if (bend > 0.25 * metres_per_mm_ || chord < 0.8 * 2 * half) return false;
    double angle = std::atan2(b.y - a.y, b.x - a.x) * 180 / M_PI;
    if (angle > 90 || angle <= -90) angle += angle > 0 ? -180 : 180;
    const geo::Point centre{(a.x + b.x) / 2, (a.y + b.y) / 2};
    if (said_nearby(line.name, centre)) return false;
    const double high = capital_mm(look.text);
    if (!try_at({corners_of(centre, (size.width_mm + 3) * metres_per_mm_,
                            (high + 1.1) * metres_per_mm_, angle)})) {
      return false;
    }
    Text text = look.text;
    text.angle_deg = angle;
    const double down = high / 2 * metres_per_mm_;
    text.at = {centre.x + std::sin(angle * M_PI / 180) * down,
               centre.y - std::cos(angle * M_PI / 180) * down};
    placed_[line.name].push_back(centre);
    add(std::move(text));
    return true;
  }

  /// Letter by letter, where no straight place is left: in gentle bends only.
  bool try_curved(const NamedLine& line, const Look& look, const TextSize& size, double middle) {
    const double half = size.width_mm / 2 * metres_per_mm_;
    if (middle - half < 0 || middle + half > line.length_m) return false;
    // A little more than the text: between two scale steps it is set somewhat wider.
    const double reach = std::min({1.35 * half, middle, line.length_m - middle});
    const auto part = geo::part_of(line.line, middle - reach, middle + reach);
    if (part.size() < 2) return false;
    Text text = look.text;
    text.along = smoothed(part, 1.6 * metres_per_mm_);
    if (text.along.front().x > text.along.back().x)
      std::reverse(text.along.begin(), text.along.end());
    text.glyphs = letters_of(text);
    const auto placed = placed_glyphs(text, metres_per_mm_);
    if (placed.size() < text.glyphs.size() || !reads_well(placed)) return false;
    text.at = placed[placed.size() / 2].middle;
    if (said_nearby(line.name, text.at) || !try_at(rooms_of(text, placed))) return false;
    placed_[line.name].push_back(text.at);
    add(std::move(text));
    return true;
  }

  const std::vector<Glyph>& letters_of(const Text& text) {
    auto& letters = letters_[{text.text, text.size_pt}];
    if (letters.empty()) letters = glyphs_of(text, measure_);
    return letters;
  }

  /// From left to right, and no letter far from its neighbour's direction.
  static bool reads_well(const std::vector<PlacedGlyph>& placed) {
    double low = 180, high = -180;
    for (std::size_t i = 0; i < placed.size(); ++i) {
      const double angle = placed[i].angle_deg;
      low = std::min(low, angle), high = std::max(high, angle);
      if (i > 0 && std::abs(angle - placed[i - 1].angle_deg) > 18) return false;
    }
    return low > -88 && high < 88 && high - low < 75;
  }

  std::vector<Corners> rooms_of(const Text& text, const std::vector<PlacedGlyph>& placed) const {
    const double height = (capital_mm(text) + 1.1) * metres_per_mm_;
    std::vector<Corners> rooms;
    for (std::size_t i = 0; i < placed.size(); ++i) {
      const bool end = i == 0 || i + 1 == placed.size();
      const double width = placed[i].glyph->width_mm + (end ? 2.0 : 0.2);
      rooms.push_back(
          corners_of(placed[i].middle, width * metres_per_mm_, height, placed[i].angle_deg));
    }
    return rooms;
  }

  void add(Text text) {
    if (!district_.empty() && !geo::contains(district_, text.at)) {
      text.color = stepped_back(text.color, style_.halo);
    }
    items_.emplace_back(std::in_place_type<Text>, std::move(text));
  }

  /// The two sides of a wide street have one name, which needs saying once.
  bool said_nearby(const std::string& name, geo::Point centre) const {
    const auto at = placed_.find(name);
    if (at == placed_.end()) return false;
    return std::any_of(at->second.begin(), at->second.end(), [&](geo::Point p) {
      return geo::distance(p, centre) < 55 * metres_per_mm_;
    });
  }

  const LabelRequest& request_;
  const Style& style_;
  const TextMeasure& measure_;
  const geo::MultiPolygon& district_;
  std::map<std::pair<std::string, double>, std::vector<Glyph>> letters_;
  std::map<std::string, std::vector<geo::Point>> placed_;  ///< street names and where they stand
  double metres_per_mm_;
  LabelRoom room_;
  std::vector<Item> items_;
};

}  // namespace

LayerPtr place_labels(const LabelCandidates& candidates, const LabelRequest& request,
                      const Style& style, const TextMeasure& measure) {
  return layer("labels", Placer(candidates, request, style, measure).place(candidates));
}

}  // namespace nahraum::scene
