#pragma once
/// What a profile pays for an edge and for the elements on it (domain notes §2.2).

#include <span>
#include <vector>

#include "analysis/elements.hpp"
#include "analysis/walk_network.hpp"

namespace nahraum::analysis {

/// A ramp for what is pushed: not one that only guides bicycles or luggage.
bool has_ramp(const model::Tags& way_tags);

/// One reason why something takes longer than walking its length at the profile's speed.
struct Cause {
  const char* code = "";  ///< stable: "steps", "surface_rough", "crossing_signals" …
  double seconds = 0;
};

/// An edge without its elements. `unreachable` where it is closed in that direction.
struct EdgeEffect {
  base::Millis forward{0};
  base::Millis backward{0};
};

/// What is underfoot, as far as `surface=*` says it.
enum class Footing { unknown, paved, rough, soft };
Footing footing_of(const model::Tags& way_tags, const SurfaceSets& surfaces);

/// Reads tags for one profile: length / (speed · product of the factors) + what is paid once. What
/// a whole way is charged once for (a flight of steps) is spread over its length, so that it does
/// not matter into how many edges junctions cut it. Immutable; refers to what it was made from.
class EffectReader {
 public:
  /// `cautious`: what missing tags are taken for; nullptr: for the better case.
  EffectReader(const StreetGraph& graph, const model::Streets& streets, const SurfaceSets& surfaces,
               const model::Profile& profile, const model::CautiousRules* cautious = nullptr);

  struct WayCause {
    const char* code = "";
    double speed_factor = 1;
    double extra_s = 0;
  };
  /// What all edges of a way have in common.
  struct WayEffect {
    std::vector<WayCause> causes;
    bool blocked = false;
    bool forward = true;
    bool backward = true;
    void add(const char* code, const model::Effect& effect);
  };
  WayEffect way_effect(std::uint32_t way) const;  ///< index as in StreetGraph::way
  /// As if the way had other tags.
  WayEffect way_effect(std::uint32_t way, const model::Tags& tags) const;
  const model::Tags& tags_of_way(std::uint32_t way) const;
  /// Whether a crossing way pays at a node of its own.
  bool has_crossing_node(std::uint32_t way) const;

  EdgeEffect edge_effect(EdgeIndex edge, const WayEffect& way) const;
  /// Times at the ends of the edge's slope runs, appended; nothing for a level edge.
  void append_runs(EdgeIndex edge, const WayEffect& way, std::vector<RunTime>& times) const;
  /// What the slopes add to walking from one point of the edge to another; negative where downhill
  /// is faster.
  double slope_seconds(EdgeIndex edge, double from_m, double to_m) const;
  /// Its share included; unreachable when it stops this profile.
  base::Millis element_cost(const OnEdge& element) const;
  /// As if its node had other tags.
  base::Millis element_cost(const OnEdge& element, const model::Tags& tags) const;
  /// Keys of the tags that are missing and would matter to this profile: "surface", "width",
  /// "access". Needs the cautious rules.
  std::vector<const char*> missing_on_way(std::uint32_t way) const;
  bool kerb_missing(const OnEdge& element) const;
  /// Why the whole edge takes longer than its length at the profile's speed.
  std::vector<Cause> edge_causes(EdgeIndex edge) const;
  std::vector<Cause> element_causes(const OnEdge& element) const;

 private:
  void read_steps(const model::Tags& tags, WayEffect& effect) const;
  void read_surface(const model::Tags& tags, WayEffect& effect) const;
  void read_missing(std::uint32_t way, WayEffect& effect) const;
  double share_of_extra(const WayCause& cause, EdgeIndex edge) const;
  double speed_on(const WayEffect& way) const;
  double extra_on(EdgeIndex edge, const WayEffect& way) const;
  std::span<const SlopeRun> runs_of(EdgeIndex edge) const;
  bool too_steep(EdgeIndex edge) const;
  double gradient(const SlopeRun& run) const;

  const StreetGraph& graph_;
  const model::Streets& streets_;
  const SurfaceSets& surfaces_;
  const model::Profile& profile_;
  const model::CautiousRules* cautious_;
  std::vector<double> way_length_m_;  ///< ways, then areas
};

}  // namespace nahraum::analysis
