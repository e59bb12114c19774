#include "analysis/edge_cost.hpp"

#include <algorithm>
#include <cmath>

namespace nahraum::analysis {
namespace {

using base::Millis;

/// The edge's time without its elements, per metre.
double pace_ms_m(const WalkNetwork& network, EdgeIndex edge, Millis cost) {
  const StreetGraph& graph = *network.graph;
  double ms = cost.value;
  for (auto i = graph.element_begin[edge]; i < graph.element_begin[edge + 1]; ++i) {
    ms -= network.element_cost[i].value;
  }
  return graph.length_m[edge] > 0 ? ms / graph.length_m[edge] : 0;
}

Millis direction_cost(const WalkNetwork& network, EdgeIndex edge, bool forward) {
  return forward ? network.forward[edge] : network.backward[edge];
}

}  // namespace

bool element_between(const StreetGraph& graph, EdgeIndex edge, const OnEdge& element, double a,
                     double b) {
  const double length_m = graph.length_m[edge];
  const auto before = [&](double at) {
    return element.along_m < at || (element.along_m >= length_m && at >= length_m);
  };
  return before(b) && !before(a);
}

Millis partial_cost(const WalkNetwork& network, EdgeIndex edge, double from_m, double to_m) {
  if (from_m == to_m) return Millis(0);
  const Millis whole = direction_cost(network, edge, from_m < to_m);
  if (whole == base::unreachable) return whole;
  const StreetGraph& graph = *network.graph;
  const double a = std::min(from_m, to_m);
  const double b = std::max(from_m, to_m);
  double ms = pace_ms_m(network, edge, whole) * (b - a);
  for (auto i = graph.element_begin[edge]; i < graph.element_begin[edge + 1]; ++i) {
    if (element_between(graph, edge, graph.elements[i], a, b)) {
      ms += network.element_cost[i].value;
    }
  }
  return Millis(static_cast<std::uint32_t>(std::lround(ms)));
}

double reach_along(const WalkNetwork& network, EdgeIndex edge, double from_m, double to_m,
                   Millis budget, bool towards_start) {
  const bool up = from_m < to_m;
  const Millis whole = direction_cost(network, edge, up != towards_start);
  if (whole == base::unreachable || from_m == to_m) return from_m;
  const StreetGraph& graph = *network.graph;
  const double pace = pace_ms_m(network, edge, whole);
  const double sign = up ? 1 : -1;
  double at = from_m;
  double left_ms = budget.value;
  const auto walk_to = [&](double goal) {
    const double can_m = pace > 0 ? left_ms / pace : std::fabs(goal - at);
    const double want_m = std::fabs(goal - at);
    at = can_m >= want_m ? goal : at + sign * can_m;
    left_ms -= pace * want_m;
    return can_m >= want_m;
  };
  const auto count = graph.element_begin[edge + 1] - graph.element_begin[edge];
  for (std::uint32_t k = 0; k < count; ++k) {
    const auto i = up ? graph.element_begin[edge] + k : graph.element_begin[edge + 1] - 1 - k;
    const double lies_m = graph.elements[i].along_m;
    if (network.element_cost[i].value == 0 ||
        !element_between(graph, edge, graph.elements[i], std::min(from_m, to_m),
                         std::max(from_m, to_m))) {
      continue;
    }
    if (!walk_to(lies_m)) return at;
    left_ms -= network.element_cost[i].value;
    if (left_ms < 0) return at;
  }
  walk_to(to_m);
  return at;
}

Millis snap_cost(const WalkNetwork& network, float walk_m) {
  return Millis(static_cast<std::uint32_t>(std::lround(walk_m / network.profile.speed_m_s * 1000)));
}

}  // namespace nahraum::analysis
