#pragma once
/// Reach: what it costs every home to walk to the nearest service of a type.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "analysis/snap.hpp"
#include "jobs/context.hpp"

namespace nahraum::analysis {

/// ok; unreachable: streets, but no way for this profile; no_street: nothing walkable within 150 m;
/// beyond_data: the edge of the street data is nearer on foot than the answer, which is then only
/// an upper bound.
enum class Status { ok, unreachable, no_street, beyond_data };
const char* to_text(Status status);

/// Answer for one home. `seconds`/`metres` of the found way, also where status is beyond_data and a
/// service was found; unreachable otherwise.
struct HomeReach {
  base::Millis cost = base::unreachable;
  float metres = -1;                          ///< length of that way, snaps included; −1: none
  std::int32_t service = 0;                   ///< service id; 0: none
  base::Millis frontier = base::unreachable;  ///< cost to the nearest edge of the data
  float frontier_m = -1;  ///< shortest length to an edge of the data; −1: none reached
  Status status = Status::unreachable;
};

/// What the costs of the way and of the edge of the data say about a home on a street.
Status status_of(const HomeReach& home);

/// Places to be reached, with the id of the service that each belongs to: one service may have
/// several. Order does not matter; ties go to the lower id, then to the earlier place.
struct Targets {
  std::vector<Snap> snaps;
  std::vector<std::int32_t> ids;
};

/// In the order of the ids, so that the lower index is the lower id.
Targets by_id(const Targets& any);

/// Distances of all nodes *to* the nearest of several targets, on the reversed network.
/// `cost[n]`, `target[n]` (index of the target; ties: the lower index), `metres[n]`.
struct CostField {
  std::vector<base::Millis> cost;
  std::vector<float> metres;
  std::vector<std::uint32_t> target;
};

/// Multi-source Dijkstra (Dijkstra 1959). `towards` true: cost of walking to the targets (reversed
/// network); false: from them. Bounded by `limit` (unreachable: unbounded). O(m log n).
CostField cost_field(const WalkNetwork& network, const std::vector<Snap>& targets, bool towards,
                     base::Millis limit, jobs::Context& context);

/// Both ends of a home's edge as seen from the home: what every search ends with.
struct Access {
  EdgeIndex edge = none;
  NodeIndex tail = none, head = none;
  base::Millis to_tail = base::unreachable, to_head = base::unreachable;  ///< snap walk included
  float tail_m = 0, head_m = 0;
};

/// One way into a service: the mapped entrance (or the place itself) and where it meets the street.
struct Gate {
  geo::Point at;
  Snap snap;  ///< found
};

/// The network of one project and profile with everything that every question needs: homes snapped,
/// costs to the frontier. Built once per profile; immutable, thread-safe, shared.
struct District {
  model::Snapshot project;
  WalkNetwork network;
  Snapper snapper;
  std::vector<Snap> homes;          ///< per Project::homes
  std::vector<Access> home_access;  ///< per home
  /// Where each service is entered: all its gates (a park's, both platforms of a stop, a building's
  /// doors) that meet a street, or its own place where none is mapped; empty: no street near.
  std::vector<std::vector<Gate>> gates;  ///< per Project::services
  /// Indices of Project::services by type, so that a question does not read them all.
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> services_of_type;
  std::vector<base::Millis> home_frontier;  ///< per home
  std::vector<float> home_frontier_m;       ///< per home, −1: none reached
};
std::shared_ptr<const District> prepare_district(model::Snapshot project,
                                                 std::shared_ptr<const StreetGraph> graph,
                                                 const model::Catalogue& catalogue,
                                                 const model::Profile& profile,
                                                 jobs::Context& context,
                                                 Certainty certainty = Certainty::optimistic);

/// Gates of all services of the type, by id; empty when there is none on a street.
Targets targets_of(const District& district, std::string_view type);
/// Gates of one service (index of Project::services).
Targets targets_of(const District& district, std::size_t service);

/// For every home (index of Project::homes) its cost to the nearest gate of a service of `type`, on
/// the reversed network; ties by the lower service id. Same bytes on any number of threads.
std::vector<HomeReach> reach(const District& district, std::string_view type,
                             jobs::Context& context);
/// Of several types: one answer per type, in their order; threads share the types out.
std::vector<std::vector<HomeReach>> reach(const District& district,
                                          const std::vector<std::string>& types,
                                          jobs::Context& context);
/// The same towards given places (a dragged service, "what if here?").
std::vector<HomeReach> reach(const District& district, const Targets& targets,
                             jobs::Context& context);

}  // namespace nahraum::analysis
