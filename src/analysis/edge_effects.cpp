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

bool has_ramp(const Tags& tags) {
  if (tags.is("ramp:wheelchair", "yes") || tags.is("ramp:stroller", "yes")) return true;
  if (!tags.is("ramp", "yes") || tags.is("ramp:wheelchair", "no")) return false;
  return !tags.is("ramp:bicycle", "yes") && !tags.is("ramp:luggage", "yes");
}

void EffectReader::WayEffect::add(const char* code, const Effect& effect) {
  blocked |= effect.blocked;
  if (effect.speed_factor != 1 || effect.extra_s != 0) {
    causes.push_back({code, effect.speed_factor, effect.extra_s});
  }
}

Footing footing_of(const Tags& way_tags, const SurfaceSets& surfaces) {
  const auto surface = way_tags.get("surface");
  if (surface.empty()) return Footing::unknown;
  if (any_listed(surfaces.soft, surface)) return Footing::soft;
  return any_listed(surfaces.rough, surface) ? Footing::rough : Footing::paved;
}

EffectReader::EffectReader(const StreetGraph& graph, const model::Streets& streets,
                           const SurfaceSets& surfaces, const model::Profile& profile,
                           const model::CautiousRules* cautious)
    : graph_(graph),
      streets_(streets),
      surfaces_(surfaces),
      profile_(profile),
      cautious_(cautious),
      way_length_m_(streets.ways.size() + streets.areas.size(), 0) {
  for (EdgeIndex e = 0; e < graph.edge_count(); ++e) {
    way_length_m_[graph.way[e]] += graph.length_m[e];
  }
}

EffectReader::WayEffect EffectReader::way_effect(std::uint32_t way) const {
  return way_effect(way, tags_of_way(way));
}

EffectReader::WayEffect EffectReader::way_effect(std::uint32_t way, const Tags& tags) const {
  const std::size_t ways = streets_.ways.size();
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
  read_missing(way, effect);
  return effect;
}

const Tags& EffectReader::tags_of_way(std::uint32_t way) const {
  const std::size_t ways = streets_.ways.size();
  return way < ways ? streets_.ways[way].tags : streets_.areas[way - ways].tags;
}

std::vector<const char*> EffectReader::missing_on_way(std::uint32_t way) const {
  std::vector<const char*> missing;
  if (!cautious_) return missing;
  const Tags& tags = tags_of_way(way);
  const auto highway = std::string(tags.get("highway"));
  const auto matters = [](const Effect& effect) {
    return effect.blocked || effect.speed_factor < 1;
  };
  if (!tags.has("surface") && !tags.has("smoothness")) {
    const bool rough = listed(cautious_->rough_surface_on, highway);
    const bool soft = listed(cautious_->soft_surface_on, highway);
    if ((rough && matters(profile_.surface_rough)) || (soft && matters(profile_.surface_soft)))
      missing.push_back("surface");
  }
  if (profile_.min_width_m > 0 && width_of(tags) == 0 && listed(cautious_->narrow_on, highway))
    missing.push_back("width");
  if (!tags.has("access") && !tags.has("foot") &&
      listed(cautious_->closed_services, tags.get("service")))
    missing.push_back("access");
  return missing;
}

void EffectReader::read_missing(std::uint32_t way, WayEffect& effect) const {
  for (const std::string_view key : missing_on_way(way)) {
    if (key == "surface") {
      const auto highway = tags_of_way(way).get("highway");
      const bool soft = listed(cautious_->soft_surface_on, highway);
      effect.add("surface_unknown", soft ? profile_.surface_soft : profile_.surface_rough);
    } else {
      effect.blocked = true;
    }
  }
}

bool EffectReader::kerb_missing(const OnEdge& element) const {
  if (!cautious_ || !cautious_->raised_kerbs) return false;
  const Tags& tags = streets_.nodes[element.street_node].tags;
  const Effect& raised = profile_.kerb_raised;
  return crossing_of(tags) != Crossing::absent && kerb_of(tags) == Kerb::absent &&
         (raised.blocked || raised.extra_s > 0);
}

void EffectReader::read_steps(const Tags& tags, WayEffect& effect) const {
  const bool ramp = profile_.steps.blocked && has_ramp(tags);
  effect.add(ramp ? "steps_with_ramp" : "steps", ramp ? profile_.steps_with_ramp : profile_.steps);
  if (!effect.blocked && !ramp && profile_.steps_extra_s > 0) {
    effect.causes.push_back({"steps", 1, profile_.steps_extra_s});
  }
}

