#pragma once
/// Reach by relaxing everything until nothing changes, on a network in which every door is a node
/// and nobody passes a closed place.

#include <algorithm>
#include <limits>
#include <vector>

#include "analysis/closures.hpp"
#include "analysis/edge_cost.hpp"

namespace nahraum::districts {

class CutTwin {
 public:
  static constexpr double never = std::numeric_limits<double>::max();

  CutTwin(const analysis::District& district, const analysis::Targets& targets,
          const std::vector<analysis::Cut>& cuts)
      : district_(district), cuts_(cuts) {
    places_ = district.network.graph->node_count();
    for (const auto& home : district.homes)
      home_.push_back(add_door(home));
    for (const auto& target : targets.snaps)
      target_.push_back(add_door(target));
    for (analysis::EdgeIndex e = 0; e < district.network.graph->edge_count(); ++e)
      split(e);
  }

  /// A door exactly where the street is closed may be on either side.
  bool ambiguous() const {
    return std::any_of(feet_.begin(), feet_.end(), [&](const auto& foot) {
      return closed_between(foot.first, foot.second.at_m, foot.second.at_m);
    });
  }

  /// Per home, in ms; `never` where nothing is reached.
  std::vector<double> costs() const {
    std::vector<double> best(places_, never);
    for (const auto door : target_)
      best[door] = 0;
    for (bool changed = true; changed;) {
      changed = false;
      for (const auto& step : steps_) {
        if (best[step.to] == never || best[step.to] + step.ms >= best[step.from]) continue;
        best[step.from] = best[step.to] + step.ms;
        changed = true;
      }
    }
    std::vector<double> of_homes;
    for (const auto door : home_)
      of_homes.push_back(door == none ? never : best[door]);
    return of_homes;
  }

 private:
  static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
  struct Step {
    std::size_t from, to;
    double ms;
  };
  struct Stop {
    double at_m;
    std::size_t place;
  };

  std::size_t add_door(const analysis::Snap& snap) {
    if (!snap.found()) return none;
    const std::size_t door = places_++;
    const std::size_t foot = places_++;
    const double ms = snap.walk_m / district_.network.profile.speed_m_s * 1000;
    steps_.push_back({door, foot, ms});
    steps_.push_back({foot, door, ms});
    feet_.push_back({snap.edge, {snap.along_m, foot}});
    return door;
  }
  bool closed_between(analysis::EdgeIndex e, double a_m, double b_m) const {
    return std::any_of(cuts_.begin(), cuts_.end(), [&](const analysis::Cut& cut) {
      return cut.edge == e && a_m <= cut.low_m && cut.low_m <= b_m;
    });
  }
  void split(analysis::EdgeIndex e) {
    const auto& graph = *district_.network.graph;
    std::vector<Stop> stops{{0.0, graph.tail[e]}};
    for (const auto& [edge, stop] : feet_)
      if (edge == e) stops.push_back(stop);
    std::stable_sort(stops.begin(), stops.end(),
                     [](const Stop& a, const Stop& b) { return a.at_m < b.at_m; });
    stops.push_back({graph.length_m[e], graph.head[e]});
    for (std::size_t i = 1; i < stops.size(); ++i) {
      if (closed_between(e, stops[i - 1].at_m, stops[i].at_m)) continue;
      join(e, stops[i - 1], stops[i]);
      join(e, stops[i], stops[i - 1]);
    }
  }
  void join(analysis::EdgeIndex e, Stop a, Stop b) {
    const auto cost = analysis::partial_cost(district_.network, e, a.at_m, b.at_m);
    if (cost != base::unreachable) steps_.push_back({a.place, b.place, double(cost.value)});
  }

  const analysis::District& district_;
  const std::vector<analysis::Cut>& cuts_;
  std::size_t places_ = 0;
  std::vector<Step> steps_;
  std::vector<std::pair<analysis::EdgeIndex, Stop>> feet_;
  std::vector<std::size_t> home_, target_;
};

}  // namespace nahraum::districts
