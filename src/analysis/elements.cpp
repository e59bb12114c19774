#include "analysis/elements.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>

namespace nahraum::analysis {
namespace {

using model::Tags;

/// The number a text begins with, comma or point; −1 when it begins with none.
double leading_number(std::string_view text) {
  std::string plain(text);
  for (char& c : plain) {
    if (c == ',') c = '.';
  }
  char* end = nullptr;
  const double value = std::strtod(plain.c_str(), &end);
  return end == plain.c_str() ? -1 : value;
}

bool is_one_of(std::string_view value, std::initializer_list<std::string_view> values) {
  for (const auto each : values) {
    if (value == each) return true;
  }
  return false;
}

double metres_of(std::string_view text) {
  const double number = leading_number(text);
  if (number <= 0) return 0;
  if (text.find("cm") != std::string_view::npos) return number / 100;
  if (text.find('\'') != std::string_view::npos) return number * 0.3048;
  return number;
}

Kerb kerb_of_height(double height_m) {
  if (height_m < 0.01) return Kerb::flush;
  return height_m <= 0.03 ? Kerb::lowered : Kerb::raised;
}

}  // namespace

Kerb kerb_of(const Tags& tags) {
  const auto height = tags.get("kerb:height");
  if (const double number = leading_number(height); number >= 0) {
    const bool in_cm = height.find("cm") != std::string_view::npos;
    return kerb_of_height(in_cm ? number / 100 : number);
  }
  const auto kerb = tags.get("kerb");
  if (is_one_of(kerb, {"flush", "flat", "no", "at_grade"})) return Kerb::flush;
  if (is_one_of(kerb, {"lowered", "dropped", "low", "sloped"})) return Kerb::lowered;
  if (kerb == "rolled") return Kerb::rolled;
  if (is_one_of(kerb, {"raised", "regular"})) return Kerb::raised;
  const auto sloped = tags.get("sloped_curb");
  if (sloped.empty()) return Kerb::absent;
  if (sloped == "no") return Kerb::raised;
  const double number = leading_number(sloped);
  return number >= 0 ? kerb_of_height(number) : Kerb::lowered;
}

Crossing crossing_of(const Tags& tags) {
  const bool is_node = tags.is("highway", "crossing");
  const auto kind = tags.get("crossing");
  if (!is_node && !is_crossing_way(tags) && kind.empty()) return Crossing::absent;
  if (kind == "traffic_signals" || tags.is("crossing:signals", "yes")) return Crossing::signals;
  if (is_one_of(kind, {"marked", "zebra", "uncontrolled"}) || tags.is("crossing_ref", "zebra") ||
      (tags.has("crossing:markings") && !tags.is("crossing:markings", "no"))) {
    return Crossing::marked;
  }
  if (kind == "island" || tags.is("crossing:island", "yes")) return Crossing::island;
  return Crossing::unmarked;
}

bool is_crossing_way(const Tags& tags) {
  return tags.is("footway", "crossing") || tags.is("path", "crossing") ||
         tags.is("cycleway", "crossing") || tags.is("highway", "crossing");
}

bool is_lift(const Tags& tags) {
  return tags.is("highway", "elevator");
}

bool stops_wheels(const Tags& tags) {
  return is_one_of(tags.get("barrier"), {"stile", "turnstile", "full-height_turnstile",
                                         "kissing_gate", "hampshire_gate", "block", "log"});
}

bool is_element(const Tags& tags) {
  return crossing_of(tags) != Crossing::absent || kerb_of(tags) != Kerb::absent || is_lift(tags) ||
         stops_wheels(tags) || (tags.has("barrier") && tags.has("maxwidth:physical"));
}

double width_of(const Tags& tags) {
  const double narrowest = metres_of(tags.get("maxwidth:physical"));
  const double width = metres_of(tags.get("width"));
  if (narrowest > 0 && width > 0) return std::min(narrowest, width);
  return std::max(narrowest, width);
}

double speed_limit_of(const Tags& tags) {
  const auto text = tags.get("maxspeed");
  if (is_one_of(text, {"DE:urban", "AT:urban", "urban"})) return 50;
  if (is_one_of(text, {"DE:rural", "AT:rural", "rural", "none"})) return 100;
  if (is_one_of(text, {"walk", "DE:living_street", "DE:walk"})) return 7;
  const double number = leading_number(text);
  if (number < 0) return 0;
  return text.find("mph") != std::string_view::npos ? number * 1.609 : number;
}

const model::Effect& effect_of(Crossing crossing, double crossed_km_h,
                               const model::Profile& profile) {
  static const model::Effect nothing;
  switch (crossing) {
    case Crossing::absent:
      return nothing;
    case Crossing::signals:
      return profile.crossing_signals;
    case Crossing::marked:
      return profile.crossing_marked;
    case Crossing::island:
      return profile.crossing_island;
    case Crossing::unmarked:
      break;
  }
  return crossed_km_h >= fast_km_h ? profile.crossing_unmarked_fast : profile.crossing_unmarked;
}

const model::Effect& effect_of(Kerb kerb, const model::Profile& profile) {
  static const model::Effect nothing;
  switch (kerb) {
    case Kerb::lowered:
      return profile.kerb_lowered;
    case Kerb::rolled:
      return profile.kerb_rolled;
    case Kerb::raised:
      return profile.kerb_raised;
    case Kerb::absent:
    case Kerb::flush:
      break;
  }
  return nothing;
}

}  // namespace nahraum::analysis
