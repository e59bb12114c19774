#include "analysis/foot_access.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "analysis/street_graph.hpp"

namespace nahraum::analysis {
namespace {

using model::Tags;
// NOLINTNEXTLINE(misc-unused-using-decls): a literal is not seen as its use
using std::string_view_literals::operator""sv;

template <std::size_t n>
bool among(const std::array<std::string_view, n>& values, std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

constexpr std::array open_values{"yes"sv,         "designated"sv, "permissive"sv, "official"sv,
                                 "destination"sv, "customers"sv,  "public"sv};
constexpr std::array closed_values{"no"sv,    "private"sv,   "military"sv, "permit"sv,
                                   "staff"sv, "employees"sv, "residents"sv};

/// Defaults for Germany: OSM wiki, "OSM tags for routing/Access restrictions", section Germany.
constexpr std::array open_highways{
    "trunk"sv,          "trunk_link"sv, "primary"sv,       "primary_link"sv, "secondary"sv,
    "secondary_link"sv, "tertiary"sv,   "tertiary_link"sv, "unclassified"sv, "residential"sv,
    "living_street"sv,  "service"sv,    "pedestrian"sv,    "track"sv,        "path"sv,
    "footway"sv,        "steps"sv,      "corridor"sv,      "platform"sv,     "elevator"sv,
    "road"sv,           "crossing"sv};
constexpr std::array closed_highways{"motorway"sv,  "motorway_link"sv, "cycleway"sv,
                                     "bridleway"sv, "busway"sv,        "bus_guideway"sv};
constexpr std::array foot_highways{"pedestrian"sv, "path"sv,     "footway"sv,  "steps"sv,
                                   "corridor"sv,   "platform"sv, "elevator"sv, "cycleway"sv,
                                   "bridleway"sv,  "crossing"sv};
constexpr std::array walls{"wall"sv,  "fence"sv, "retaining_wall"sv, "city_wall"sv,
                           "hedge"sv, "ditch"sv, "guard_rail"sv};

enum class Permission { open, closed, silent };

/// The most specific tag decides: foot before access. "use_sidepath": the sidewalk is another way.
Permission permission(const Tags& tags) {
  for (const auto key : {"foot"sv, "access"sv}) {
    const auto value = tags.get(key);
    if (value.empty()) continue;
    if (among(open_values, value)) return Permission::open;
    if (among(closed_values, value) || value == "use_sidepath") return Permission::closed;
  }
  return Permission::silent;
}

bool has_sidewalk(const Tags& tags) {
  for (const auto key : {"sidewalk"sv, "sidewalk:both"sv, "sidewalk:left"sv, "sidewalk:right"sv}) {
    const auto value = tags.get(key);
    if (value == "both" || value == "left" || value == "right" || value == "yes") return true;
  }
  return false;
}

bool is_platform(const Tags& tags) {
  return tags.is("railway", "platform") || tags.is("public_transport", "platform") ||
         tags.is("man_made", "pier");
}

/// Roads for fast cars only: walkable where a sidewalk or foot=* says so (StVO § 18: nobody walks
/// on a Kraftfahrstraße).
bool needs_proof(const Tags& tags) {
  const auto highway = tags.get("highway");
  return highway == "trunk" || highway == "trunk_link" || tags.is("motorroad", "yes");
}

/// Zeichen 237 and 238 StVO reserve cycleways and bridleways; `segregated` exists only on ways
/// shared with people on foot (Zeichen 240, 241).
bool shared_with_feet(const Tags& tags) {
  return tags.get("foot") == "yes" || tags.get("foot") == "designated" ||
         tags.get("foot") == "permissive" || tags.get("foot") == "official" ||
         tags.has("segregated") || has_sidewalk(tags);
}

}  // namespace

bool walkable(const Tags& tags) {
  const auto highway = tags.get("highway");
  const Permission allowed = permission(tags);
  if (allowed == Permission::closed) return false;
  if (highway == "motorway" || highway == "motorway_link") return tags.is("foot", "yes");
  if (among(closed_highways, highway)) return shared_with_feet(tags);
  if (needs_proof(tags)) {
    return has_sidewalk(tags) || among(open_values, tags.get("foot"));
  }
  return among(open_highways, highway) || (highway.empty() && is_platform(tags));
}

bool stops_feet(const Tags& tags) {
  const auto barrier = tags.get("barrier");
  if (barrier.empty()) return false;
  const Permission allowed = permission(tags);
  if (allowed == Permission::silent) return among(walls, barrier);
  return allowed == Permission::closed;
}

bool foot_only(const Tags& tags) {
  return among(foot_highways, tags.get("highway")) || is_platform(tags);
}

FootDirections foot_directions(const Tags& tags) {
  FootDirections directions;
  const auto oneway = tags.get("oneway:foot");
  const auto belt = tags.get("conveying");
  if (oneway == "yes" || belt == "forward" || tags.is("foot:backward", "no")) {
    directions.backward = false;
  }
  if (oneway == "-1" || belt == "backward" || tags.is("foot:forward", "no")) {
    directions.forward = false;
  }
  return directions;
}

}  // namespace nahraum::analysis
