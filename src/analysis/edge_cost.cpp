#include "analysis/edge_cost.hpp"

#include <algorithm>
#include <cmath>

namespace nahraum::analysis {
namespace {

using base::Millis;

/// How time runs along an edge in one direction, elements aside: evenly, or by its slope runs.
class Pace {
 public:
  /// `cost`: of the whole edge in that direction, elements included.
  Pace(const WalkNetwork& network, EdgeIndex edge, bool forward, Millis cost)
      : network_(network),
        forward_(forward),
        length_m_(network.graph->length_m[edge]),
        whole_ms_(cost.value) {
    const StreetGraph& graph = *network.graph;
    for (auto i = graph.element_begin[edge]; i < graph.element_begin[edge + 1]; ++i) {
      whole_ms_ -= network.element_cost[i].value;
    }
    if (!graph.slopes.any(edge)) return;
    begin_ = graph.slopes.begin[edge];
    end_ = graph.slopes.begin[edge + 1];
    const double sum_ms = time_at(end_ - 1);
    scale_ = sum_ms > 0 ? whole_ms_ / sum_ms : 0;  // the whole is rounded to milliseconds
  }

  /// Between two points of the edge, whichever comes first.
  double ms(double a_m, double b_m) const { return std::fabs(from_tail(b_m) - from_tail(a_m)); }

  /// How far one gets from `at_m` towards `goal_m` in that time.
  double advance(double at_m, double goal_m, double budget_ms) const {
    if (ms(at_m, goal_m) <= budget_ms) return goal_m;
    const double up = goal_m > at_m ? 1 : -1;
    return clamp(point_at(from_tail(at_m) + up * budget_ms), at_m, goal_m);
  }

 private:
  double time_at(std::uint32_t run) const {
    const RunTime& time = network_.run_times[run];
    return forward_ ? time.forward_ms : time.backward_ms;
  }
  double run_end(std::uint32_t run) const { return network_.graph->slopes.runs[run].to_m; }

  double from_tail(double at_m) const {
    if (begin_ == end_) return length_m_ > 0 ? whole_ms_ * at_m / length_m_ : 0;
    double begin_m = 0, begin_ms = 0;
    for (auto run = begin_; run < end_; ++run) {
      const double end_m = run_end(run);
      const double end_ms = time_at(run) * scale_;
      if (at_m <= end_m || run + 1 == end_) {
        const double share = end_m > begin_m ? (at_m - begin_m) / (end_m - begin_m) : 1;
        return begin_ms + std::min(share, 1.0) * (end_ms - begin_ms);
      }
      begin_m = end_m;
      begin_ms = end_ms;
    }
    return begin_ms;
  }

  double point_at(double wanted_ms) const {
    if (begin_ == end_) return whole_ms_ > 0 ? wanted_ms / whole_ms_ * length_m_ : 0;
    double begin_m = 0, begin_ms = 0;
    for (auto run = begin_; run < end_; ++run) {
      const double end_m = run_end(run);
      const double end_ms = time_at(run) * scale_;
      if (wanted_ms <= end_ms) {
        const double share = end_ms > begin_ms ? (wanted_ms - begin_ms) / (end_ms - begin_ms) : 0;
        return begin_m + share * (end_m - begin_m);
      }
      begin_m = end_m;
      begin_ms = end_ms;
    }
    return length_m_;
  }

  static double clamp(double value, double a, double b) {
    return std::clamp(value, std::min(a, b), std::max(a, b));
  }

  const WalkNetwork& network_;
  bool forward_;
  double length_m_;
  double whole_ms_;
  double scale_ = 1;
  std::uint32_t begin_ = 0, end_ = 0;
};

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
  double ms = Pace(network, edge, from_m < to_m, whole).ms(a, b);
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
  const Pace pace(network, edge, up != towards_start, whole);
  double at = from_m;
  double left_ms = budget.value;
  const auto walk_to = [&](double goal) {
    const double before = at;
    at = pace.advance(before, goal, left_ms);
    left_ms -= pace.ms(before, goal);
    return at == goal;
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
