#include "analysis/route.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/delays.hpp"
#include "analysis/edge_cost.hpp"
#include "analysis/edge_targets.hpp"
#include "base/translate.hpp"

namespace nahraum::analysis {
namespace {

using base::Millis;

/// Which end of the first edge the way leaves by, or straight along it to a target.
struct Start {
  Label label;
  enum class Via { tail, head, direct } via = Via::direct;
};

Start best_start(const WalkNetwork& network, const Search& search, const EdgeTargets& targets,
                 const Snap& from) {
  const StreetGraph& graph = *network.graph;
  const double length_m = graph.length_m[from.edge];
  const auto by = [&](NodeIndex node, double end_m) {
    Label label = search.label(node);
    label.cost = add(label.cost, partial_cost(network, from.edge, from.along_m, end_m));
    label.metres += static_cast<float>(std::fabs(from.along_m - end_m));
    return label;
  };
  Start best{by(graph.tail[from.edge], 0), Start::Via::tail};
  const Label head = by(graph.head[from.edge], length_m);
  if (better(head, best.label)) best = {head, Start::Via::head};
  const Label direct = targets.direct(from.edge, from.along_m);
  if (better(direct, best.label)) best = {direct, Start::Via::direct};
  return best;
}

/// The stretches from the snap to the target's snap, in walking order.
std::vector<WalkedPart> parts_of(const WalkNetwork& network, const Search& search,
                                 const Start& start, const Snap& from,
                                 std::span<const Snap> targets) {
  const StreetGraph& graph = *network.graph;
  const Snap& target = targets[start.label.target];
  if (start.via == Start::Via::direct) return {{from.edge, from.along_m, target.along_m}};
  const bool by_tail = start.via == Start::Via::tail;
  NodeIndex node = by_tail ? graph.tail[from.edge] : graph.head[from.edge];
  std::vector<WalkedPart> parts;
  parts.push_back({from.edge, from.along_m, by_tail ? 0.0 : graph.length_m[from.edge]});
  while (search.label(node).arc != none) {
    const EdgeIndex edge = network.edge[search.label(node).arc];
    const bool forward = graph.tail[edge] == node;
    const double length_m = graph.length_m[edge];
    parts.push_back({edge, forward ? 0 : length_m, forward ? length_m : 0});
    node = forward ? graph.head[edge] : graph.tail[edge];
  }
  // A loop's both ends are one node: the nearer way round.
  const double length_m = graph.length_m[target.edge];
  bool at_tail = graph.tail[target.edge] == node;
  if (at_tail && graph.head[target.edge] == node) {
    at_tail = partial_cost(network, target.edge, 0, target.along_m) <=
              partial_cost(network, target.edge, length_m, target.along_m);
  }
  parts.push_back({target.edge, at_tail ? 0 : length_m, target.along_m});
  std::erase_if(parts, [](const WalkedPart& part) { return part.from_m == part.to_m; });
  return parts;
}

void append(geo::Line& line, geo::Point p) {
  if (line.empty() || !(line.back() == p)) line.push_back(p);
}

geo::Line line_along(const StreetGraph& graph, const std::vector<WalkedPart>& parts,
                     geo::Point from_place, const Snap& from, const Snap& to, geo::Point to_place) {
  geo::Line line{from_place};
  append(line, from.at);
  for (const auto& part : parts) {
    geo::Line piece = geo::part_of(line_of(graph, part.edge), std::min(part.from_m, part.to_m),
                                   std::max(part.from_m, part.to_m));
    if (part.from_m > part.to_m) std::reverse(piece.begin(), piece.end());
    for (const geo::Point p : piece)
      append(line, p);
  }
  append(line, to.at);
  append(line, to_place);
  return line;
}

base::Error nothing_near() {
  return {base::ErrorCode::no_street_nearby,
          base::tr("There is no walkable street within 150 m"),
          {},
          base::tr("Choose a place nearer to a street.")};
}

/// Cheapest way from a snap to the best of several targets; `places` per target.
base::Result<Route> best_route(const District& district, const Snap& from, geo::Point from_place,
                               const std::vector<Snap>& targets,
                               const std::vector<geo::Point>& places,
                               const std::vector<std::int32_t>& ids, const jobs::Context& context) {
  const WalkNetwork& network = district.network;
  const bool any =
      std::any_of(targets.begin(), targets.end(), [](const Snap& t) { return t.found(); });
  if (!from.found() || !any) return tl::unexpected(nothing_near());
  Search search;
  search.run(network, seeds_at(network, targets, true), true, {}, context);
  const EdgeTargets on_edge(network, targets, true);
  const Start start = best_start(network, search, on_edge, from);
  if (start.label.cost == base::unreachable) {
    return base::fail(base::ErrorCode::not_found,
                      base::tr("There is no way on foot for this profile"), {},
                      base::tr("Try another profile, or look for steps and kerbs in between."));
  }
  const std::uint32_t chosen = start.label.target;
  Route route;
  route.parts = parts_of(network, search, start, from, targets);
  route.from_walk_m = from.walk_m;
  route.to_walk_m = targets[chosen].walk_m;
  route.cost = add(start.label.cost, snap_cost(network, from.walk_m));
  route.length_m = start.label.metres + from.walk_m;
  route.straight_m = geo::distance(from_place, places[chosen]);
  route.service = ids[chosen];
  route.line =
      line_along(*network.graph, route.parts, from_place, from, targets[chosen], places[chosen]);
  explain(district, route.parts, route);
  return route;
}

}  // namespace

base::Result<Route> route(const District& district, const Snap& from, geo::Point from_place,
                          const Snap& to, geo::Point to_place) {
  return best_route(district, from, from_place, {to}, {to_place}, {0}, jobs::Context());
}

base::Result<Route> route_to_nearest(const District& district, geo::Point from_place,
                                     const std::vector<geo::Point>& from_entrances,
                                     std::string_view type, jobs::Context& context) {
  const auto found = district.services_of_type.find(type);
  std::vector<std::uint32_t> services;
  if (found != district.services_of_type.end()) services = found->second;
  const auto id_of = [&](std::uint32_t i) { return district.project->services[i].id; };
  std::ranges::stable_sort(services, {}, id_of);
  std::vector<Snap> targets;
  std::vector<geo::Point> places;
  std::vector<std::int32_t> ids;
  for (const auto i : services) {
    for (const Gate& gate : district.gates[i]) {
      targets.push_back(gate.snap);
      places.push_back(gate.at);
      ids.push_back(id_of(i));
    }
  }
  if (targets.empty()) {
    return base::fail(
        base::ErrorCode::not_found, base::tr("The project has no service of this type on a street"),
        std::string(type), base::tr("Import a list of services or choose another type."));
  }
  const Snap from = district.snapper.snap(from_place, from_entrances);
  return best_route(district, from, from_place, targets, places, ids, context);
}

}  // namespace nahraum::analysis