void EffectReader::read_surface(const Tags& tags, WayEffect& effect) const {
  const auto footing = footing_of(tags, surfaces_);
  if (footing == Footing::soft) effect.add("surface_soft", profile_.surface_soft);
  if (footing == Footing::rough) effect.add("surface_rough", profile_.surface_rough);
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

double EffectReader::speed_on(const WayEffect& way) const {
  double speed = profile_.speed_m_s;
  for (const auto& cause : way.causes)
    speed *= cause.speed_factor;
  return speed;
}

double EffectReader::extra_on(EdgeIndex edge, const WayEffect& way) const {
  double extra_s = 0;
  for (const auto& cause : way.causes)
    extra_s += cause.extra_s * share_of_extra(cause, edge);
  return extra_s;
}

std::span<const SlopeRun> EffectReader::runs_of(EdgeIndex edge) const {
  const Slopes& slopes = graph_.slopes;
  if (!slopes.any(edge)) return {};
  return std::span(slopes.runs)
      .subspan(slopes.begin[edge], slopes.begin[edge + 1] - slopes.begin[edge]);
}

bool EffectReader::too_steep(EdgeIndex edge) const {
  if (profile_.max_slope <= 0 || graph_.slopes.coarse) return false;
  const auto runs = runs_of(edge);
  return std::any_of(runs.begin(), runs.end(),
                     [&](const SlopeRun& run) { return std::fabs(run.rise) > profile_.max_slope; });
}

void EffectReader::append_runs(EdgeIndex edge, const WayEffect& way,
                               std::vector<RunTime>& times) const {
  const double level_ms_m = 1000 / speed_on(way);
  const double length_m = graph_.length_m[edge];
  const double extra_ms_m = length_m > 0 ? extra_on(edge, way) * 1000 / length_m : 0;
  double forward_ms = 0, backward_ms = 0, from_m = 0;
  for (const SlopeRun& run : runs_of(edge)) {
    const double run_m = run.to_m - from_m;
    const double rise = gradient(run);
    forward_ms += run_m * (level_ms_m / profile_.slope.speed_factor(rise) + extra_ms_m);
    backward_ms += run_m * (level_ms_m / profile_.slope.speed_factor(-rise) + extra_ms_m);
    times.push_back({static_cast<float>(forward_ms), static_cast<float>(backward_ms)});
    from_m = run.to_m;
  }
}

double EffectReader::slope_seconds(EdgeIndex edge, double from_m, double to_m) const {
  const double sign = from_m < to_m ? 1 : -1;
  const double low = std::min(from_m, to_m);
  const double high = std::max(from_m, to_m);
  const double speed = speed_on(way_effect(graph_.way[edge]));
  double seconds = 0, begin_m = 0;
  for (const SlopeRun& run : runs_of(edge)) {
    const double run_m = std::min<double>(high, run.to_m) - std::max(low, begin_m);
    begin_m = run.to_m;
    if (run_m <= 0) continue;
    seconds += run_m / speed * (1 / profile_.slope.speed_factor(sign * gradient(run)) - 1);
  }
  return seconds;
}

/// A coarse model is damped to what the profile can just walk: it says where it is steep, not how.
double EffectReader::gradient(const SlopeRun& run) const {
  if (!graph_.slopes.coarse || profile_.max_slope <= 0) return run.rise;
  return std::clamp<double>(run.rise, -profile_.max_slope, profile_.max_slope);
}

EdgeEffect EffectReader::edge_effect(EdgeIndex edge, const WayEffect& way) const {
  if (way.blocked || too_steep(edge)) return {base::unreachable, base::unreachable};
  std::vector<RunTime> times;
  append_runs(edge, way, times);
  if (times.empty()) {
    const double level_s = graph_.length_m[edge] / speed_on(way) + extra_on(edge, way);
    const auto level_ms = static_cast<float>(level_s * 1000);
    times.push_back({level_ms, level_ms});
  }
  // At least 1 ms: without free arcs the cheapest way to every node comes from a nearer node.
  const auto cost = [](bool open, float ms) {
    if (!open) return base::unreachable;
    return std::max(Millis(1), Millis(static_cast<std::uint32_t>(std::lround(ms))));
  };
  return {cost(way.forward, times.back().forward_ms), cost(way.backward, times.back().backward_ms)};
}

Millis EffectReader::element_cost(const OnEdge& element) const {
  return element_cost(element, streets_.nodes[element.street_node].tags);
}

Millis EffectReader::element_cost(const OnEdge& element, const Tags& tags) const {
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
  add(kerb_missing(element) ? profile_.kerb_raised : effect_of(kerb_of(tags), profile_));
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
