#include <algorithm>
#include <initializer_list>

#include "analysis/foot_access.hpp"
#include "analysis/obstacles.hpp"

namespace nahraum::analysis {
namespace {

using model::Tags;

Tags without(const Tags& tags, std::initializer_list<std::string_view> keys) {
  Tags kept;
  for (const auto& [key, value] : tags.pairs()) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) kept.set(key, value);
  }
  return kept;
}

Tags with(Tags tags, const char* key, const char* value) {
  tags.set(key, value);
  return tags;
}

bool too_narrow(const Tags& tags, const model::Profile& profile) {
  const double width_m = width_of(tags);
  return width_m > 0 && width_m < profile.min_width_m;
}

bool raised(const Tags& tags) {
  const Kerb kerb = kerb_of(tags);
  return kerb == Kerb::raised || kerb == Kerb::rolled;
}

}  // namespace

const char* to_text(ObstacleKind kind) {
  switch (kind) {
    case ObstacleKind::steps:
      return "steps";
    case ObstacleKind::kerb:
      return "kerb";
    case ObstacleKind::crossing:
      return "crossing";
    case ObstacleKind::surface:
      return "surface";
    case ObstacleKind::width:
      return "width";
    case ObstacleKind::gate:
      break;
  }
  return "gate";
}

std::optional<Tags> mended_way(const Tags& tags, ObstacleKind kind, const model::Profile& profile) {
  const bool steps = tags.is("highway", "steps");
  switch (kind) {
    case ObstacleKind::steps:
      if (!steps || has_ramp(tags)) return std::nullopt;
      return with(without(tags, {"conveying", "surface", "smoothness"}), "highway", "footway");
    case ObstacleKind::surface:
      if (steps || !(tags.has("surface") || tags.has("smoothness"))) return std::nullopt;
      return with(without(tags, {"smoothness"}), "surface", "asphalt");
    case ObstacleKind::width:
      if (!too_narrow(tags, profile)) return std::nullopt;
      return without(tags, {"width", "maxwidth:physical"});
    case ObstacleKind::crossing:
      if (!is_crossing_way(tags) || crossing_of(tags) != Crossing::unmarked) return std::nullopt;
      return with(tags, "crossing", "marked");
    case ObstacleKind::kerb:
    case ObstacleKind::gate:
      break;
  }
  return std::nullopt;
}

std::optional<Tags> mended_node(const Tags& tags, ObstacleKind kind,
                                const model::Profile& profile) {
  switch (kind) {
    case ObstacleKind::kerb:
      if (!raised(tags)) return std::nullopt;
      return with(without(tags, {"kerb:height", "sloped_curb"}), "kerb", "flush");
    case ObstacleKind::crossing:
      if (crossing_of(tags) != Crossing::unmarked) return std::nullopt;
      return with(tags, "crossing", "marked");
    case ObstacleKind::gate:
      if (!stops_wheels(tags) && !(tags.has("barrier") && too_narrow(tags, profile)))
        return std::nullopt;
      if (stops_feet(tags)) return std::nullopt;  // a private gate is no matter of width
      return without(tags, {"barrier", "width", "maxwidth:physical"});
    case ObstacleKind::steps:
    case ObstacleKind::surface:
    case ObstacleKind::width:
      break;
  }
  return std::nullopt;
}

}  // namespace nahraum::analysis
