#include "analysis/edge_effects.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "analysis/foot_access.hpp"
#include "base/text.hpp"

namespace nahraum::analysis {
namespace {

using base::Millis;
using model::Effect;
using model::Tags;

Millis millis(double seconds) {
  return Millis(static_cast<std::uint32_t>(std::lround(seconds * 1000)));
}

const char* code_of(Crossing crossing, bool fast) {
  switch (crossing) {
    case Crossing::signals:
      return "crossing_signals";
    case Crossing::marked:
      return "crossing_marked";
    case Crossing::island:
      return "crossing_island";
    default:
      return fast ? "crossing_unmarked_fast" : "crossing_unmarked";
  }
}

const char* code_of(Kerb kerb) {
  switch (kerb) {
    case Kerb::raised:
      return "kerb_raised";
    case Kerb::rolled:
      return "kerb_rolled";
    default:
      return "kerb_lowered";
  }
}

/// A ramp for what is pushed: not one that only guides bicycles or luggage.
bool has_ramp(const Tags& tags) {
  if (tags.is("ramp:wheelchair", "yes") || tags.is("ramp:stroller", "yes")) return true;
  if (!tags.is("ramp", "yes") || tags.is("ramp:wheelchair", "no")) return false;
  return !tags.is("ramp:bicycle", "yes") && !tags.is("ramp:luggage", "yes");
}

bool listed(const std::vector<std::string>& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// Several values ("asphalt;gravel"): any counts. "cobblestone:flattened" is a cobblestone unless
/// the list names it.
bool any_listed(const std::vector<std::string>& list, std::string_view values) {
  for (const auto& value : base::split(values, ';')) {
    const std::string plain = base::trim(value);
    if (listed(list, plain) || listed(list, plain.substr(0, plain.find(':')))) return true;
  }
  return false;
}

bool is_bad(std::string_view smoothness) {
  return smoothness == "bad" || smoothness == "very_bad" || smoothness == "horrible" ||
         smoothness == "very_horrible" || smoothness == "impassable";
}

}  // namespace

void EffectReader::WayEffect::add(const char* code, const Effect& effect) {
  blocked |= effect.blocked;
  if (effect.speed_factor != 1 || effect.extra_s != 0) {
    causes.push_back({code, effect.speed_factor, effect.extra_s});
  }
}

EffectReader::EffectReader(const StreetGraph& graph, const model::Streets& streets,
                           const SurfaceSets& surfaces, const model::Profile& profile)
    : graph_(graph),
      streets_(streets),
      surfaces_(surfaces),
      profile_(profile),
      way_length_m_(streets.ways.size() + streets.areas.size(), 0) {
  for (EdgeIndex e = 0; e < graph.edge_count(); ++e) {
    way_length_m_[graph.way[e]] += graph.length_m[e];
  }
}

EffectReader::WayEffect EffectReader::way_effect(std::uint32_t way) const {
  const std::size_t ways = streets_.ways.size();
  const Tags& tags = way < ways ? streets_.ways[way].tags : streets_.areas[way - ways].tags;
  WayEffect effect;
  const FootDirections directions = foot_directions(tags);
  effect.forward = directions.forward;
  effect.backward = directions.backward;
  if (tags.is("highway", "steps")) {
    read_steps(tags, effect);
  } else {
    read_surface(tags, effect);
  }
  if (is_lift(tags)) effect.add("lift", profile_.lift);
  const double width_m = width_of(tags);
  effect.blocked |= width_m > 0 && width_m < profile_.min_width_m;
  if (is_crossing_way(tags) && !has_crossing_node(way)) {
    const Crossing crossing = crossing_of(tags);
    const double km_h = way < ways ? graph_.way_crossed_km_h[way] : 0;
    effect.add(code_of(crossing, km_h >= fast_km_h), effect_of(crossing, km_h, profile_));
  }
  return effect;
}

void EffectReader::read_steps(const Tags& tags, WayEffect& effect) const {
  const bool ramp = profile_.steps.blocked && has_ramp(tags);
  effect.add(ramp ? "steps_with_ramp" : "steps", ramp ? profile_.steps_with_ramp : profile_.steps);
  if (!effect.blocked && !ramp && profile_.steps_extra_s > 0) {
    effect.causes.push_back({"steps", 1, profile_.steps_extra_s});
  }
}

void EffectReader::read_surface(const Tags& tags, WayEffect& effect) const {
  const auto surface = tags.get("surface");
  if (any_listed(surfaces_.soft, surface)) {
    effect.add("surface_soft", profile_.surface_soft);
  } else if (any_listed(surfaces_.rough, surface)) {
    effect.add("surface_rough", profile_.surface_rough);
  }
  const auto smoothness = tags.get("smoothness");
  if (is_bad(smoothness)) {
    effect.add("smoothness_bad", profile_.smoothness_bad);
  } else if (smoothness == "intermediate") {
    effect.add("smoothness_intermediate", profile_.smoothness_intermediate);
  }
}

bool EffectReader::has_crossing_node(std::uint32_t way) const {
  if (way >= streets_.ways.size()) return false;
  const auto& nodes = streets_.ways[way].nodes;
  return std::any_of(nodes.begin(), nodes.end(), [&](std::uint32_t node) {
    return crossing_of(streets_.nodes[node].tags) != Crossing::absent;
  });
}

/// A way's extra time is shared out by length; but whoever enters a lift waits for it, also where
/// it is mapped as a ring with doors on two sides.
double EffectReader::share_of_extra(const WayCause& cause, EdgeIndex edge) const {
  if (cause.code == std::string_view("lift")) return 1;
  const double way_m = way_length_m_[graph_.way[edge]];
  return way_m > 0 ? graph_.length_m[edge] / way_m : 0;
}

EdgeEffect EffectReader::edge_effect(EdgeIndex edge, const WayEffect& way) const {
  EdgeEffect effect{Millis(0), way.blocked, way.forward, way.backward};
  double speed = profile_.speed_m_s;
  double extra_s = 0;
  for (const auto& cause : way.causes) {
    speed *= cause.speed_factor;
    extra_s += cause.extra_s * share_of_extra(cause, edge);
  }
  // At least 1 ms: without free arcs the cheapest way to every node comes from a nearer node.
  effect.cost = std::max(Millis(1), millis(graph_.length_m[edge] / speed + extra_s));
  return effect;
}

Millis EffectReader::element_cost(const OnEdge& element) const {
  const Tags& tags = streets_.nodes[element.street_node].tags;
  const Crossing crossing = crossing_of(tags);
  double extra_s = 0;
  bool blocked = profile_.steps.blocked && stops_wheels(tags);
  const double width_m = tags.has("barrier") ? width_of(tags) : 0;
  blocked |= width_m > 0 && width_m < profile_.min_width_m;
  const auto add = [&](const Effect& effect) {
    blocked |= effect.blocked;
    extra_s += effect.extra_s;
  };
  add(effect_of(crossing, element.crossed_km_h, profile_));
  add(effect_of(kerb_of(tags), profile_));
  if (is_lift(tags)) add(profile_.lift);
  return blocked ? base::unreachable : millis(extra_s * element.share);
}

std::vector<Cause> EffectReader::edge_causes(EdgeIndex edge) const {
  const WayEffect way = way_effect(graph_.way[edge]);
  double factor = 1;
  double slowness = 0;
  for (const auto& cause : way.causes) {
    factor *= cause.speed_factor;
    slowness += 1 / cause.speed_factor - 1;
  }
  // Factors multiply: the time they cost together is shared out by how much each slows alone.
  const double slow_s = graph_.length_m[edge] / profile_.speed_m_s * (1 / factor - 1);
  std::vector<Cause> causes;
  for (const auto& cause : way.causes) {
    const double own = slowness != 0 ? slow_s * (1 / cause.speed_factor - 1) / slowness : 0;
    causes.push_back({cause.code, own + cause.extra_s * share_of_extra(cause, edge)});
  }
  return causes;
}

std::vector<Cause> EffectReader::element_causes(const OnEdge& element) const {
  const Tags& tags = streets_.nodes[element.street_node].tags;
  const Crossing crossing = crossing_of(tags);
  const Kerb kerb = kerb_of(tags);
  std::vector<Cause> causes;
  const auto add = [&](const char* code, const Effect& effect) {
    if (effect.extra_s > 0) causes.push_back({code, effect.extra_s * element.share});
  };
  add(code_of(crossing, element.crossed_km_h >= fast_km_h),
      effect_of(crossing, element.crossed_km_h, profile_));
  add(code_of(kerb), effect_of(kerb, profile_));
  if (is_lift(tags)) add("lift", profile_.lift);
  return causes;
}

}  // namespace nahraum::analysis
