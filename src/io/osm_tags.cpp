#include "io/osm_tags.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "base/text.hpp"

namespace nahraum::io {
namespace {

template <std::size_t n>
using Words = std::array<std::string_view, n>;

template <class List>
bool one_of(std::string_view word, const List& words) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

template <class List>
bool starts_with_one_of(std::string_view word, const List& stems) {
  return std::any_of(std::begin(stems), std::end(stems), [&](std::string_view stem) {
    return word.substr(0, stem.size()) == stem &&
           (word.size() == stem.size() || word[stem.size()] == ':');
  });
}

std::string text_of(const char* bytes) {
  const std::string_view text(bytes);
  return base::is_valid_utf8(text) ? std::string(text) : base::utf8_from_windows1252(text);
}

template <class Keep>
model::Tags tags_where(const osmium::TagList& tags, Keep keep) {
  model::Tags kept;
  for (const auto& tag : tags) {
    if (keep(std::string_view(tag.key()))) kept.set(text_of(tag.key()), text_of(tag.value()));
  }
  return kept;
}

constexpr Words<50> street_stems = {
    "highway",       "name",     "ref",          "foot",       "access",
    "footway",       "sidewalk", "surface",      "smoothness", "width",
    "est_width",     "incline",  "step_count",   "ramp",       "handrail",
    "wheelchair",    "oneway",   "bridge",       "tunnel",     "layer",
    "level",         "covered",  "indoor",       "lit",        "maxspeed",
    "lanes",         "crossing", "crossing_ref", "kerb",       "tactile_paving",
    "segregated",    "bicycle",  "area",         "railway",    "public_transport",
    "conveying",     "service",  "motorroad",    "junction",   "place",
    "motor_vehicle", "vehicle",  "tracktype",    "cycleway",   "traffic_calming",
    "sloped_curb",   "barrier",  "path",         "sac_scale",  "opening_hours"};

constexpr Words<23> node_stems = {
    "highway",         "crossing",        "crossing_ref", "kerb",
    "barrier",         "entrance",        "door",         "railway",
    "wheelchair",      "access",          "foot",         "tactile_paving",
    "traffic_signals", "level",           "bench",        "width",
    "maxwidth",        "traffic_calming", "sloped_curb",  "automatic_door",
    "elevator",        "button_operated", "bicycle"};
constexpr Words<7> node_reasons = {"highway",  "crossing", "kerb", "barrier",
                                   "entrance", "railway",  "door"};

constexpr Words<24> service_stems = {
    "opening_hours", "wheelchair",      "phone",    "website",      "contact", "addr",
    "healthcare",    "social_facility", "cuisine",  "backrest",     "armrest", "fee",
    "access",        "toilets",         "religion", "denomination", "brand",   "check_date",
    "shelter",       "level",           "amenity",  "shop",         "lunch",   "operator"};

constexpr Words<13> not_walked = {
    "motorway",     "motorway_link", "construction", "proposed", "abandoned", "razed", "raceway",
    "bus_guideway", "escape",        "no",           "disused",  "planned",   "busway"};
constexpr Words<5> no_ways_at_all = {"proposed", "abandoned", "razed", "no", "planned"};
constexpr Words<9> node_like_highways = {"bus_stop",       "street_lamp", "traffic_signals",
                                         "services",       "rest_area",   "platform_edge",
                                         "traffic_mirror", "give_way",    "stop"};

constexpr Words<5> gone = {"disused", "abandoned", "demolished", "proposed", "razed"};
constexpr Words<3> platform_keys = {"railway", "public_transport", "highway"};

bool says_yes(std::string_view value) {
  return value == "yes" || value == "designated" || value == "permissive" || value == "official";
}

bool trunk_for_feet(const osmium::TagList& tags) {
  const auto sidewalk = value_of(tags, "sidewalk");
  return says_yes(value_of(tags, "foot")) ||
         one_of(sidewalk, Words<4>{"both", "left", "right", "yes"});
}

bool is_platform(const osmium::TagList& tags) {
  return std::any_of(tags.begin(), tags.end(), [](const osmium::Tag& tag) {
    return std::strcmp(tag.value(), "platform") == 0 &&
           one_of(std::string_view(tag.key()), platform_keys);
  });
}

bool is_stop_with_bench(const osmium::TagList& tags) {
  const bool stop = value_of(tags, "highway") == "bus_stop" || is_platform(tags) ||
                    value_of(tags, "railway") == "tram_stop";
  return stop && value_of(tags, "bench") == "yes";
}

bool is_linear_only(const osmium::TagList& tags) {
  return !value_of(tags, "highway").empty() || !value_of(tags, "barrier").empty();
}

struct AreaRule {
  std::string_view key, value;
  model::AreaKind kind;
};
using K = model::AreaKind;
constexpr AreaRule area_rules[] = {
    {"natural", "water", K::water},
    {"waterway", "riverbank", K::water},
    {"waterway", "dock", K::water},
    {"landuse", "reservoir", K::water},
    {"landuse", "basin", K::water},
    {"leisure", "swimming_pool", K::water},
    {"natural", "wetland", K::wetland},
    {"natural", "wood", K::wood},
    {"landuse", "forest", K::wood},
    {"leisure", "park", K::park},
    {"leisure", "garden", K::garden},
    {"leisure", "playground", K::playground},
    {"leisure", "pitch", K::pitch},
    {"leisure", "track", K::pitch},
    {"landuse", "cemetery", K::cemetery},
    {"amenity", "grave_yard", K::cemetery},
    {"landuse", "allotments", K::allotments},
    {"amenity", "parking", K::parking},
    {"amenity", "school", K::school},
    {"amenity", "kindergarten", K::school},
    {"amenity", "university", K::school},
    {"amenity", "college", K::school},
    {"place", "square", K::square},
    {"landuse", "grass", K::grass},
    {"landuse", "meadow", K::grass},
    {"landuse", "village_green", K::grass},
    {"landuse", "recreation_ground", K::park},
    {"natural", "grassland", K::grass},
    {"natural", "scrub", K::wood},
    {"natural", "heath", K::grass},
    {"leisure", "golf_course", K::grass},
    {"landuse", "farmland", K::farmland},
    {"landuse", "farmyard", K::farmland},
    {"landuse", "orchard", K::garden},
    {"landuse", "vineyard", K::farmland},
    {"landuse", "plant_nursery", K::farmland},
    {"landuse", "greenhouse_horticulture", K::farmland},
    {"natural", "sand", K::sand},
    {"natural", "beach", K::sand},
    {"natural", "bare_rock", K::sand},
    {"landuse", "residential", K::residential},
    {"landuse", "retail", K::retail},
    {"landuse", "commercial", K::retail},
    {"landuse", "industrial", K::industrial},
    {"landuse", "quarry", K::industrial},
    {"landuse", "construction", K::industrial},
    {"landuse", "railway", K::railway},
};

struct LineRule {
  std::string_view key, value;
  model::LineKind kind;
};
using L = model::LineKind;
constexpr LineRule line_rules[] = {
    {"railway", "rail", L::rail},         {"railway", "light_rail", L::rail},
    {"railway", "narrow_gauge", L::rail}, {"railway", "subway", L::rail},
    {"railway", "tram", L::tram},         {"railway", "funicular", L::tram},
    {"waterway", "river", L::river},      {"waterway", "canal", L::river},
    {"waterway", "stream", L::stream},    {"waterway", "ditch", L::stream},
    {"waterway", "drain", L::stream},     {"barrier", "wall", L::wall},
    {"barrier", "city_wall", L::wall},    {"barrier", "retaining_wall", L::wall},
    {"barrier", "fence", L::fence},       {"barrier", "hedge", L::hedge},
    {"natural", "tree_row", L::tree_row}, {"power", "line", L::power},
};

/// The first rule in the table's order; one walk over the tags, since their keys have no length.
template <class Kind, class Rules>
std::optional<Kind> first_rule(const osmium::TagList& tags, const Rules& rules) {
  const auto* best = std::end(rules);
  for (const auto& tag : tags) {
    const std::string_view key(tag.key()), value(tag.value());
    best = std::find_if(std::begin(rules), best,
                        [&](const auto& rule) { return rule.key == key && rule.value == value; });
  }
  return best == std::end(rules) ? std::nullopt : std::optional<Kind>(best->kind);
}

constexpr Words<13> other_uses = {"amenity", "shop",       "office",   "tourism",    "leisure",
                                  "craft",   "industrial", "man_made", "healthcare", "emergency",
                                  "railway", "aeroway",    "power"};
constexpr Words<8> place_kinds = {"city",    "town",          "village", "suburb",
                                  "quarter", "neighbourhood", "hamlet",  "borough"};

}  // namespace

std::string_view value_of(const osmium::TagList& tags, std::string_view key) {
  for (const auto& tag : tags) {
    // Asked some dozen times of every object: mostly the first letter tells.
    const char* other = tag.key();
    if (*other != key.front() || std::strncmp(other, key.data(), key.size()) != 0) continue;
    if (other[key.size()] == '\0') return tag.value();
  }
  return {};
}

model::Tags all_tags(const osmium::TagList& tags) {
  return tags_where(tags, [](std::string_view) { return true; });
}

model::Tags street_tags(const osmium::TagList& tags) {
  return tags_where(tags,
                    [](std::string_view key) { return starts_with_one_of(key, street_stems); });
}

model::Tags street_node_tags(const osmium::TagList& tags) {
  const bool matters = std::any_of(tags.begin(), tags.end(), [](const osmium::Tag& tag) {
    return one_of(std::string_view(tag.key()), node_reasons);
  });
  if (!matters) return {};
  return tags_where(tags, [](std::string_view key) { return starts_with_one_of(key, node_stems); });
}

model::Tags service_tags(const model::Tags& tags) {
  model::Tags kept;
  for (const auto& [key, value] : tags.pairs()) {
    if (starts_with_one_of(key, service_stems)) kept.set(key, value);
  }
  return kept;
}

bool is_gone(const osmium::TagList& tags) {
  return std::any_of(tags.begin(), tags.end(), [](const osmium::Tag& tag) {
    return std::strcmp(tag.value(), "yes") == 0 && one_of(std::string_view(tag.key()), gone);
  });
}

StreetUse street_use(const osmium::TagList& tags) {
  const auto highway = value_of(tags, "highway");
  if (highway.empty()) return is_platform(tags) ? StreetUse::walk : StreetUse::none;
  if (one_of(highway, no_ways_at_all) || one_of(highway, node_like_highways))
    return StreetUse::none;
  if (one_of(highway, not_walked)) return StreetUse::road;
  if ((highway == "trunk" || highway == "trunk_link") && !trunk_for_feet(tags))
    return StreetUse::road;
  return value_of(tags, "foot") == "no" ? StreetUse::road : StreetUse::walk;
}

bool is_walkable_area(const osmium::TagList& tags) {
  if (street_use(tags) != StreetUse::walk) return false;
  if (value_of(tags, "area") == "no") return false;
  const auto highway = value_of(tags, "highway");
  const bool face = value_of(tags, "area") == "yes" || value_of(tags, "type") == "multipolygon";
  return face && (highway == "pedestrian" || highway == "footway" || highway == "path" ||
                  highway == "living_street" || is_platform(tags));
}

std::optional<model::AreaKind> area_kind(const osmium::TagList& tags) {
  if (const auto kind = first_rule<K>(tags, area_rules)) return kind;
  if (is_walkable_area(tags)) return K::pedestrian;
  return std::nullopt;
}

std::optional<model::LineKind> line_kind(const osmium::TagList& tags) {
  return first_rule<L>(tags, line_rules);
}

std::optional<model::PointKind> point_kind(const osmium::TagList& tags) {
  using P = model::PointKind;
  const auto highway = value_of(tags, "highway");
  if (highway == "steps") return P::steps;
  if (highway == "elevator") return P::lift;
  const auto amenity = value_of(tags, "amenity");
  if (amenity == "bench") return P::bench;
  if (is_stop_with_bench(tags)) return P::bench;
  if (amenity == "shelter") return P::shelter;
  if (highway == "crossing" || value_of(tags, "railway") == "crossing") return P::crossing;
  const auto kerb = value_of(tags, "kerb");
  if ((!kerb.empty() && kerb != "no") || value_of(tags, "barrier") == "kerb") return P::kerb;
  if (!value_of(tags, "barrier").empty()) return P::barrier;
  return std::nullopt;
}

bool means_area(const osmium::TagList& tags) {
  const auto area = value_of(tags, "area");
  if (area == "no") return false;
  return area == "yes" || !is_linear_only(tags) || is_building(tags);
}

bool is_building(const osmium::TagList& tags) {
  const auto building = value_of(tags, "building");
  return !building.empty() && building != "no" && building != "entrance" &&
         building != "proposed" && building != "demolished";
}

bool has_other_use(const osmium::TagList& tags) {
  return std::any_of(tags.begin(), tags.end(), [](const osmium::Tag& tag) {
    return one_of(std::string_view(tag.key()), other_uses);
  });
}

bool is_care_home(const osmium::TagList& tags) {
  const auto facility = value_of(tags, "social_facility");
  return facility == "nursing_home" || facility == "assisted_living";
}

std::string address_of(const osmium::TagList& tags) {
  const auto number = value_of(tags, "addr:housenumber");
  if (number.empty()) return {};
  auto street = value_of(tags, "addr:street");
  if (street.empty()) street = value_of(tags, "addr:place");
  return base::trim(text_of(std::string(street).c_str()) + " " +
                    text_of(std::string(number).c_str()));
}

bool is_place(const osmium::TagList& tags) {
  return one_of(value_of(tags, "place"), place_kinds) && !value_of(tags, "name").empty();
}

}  // namespace nahraum::io
