#pragma once
/// What a closed street costs: a building site, a lift out of order.

#include "analysis/barriers.hpp"

namespace nahraum::analysis {

/// Nobody passes between two points of an edge (metres from its tail; mostly one and the same).
/// Who lives or serves beside them still gets out at the end on their side.
struct Cut {
  EdgeIndex edge = none;
  float low_m = 0, high_m = 0;
};

enum class ClosureKind { lift, bridge, underpass, steps, crossing, street };
inline constexpr ClosureKind all_closure_kinds[] = {ClosureKind::lift,      ClosureKind::bridge,
                                                    ClosureKind::underpass, ClosureKind::steps,
                                                    ClosureKind::crossing,  ClosureKind::street};
const char* to_text(ClosureKind kind);  ///< stable: "underpass"

struct Closure {
  ClosureKind kind = ClosureKind::street;
  model::OsmId osm;
  std::string name;  ///< of the way; "" none
  geo::Point at;
  std::vector<Cut> cuts;  ///< ascending by edge, each edge once
};

/// Where the street that is walked nearest to the place is closed. Errors: not_found where none is
/// within 150 m.
base::Result<Closure> closure_at(const District& district, geo::Point place);
/// All of them at once: by edge, cuts of one edge in one.
Closure together(const std::vector<Closure>& closures);

/// Every lift, and every other edge on which somebody's way lies who reaches one of the services
/// within its limit, each closed in its middle. By kind, then as in
/// the graph.
std::vector<Closure> closures_of(const District& district, const std::vector<TypeLimit>& types,
                                 jobs::Context& context);

struct Loss {
  HomesByType lost;  ///< within the limit, and then in the gap
  HomesByType open;  ///< … and then not to be assessed: what lies behind the data's edge may do
};

/// Per closure. The edge of the data stays as near as it is, homes and services keep their doors.
/// Exact. Same bytes on any number of threads. Cost: per type one search, and per closure the nodes
/// whose way leads over it. Throws Cancelled.
std::vector<Loss> lost_homes(const District& district, const std::vector<Closure>& closures,
                             const std::vector<TypeLimit>& types, jobs::Context& context);

}  // namespace nahraum::analysis
