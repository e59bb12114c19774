#pragma once
/// The walking network of one profile: costs per direction in whole milliseconds.

#include <memory>

#include "analysis/street_graph.hpp"
#include "base/units.hpp"
#include "model/catalogue.hpp"

namespace nahraum::analysis {

/// What a missing tag is taken for: the better case, or the worse one of model::CautiousRules.
enum class Certainty { optimistic, cautious };

/// Values of `surface=*` by how they are walked; what is in neither set is paved.
struct SurfaceSets {
  std::vector<std::string> rough, soft;
};

/// Time from an edge's tail to a point of it, and from that point back to the tail.
struct RunTime {
  float forward_ms = 0;
  float backward_ms = 0;
};

/// CSR over the graph's nodes, both directions. Arc a leaves `tail` for `head[a]`; reversed
/// network: the same arcs with `back[a]`, the cost of head → tail. Blocked directions are
/// `unreachable`.
struct WalkNetwork {
  std::shared_ptr<const StreetGraph> graph;
  model::Profile profile;
  SurfaceSets surfaces;
  std::optional<model::CautiousRules> cautious;  ///< set: missing tags are taken for the worse case
  std::vector<std::uint32_t> first_arc;          // n+1
  std::vector<NodeIndex> head;                   // 2m
  std::vector<base::Millis> cost;                // 2m, tail → head
  std::vector<base::Millis> back;                // 2m, head → tail
  std::vector<EdgeIndex> edge;                   // 2m
  /// The same arcs as one record each, for searches: what a step needs lies side by side.
  struct Hop {
    NodeIndex head = none;
    base::Millis cost{0}, back{0};
    float length_m = 0;
  };
  std::vector<Hop> hops;  // 2m
  /// The same by edge, and what each element of `graph->elements` adds (its share included): where
  /// on the edge the time is lost.
  std::vector<base::Millis> forward;       // m, tail → head
  std::vector<base::Millis> backward;      // m, head → tail
  std::vector<base::Millis> element_cost;  // per element
  /// Per run of `graph->slopes`: times between the edge's tail and the run's end, elements aside.
  std::vector<RunTime> run_times;
  /// Share of the network's length whose tag is missing, per tag: surface, width, kerb, incline,
  /// lit.
  struct MissingTags {
    double surface = 0, smoothness = 0, width = 0, lit = 0;
    double incline = 0;  ///< neither a tag nor a height
  } missing;
};

/// Cost of an edge: length / (speed · product of the factors) + penalties, rounded to whole
/// milliseconds and at least one; blocked where a hard limit of the profile is hit (domain notes
/// §2.2). Escalators and oneway:foot close a direction; oneway=* does not bind people on foot.
/// Steps pay for being steps, not for their surface. Pure, reentrant. Cost: O(ways + edges).
WalkNetwork walk_network(std::shared_ptr<const StreetGraph> graph, const model::Streets& streets,
                         const model::Catalogue& catalogue, const model::Profile& profile,
                         Certainty certainty = Certainty::optimistic);

}  // namespace nahraum::analysis
